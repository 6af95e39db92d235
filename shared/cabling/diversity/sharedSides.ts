/** Cables of a set that pass from one bayed cabinet to the next through the same side: what cuts one there may cut the other. */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { RouteStatus, type Cabling } from '../types.ts';
import type { ApartSet } from './apartSets.ts';

export interface SharedSide {
  /** Rows of the two cabinets, ascending. */
  readonly cabinets: readonly [number, number];
  /** Rows of the cables, ascending; of two strands at least. */
  readonly cables: readonly number[];
}

/** By the rows of the cabinets. */
export function sharedSides({ devices }: Survey, { cables, links }: Cabling, { strands }: ApartSet): SharedSide[] {
  const sides = new Map<string, { cabinets: readonly [number, number]; strands: Set<number>; rows: Set<number> }>();
  for (const [strand, rows] of strands.entries()) {
    for (const cable of rows) {
      if (cables.status[cable] !== RouteStatus.bayed) continue;
      const link = cables.longestLink[cable]!;
      const [a, b] = [links.aDevice[link]!, links.bDevice[link]!].map((device) => must(devices[device], 'device').cabinet);
      const cabinets = [Math.min(a!, b!), Math.max(a!, b!)] as const;
      const key = cabinets.join(' ');
      const known = sides.get(key) ?? { cabinets, strands: new Set(), rows: new Set() };
      known.strands.add(strand);
      known.rows.add(cable);
      sides.set(key, known);
    }
  }
  return [...sides.values()]
    .filter((side) => side.strands.size > 1)
    .map(({ cabinets, rows }) => ({ cabinets, cables: [...rows].sort((a, b) => a - b) }))
    .sort((a, b) => a.cabinets[0] - b.cabinets[0] || a.cabinets[1] - b.cabinets[1]);
}
