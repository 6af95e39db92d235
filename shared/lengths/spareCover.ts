/**
 * Which longer spare may stand in for which order number: a cable of the same family that is longer and otherwise equal, as long
 * as light still gets through it. Reach and loss are tested anew for every cable of the shorter number, over the whole channel that it
 * is part of, with the spare's longest tolerance.
 */
import { must } from '../assert.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import { longestAllowed } from './longestAllowed.ts';

/** A length that is ordered anyway, and how many cables of the shorter one it may replace. */
export interface StandIn {
  readonly lengthMm: number;
  readonly covers: number;
}

export interface SpareCover {
  /** Catalog id. */
  readonly family: string;
  readonly lengthMm: number;
  readonly count: number;
  /** Longer lengths of the family in the plan that replace at least one of its cables, from short to long. */
  readonly standIns: readonly StandIn[];
  /** The longest length that replaces all of them; its own where none does. Spares of that length alone cover this one too. */
  readonly coveredByMm: number;
}

/** One entry for each family and ordered length, in the order of the cabling's families, from short to long. */
export function spareCover(plan: Plan, cabling: Cabling): SpareCover[] {
  const byFamily = reachesByLength(plan, cabling);
  return cabling.families.flatMap((family, row) => {
    const lengths = [...must(byFamily[row], 'lengths')].sort(([a], [b]) => a - b);
    return lengths.map(([lengthMm, reaches]): SpareCover => {
      const count = sum(reaches.values());
      const standIns = lengths
        .filter(([longerMm]) => longerMm > lengthMm)
        .map(([longerMm]) => ({ lengthMm: longerMm, covers: coveredBy(family, longerMm, reaches) }))
        .filter(({ covers }) => covers > 0);
      const coveredByMm = standIns.findLast(({ covers }) => covers === count)?.lengthMm ?? lengthMm;
      return { family: family.id, lengthMm, count, standIns, coveredByMm };
    });
  });
}

function coveredBy({ tolerance }: CableFamily, lengthMm: number, reaches: ReadonlyMap<number, number>): number {
  return sum([...reaches].filter(([reachMm]) => reachMm >= lengthMm + tolerance.plusMm).map(([, count]) => count));
}

/** By family and ordered length: how many cables may be how long. */
function reachesByLength(plan: Plan, cabling: Cabling): Map<number, Map<number, number>>[] {
  const { cables, families } = cabling;
  const allowedMm = longestAllowed(plan, cabling);
  const byFamily = families.map((): Map<number, Map<number, number>> => new Map());
  for (let cable = 0; cable < cables.count; cable += 1) {
    const lengthMm = cables.orderedMm[cable]!;
    if (lengthMm === NONE) continue;
    const reachMm = allowedMm(cable);
    const lengths = byFamily[cables.family[cable]!]!;
    const reaches = lengths.get(lengthMm) ?? new Map<number, number>();
    lengths.set(lengthMm, reaches.set(reachMm, (reaches.get(reachMm) ?? 0) + 1));
  }
  return byFamily;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
