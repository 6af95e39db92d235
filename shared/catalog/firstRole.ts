/** What a device most likely is for, by its ports: a first guess that people change where it is wrong. */
import type { DeviceRole } from '../plan/types.ts';
import type { OpticHost } from './opticHosts.ts';
import type { DeviceType } from './types.ts';

const SWITCH_BLOCK = 'switch';
const COMPUTE_BLOCK = 'compute';

/** A switch is taken for a leaf, a system with compute ports for a node; the manager of the fabric has them too. */
export function firstRole({ name, ports, passes }: Pick<DeviceType, 'name' | 'ports' | 'passes'>): DeviceRole {
  if (passes !== undefined) return 'panel';
  if (ports.some(({ id }) => id === SWITCH_BLOCK)) return 'leaf';
  if (!ports.some(({ id }) => id === COMPUTE_BLOCK)) return 'other';
  return /\bufm\b/i.test(name) ? 'ufm' : 'node';
}

/** Whose cages these are, for the choice of optics. */
export function hostOf({ ports }: Pick<DeviceType, 'ports'>): OpticHost {
  return ports.some(({ id }) => id === SWITCH_BLOCK) ? 'switch' : 'system';
}
