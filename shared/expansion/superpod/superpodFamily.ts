/** The fabrics of a plan that are those of a whole SuperPOD, and which device of the plan is which of its. */
import { slotsOf } from '../../fabrics/fabricRule.ts';
import type { RailParameters } from '../../fabrics/railParameters.ts';
import type { TableRule } from '../../fabrics/tableRule.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Device, Fabric, Plan } from '../../plan/types.ts';
import { deviceAt, superpodFabrics } from '../../templates/superpod/fabrics.ts';
import { computeParameters, MOST_UNITS } from '../../templates/superpod/slots.ts';
import type { RailFabric } from '../growRail.ts';

/** A fabric of the plan, and what it is called where a SuperPOD is generated. */
export interface PodFabric {
  readonly known: string;
  readonly fabric: Fabric;
}

export interface Superpod {
  readonly su: number;
  /** Compute first; those that somebody took out are not among them. */
  readonly fabrics: readonly PodFabric[];
  /** Devices of the plan by what they are called where it is generated. */
  readonly devices: ReadonlyMap<string, Device>;
}

/** Null where the compute fabric is none of a SuperPOD, or stands alone. */
export function superpodOf(plan: Plan, compute: RailFabric): Superpod | null {
  const { parameters } = compute.rule;
  if (parameters.su > MOST_UNITS || !isSame(parameters, computeParameters(parameters.su))) return null;
  const fabrics: PodFabric[] = [{ known: 'compute', fabric: compute }];
  for (const { id: known, rule } of superpodFabrics(parameters.su)) {
    if (rule.kind !== 'table') continue;
    const own = sortedById(plan.fabrics).find(
      (one) => one.rule.kind === 'table' && haveSameTiers(one.rule, rule) && haveSameNodes(one, compute),
    );
    if (own !== undefined) fabrics.push({ known, fabric: own });
  }
  if (fabrics.length === 1) return null;
  return { su: parameters.su, fabrics, devices: devicesOf(plan, fabrics) };
}

function isSame(one: RailParameters, other: RailParameters): boolean {
  const keys = ['su', 'nodesPerSu', 'rails', 'uplinksPerLeaf', 'switchPorts', 'ufm', 'ufmUnit'] as const;
  return keys.every((key) => one[key] === other[key]);
}

function haveSameTiers(one: TableRule, other: TableRule): boolean {
  const names = ({ tiers }: TableRule): string => tiers.map(({ name }) => name).join(' ');
  return names(one) === names(other);
}

/** Whether both join the same nodes: a plan may hold several SuperPODs. */
function haveSameNodes(one: Fabric, compute: Fabric): boolean {
  return Object.entries(compute.slots).some(([slot, device]) => slot.includes('.node') && one.slots[slot] === device);
}

function devicesOf(plan: Plan, fabrics: readonly PodFabric[]): Map<string, Device> {
  const devices = new Map<string, Device>();
  for (const { known, fabric } of fabrics) {
    for (const slot of slotsOf(fabric.rule)) {
      const device = plan.devices.get(fabric.slots[slot] ?? '');
      const id = deviceAt(known, slot);
      if (device !== undefined && !devices.has(id)) devices.set(id, device);
    }
  }
  return devices;
}
