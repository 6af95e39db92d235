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

const SPLITTER = 'nvidia/mfp7e20';
const MANAGER_OPTIC = 'nvidia/osfp-ufm-multimode';

/** Jumper and twin-port optics of each kind of fiber. */
const JUMPERS = {
  multimode: { family: 'nvidia/mfp7e10', switch: 'nvidia/osfp-switch-multimode', system: 'nvidia/osfp-system-multimode' },
  singlemode: { family: 'nvidia/mfp7e30', switch: 'nvidia/osfp-switch-singlemode', system: 'nvidia/osfp-system-singlemode' },
} as const;

export type Fiber = keyof typeof JUMPERS;

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

/** Optics and cable of a tier. The manager's splitters are multimode: its appliances stand beside their leaves. */
export function tierParts(tier: RailTierName, fiber: Fiber): TierParts {
  const { family, switch: switchOptic, system } = JUMPERS[fiber];
  switch (tier) {
    case 'node-leaf':
      return { family, transceiverA: system, transceiverB: switchOptic };
    case 'leaf-spine':
    case 'spine-core':
      return { family, transceiverA: switchOptic, transceiverB: switchOptic };
    case 'ufm':
      return { family: SPLITTER, transceiverA: MANAGER_OPTIC, transceiverB: JUMPERS.multimode.switch };
  }
}

function unknownEntry(path: string, id: string, known: Iterable<string>): UserError {
  const ids = [...known].sort().slice(0, 6).join(', ');
  return { code: 'template.unknown-entry', path, message: `the catalog has no ${id}`, remedy: `give an id of the catalog, such as ${ids}` };
}
