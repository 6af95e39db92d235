/** A way through pins that fits: one that passes an edge twice takes its room twice, so edges without it are passed once alone. */
import type { Demand, Way } from './demand.ts';
import type { PinnedSearch } from './pinnedSearch.ts';
import { passesTwice } from './placeCosts.ts';
import type { Places } from './places.ts';

export interface Fitted {
  /** Null: none leads through all pins and fits. */
  readonly way: Way | null;
  readonly costMm: number;
  readonly effort: number;
  /** Edges that have room for one passing but not for two, as far as the search has met them. */
  readonly once: ReadonlySet<number>;
}

/** The costs of the search must have been told that full places are shut. */
export function fitThroughPins(search: PinnedSearch, places: Places, demand: Demand): Fitted {
  const once = new Set<number>();
  for (let effort = 0; ;) {
    const found = search.find(demand, once);
    effort += found.effort;
    const { way, costMm } = found;
    if (way === null || !passesTwice(way)) return { way, costMm, effort, once };
    const over = edgesOverWith(places, way, demand);
    if (over.length === 0) return { way, costMm, effort, once };
    const known = once.size;
    for (const edge of over) once.add(edge);
    if (once.size === known) return { way: null, costMm: Infinity, effort, once };
  }
}

/** Edges of a way that one more cable along it would overfill. */
function edgesOverWith(places: Places, { stretches }: Way, { weight }: Demand): readonly number[] {
  places.lay(stretches, weight, 1);
  const over = stretches.filter((stretch) => places.isOverAlong([stretch])).map(({ edge }) => edge);
  places.lay(stretches, weight, -1);
  return over;
}
