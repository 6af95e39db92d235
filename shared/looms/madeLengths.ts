/** How long the parts of a loom are made, and of which length those are that are bought. */
import { orderedLengthMm } from '../cabling/lengths.ts';
import { NONE } from '../cabling/types.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { LoomSettings } from '../plan/types.ts';
import type { LegContext } from './loomLegs.ts';

/** The bound part of a custom loom: what is needed and what may be missing, in whole steps. */
export function madeTrunkMm({ stepMm }: LoomSettings, { tolerance }: CableFamily, trunkNeedMm: number): number {
  return upTo(trunkNeedMm + tolerance.minusMm, stepMm);
}

/** A leg of a custom loom, in whole steps of its own. */
export function madeLegMm({ legStepMm }: LoomSettings, needMm: number): number {
  return upTo(needMm, legStepMm);
}

/** Whether nobody makes cables of this family so long. */
export function isBeyondMaking({ supply }: CableFamily, lengthMm: number): boolean {
  return supply.kind === 'made-to-order' && lengthMm > supply.maxMm;
}

/** The common length of stock jumpers, or that of a trunk; null where none serves. */
export function boughtLengthMm(
  { plan, cabling: { cables } }: LegContext,
  members: readonly number[],
  make: 'stock' | 'trunk',
  family: CableFamily,
): number | null {
  if (make === 'trunk') {
    const orderedMm = cables.orderedMm[members[0]!]!;
    return orderedMm === NONE ? null : orderedMm;
  }
  const longestMm = members.reduce((most, cable) => Math.max(most, cables.requiredMm[cable]!), 0);
  return orderedLengthMm(family, longestMm, plan.lengthPlans.get(family.id)?.lengthsMm ?? null);
}

function upTo(lengthMm: number, stepMm: number): number {
  return Math.ceil(lengthMm / stepMm) * stepMm;
}
