/**
 * Negotiated congestion, as circuit routers do it: cables in over-full places seek the cheapest way again and again, while
 * what lies over a limit costs more with each round, and each place remembers in its price how often it was wanted by too many.
 */
import type { Crowd } from './crowd.ts';
import type { Demand, Share } from './demand.ts';
import { putOn, takeOff } from './demand.ts';
import { layUnit, unitOf } from './joint.ts';
import type { Places } from './places.ts';
import { passesTwice, type Terms } from './placeCosts.ts';
import type { Slices, WaySearch } from './waySearch.ts';

/** Rounds after which what is still over is taken for too much. */
const MOST_ROUNDS = 60;
/** Vertices that one negotiation may look at, so that a hopeless plan is told from a slow one. */
const MOST_EFFORT = 4_000_000;
/** What one cable over a limit costs in the first round, as a share of the mean way, and how that grows. */
const FIRST_OVER = 0.02;
const OVER_GROWTH = 1.4;
/** By how much the price of an over-full place rises, as a share of the mean way for each whole excess. */
const PRICE_STEP = 0.05;
/** Where a way is too full anyhow, this share of a demand is moved at once. */
const MOVED_SHARE = 8;

/** Who chooses first. */
export type Order = (demands: readonly Demand[]) => readonly Demand[];

/** Moves cables until nothing is over its limit; false when that does not come about. Pauses between rounds and in long ones. */
export function* negotiate(crowd: Crowd, order: Order): Slices<boolean> {
  const { places, search, demands } = crowd;
  const effortBefore = search.effort;
  let [meanMm, meanMm2, meanG] = [0, 0, 0];
  for (let round = 0; round < MOST_ROUNDS && search.effort - effortBefore < MOST_EFFORT; round += 1) {
    const over = places.overfull();
    if (over.length === 0) return true;
    yield* crowd.wake(over);
    if (round === 0) {
      meanMm = mean(demands(), (share) => share.way.lengthMm);
      meanMm2 = mean(demands(), (_, demand) => demand.weight.areaMm2);
      meanG = mean(demands(), (_, demand) => demand.weight.massGPerM);
    } else raisePrices(places, over, meanMm, meanMm2, meanG);
    search.forgetPrices();
    const terms: Terms = { kind: 'priced', overMm: meanMm * FIRST_OVER * OVER_GROWTH ** round };
    for (const demand of order(demands())) {
      moveOut(places, search, demand, terms);
      yield* search.pause();
    }
  }
  return places.overfull().length === 0;
}

/** Lays anew those cables of a demand that lie in a place over its limit. */
function moveOut(places: Places, search: WaySearch, demand: Demand, terms: Terms): void {
  if (demand.apart !== null) {
    if (demand.shares.some(({ way }) => places.isOverAlong(way.stretches))) layUnit({ places, search }, unitOf(demand), terms);
    return;
  }
  let left = 0;
  for (const share of [...demand.shares]) {
    if (!places.isOverAlong(share.way.stretches)) continue;
    left += share.count;
    takeOff(places, demand, share.way, share.count);
  }
  layCheapest(places, search, demand, left, terms);
}

/** Lays so many cables of a demand along the cheapest ways, as many at once as fit. */
export function layCheapest(places: Places, search: WaySearch, demand: Demand, count: number, terms: Terms): number {
  let left = count;
  while (left > 0) {
    const way = search.find(demand, terms);
    if (way === null) break;
    // Of ways that pass a stretch twice, one is laid at a time.
    const fits = demand.pins.length > 0 && passesTwice(way) ? 1 : places.roomAlong(way.stretches, demand.weight, left);
    const laid = fits > 0 ? fits : Math.ceil(left / MOVED_SHARE);
    putOn(places, demand, way, laid);
    left -= laid;
  }
  return left;
}

function raisePrices(places: Places, over: readonly number[], meanMm: number, meanMm2: number, meanG: number): void {
  for (const place of over) {
    const cables = places.cables[place]!;
    const { areaShare, massShare } = places.excessShares(place);
    const stepMm = meanMm * PRICE_STEP;
    if (areaShare > 0) places.pricePerMm2[place]! += (stepMm / meanMm2) * Math.min(1, Math.max(areaShare, 1 / cables));
    if (massShare > 0) places.pricePerG[place]! += (stepMm / meanG) * Math.min(1, Math.max(massShare, 1 / cables));
  }
}

function mean(demands: readonly Demand[], figure: (share: Share, demand: Demand) => number): number {
  let [sum, count] = [0, 0];
  for (const demand of demands) {
    for (const share of demand.shares) {
      sum += figure(share, demand) * share.count;
      count += share.count;
    }
  }
  return count === 0 ? 0 : sum / count;
}
