/** Device types, optics and cables of a generated fabric. */
import type { CabinetModel, Catalog, DeviceType } from '../catalog/types.ts';
import type { TierParts } from '../plan/types.ts';
import type { RailTierName } from '../fabrics/railOptimised.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { genericNode, genericSwitch } from './genericDevices.ts';
import type { RailHallOptions } from './railOptions.ts';

export interface RailParts {
  readonly cabinet: CabinetModel;
  readonly node: DeviceType;
  readonly switch: DeviceType;
  /** Null where the fabric has no manager. */
  readonly manager: DeviceType | null;
}

const MANAGER = 'nvidia/ufm-appliance';
const QUANTUM = 'nvidia/qm9700';
const QUANTUM_PORTS = 64;

/** Cables and optics of each kind of fiber: jumpers, splitters, and the modules of switches, nodes and managers. */
const BY_FIBER = {
  multimode: {
    jumper: 'nvidia/mfp7e10',
    splitter: 'nvidia/mfp7e20',
    switch: 'nvidia/osfp-switch-multimode',
    system: 'nvidia/osfp-system-multimode',
    manager: 'nvidia/osfp-ufm-multimode',
  },
  singlemode: {
    jumper: 'nvidia/mfp7e30',
    splitter: 'generic/singlemode-splitter',
    switch: 'nvidia/osfp-switch-singlemode',
    system: 'nvidia/osfp-system-singlemode',
    manager: 'nvidia/osfp-ufm-singlemode',
  },
} as const;

export type Fiber = keyof typeof BY_FIBER;

/** The device types that the options ask for, or which of them there is none of. */
export function railParts(catalog: Catalog, options: RailHallOptions): Result<RailParts, UserError> {
  const cabinet = catalog.cabinetModels.get(options.cabinet);
  if (cabinet === undefined) return fail(unknownEntry('cabinet', options.cabinet, catalog.cabinetModels.keys()));
  const node = options.preset === null ? genericNode(options.rails) : catalog.deviceTypes.get(`nvidia/dgx-${options.preset}`);
  if (node === undefined) return fail(unknownEntry('preset', options.preset ?? '', catalog.deviceTypes.keys()));
  const ports = node.ports.filter(({ id }) => id === 'compute').reduce((sum, block) => sum + block.cages * block.portsPerCage, 0);
  if (options.rails > ports) {
    return fail({
      code: 'template.rails',
      path: 'rails',
      message: `${node.name} has ${ports} compute ports, and the fabric has ${options.rails} rails`,
      remedy: `give at most ${ports} rails, or leave preset out`,
    });
  }
  const isQuantum = options.preset !== null && options.switchPorts <= QUANTUM_PORTS;
  const quantum = isQuantum ? catalog.deviceTypes.get(QUANTUM) : undefined;
  const manager = options.ufm ? (catalog.deviceTypes.get(MANAGER) ?? null) : null;
  return ok({ cabinet, node, switch: quantum ?? genericSwitch(options.switchPorts), manager });
}

/** Optics and cable of a tier. */
export function tierParts(tier: RailTierName, fiber: Fiber): TierParts {
  const parts = BY_FIBER[fiber];
  switch (tier) {
    case 'node-leaf':
      return { family: parts.jumper, transceiverA: parts.system, transceiverB: parts.switch };
    case 'leaf-spine':
    case 'spine-core':
      return { family: parts.jumper, transceiverA: parts.switch, transceiverB: parts.switch };
    case 'ufm':
      return { family: parts.splitter, transceiverA: parts.manager, transceiverB: parts.switch };
  }
}

/**
 * Tiers that must be of one kind of fiber, because a twin-port module of some switch serves both: the manager takes a port
 * between those of nodes; the uplinks of a leaf, or the upper half of a spine, begin within a cage where the count below is odd.
 */
export function tiersSharingCages({ nodesPerSu, switchPorts }: RailHallOptions): readonly (readonly RailTierName[])[] {
  const onLeaf: RailTierName[] = nodesPerSu % 2 === 0 ? ['node-leaf', 'ufm'] : ['node-leaf', 'ufm', 'leaf-spine'];
  return (switchPorts / 2) % 2 === 0 ? [onLeaf] : [onLeaf, ['leaf-spine', 'spine-core']];
}

function unknownEntry(path: string, id: string, known: Iterable<string>): UserError {
  const ids = [...known].sort().slice(0, 6).join(', ');
  return { code: 'template.unknown-entry', path, message: `the catalog has no ${id}`, remedy: `give an id of the catalog, such as ${ids}` };
}
