/** Finds room for a crowd: negotiates, settles what does not fit, shortens. A small crowd is tried in several orders. */
import { must } from '../../assert.ts';
import type { Crowd, Standing } from './crowd.ts';
import type { Demand } from './demand.ts';
import { negotiate, type Order } from './negotiation.ts';
import { rebuild } from './rebuild.ts';
import { layBack, settle, type CrowdedOut } from './settle.ts';
import { shorten } from './shorten.ts';
import type { Slices } from './waySearch.ts';

/**
 * Effort (vertices looked at) at most: for shortening once, for settling once, for laying back once what has room since others moved, up to
 * which another order is tried, for rebuilding.
 */
const SHORTEN_EFFORT = 200_000;
const SETTLE_EFFORT = 200_000;
const LAY_BACK_EFFORT = 50_000;
const RETRY_EFFORT = 60_000;
const MOST_TRIES = 12;
const REBUILD_EFFORT = 100_000;

export interface Solution {
  readonly standing: Standing;
  readonly crowdedOut: readonly CrowdedOut[];
}

interface Scored extends Solution {
  readonly out: number;
  readonly detourMm: number;
}

/** The best standing of all tries, rebuilt: fewest cables crowded out, then shortest in all. The crowd is left in it. */
export function* solve(crowd: Crowd): Slices<Solution> {
  const { search } = crowd;
  const start = crowd.standing();
  let best: Scored | null = null;
  for (let attempt = 0; attempt < MOST_TRIES && (attempt === 0 || search.effort < RETRY_EFFORT); attempt += 1) {
    crowd.restore(start);
    forgetPrices(crowd);
    const hasRoom = yield* negotiate(crowd, orderOf(attempt));
    const settled = hasRoom ? [] : yield* settle(crowd, SETTLE_EFFORT);
    yield* shorten(crowd, SHORTEN_EFFORT);
    const scored = scoreOf(crowd, yield* layBack(crowd, settled, search.effort + LAY_BACK_EFFORT));
    if (best === null || isBetter(scored, best)) best = scored;
    if (best.out === 0 && best.detourMm === 0) return best;
  }
  const { standing, crowdedOut } = must(best, 'a try');
  crowd.restore(standing);
  forgetPrices(crowd);
  const rebuilt = yield* rebuild(crowd, crowdedOut, REBUILD_EFFORT);
  return scoreOf(crowd, yield* layBack(crowd, rebuilt, search.effort + LAY_BACK_EFFORT));
}

function forgetPrices({ places, search }: Crowd): void {
  places.pricePerMm2.fill(0);
  places.pricePerG.fill(0);
  search.forgetPrices();
}

function scoreOf(crowd: Crowd, crowdedOut: readonly CrowdedOut[]): Scored {
  const out = crowdedOut.reduce((sum, { count }) => sum + count, 0);
  return { standing: crowd.standing(), crowdedOut, out, detourMm: crowd.detourMm() };
}

function isBetter(a: Scored, b: Scored): boolean {
  return a.out < b.out || (a.out === b.out && a.detourMm < b.detourMm);
}

/** Who chooses first: by id, from the last, the heaviest, the lightest, then in orders that only look random. */
function orderOf(attempt: number): Order {
  switch (attempt) {
    case 0:
      return (demands) => demands;
    case 1:
      return (demands) => [...demands].reverse();
    case 2:
      return (demands) => [...demands].sort((a, b) => b.weight.areaMm2 - a.weight.areaMm2);
    case 3:
      return (demands) => [...demands].sort((a, b) => a.weight.areaMm2 - b.weight.areaMm2);
    default:
      return (demands) => [...demands].sort((a, b) => shuffled(a, attempt) - shuffled(b, attempt) || a.cables[0]! - b.cables[0]!);
  }
}

/** A number that looks random and follows from the cable and the attempt. */
function shuffled({ cables }: Demand, attempt: number): number {
  const mixed = Math.imul((cables[0]! + 1) ^ Math.imul(attempt, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
