/** When not everything fits: which cables find no room, so that all others do. */
import { clashOf } from './apartness.ts';
import type { Crowd } from './crowd.ts';
import { countOn, putOn, takeOff, type Demand } from './demand.ts';
import { exchange } from './exchange.ts';
import { layUnit, unitOf } from './joint.ts';
import { standingIn } from './standing.ts';
import type { Slices } from './waySearch.ts';

/** Cables of one demand for which there is no room. */
export interface CrowdedOut {
  readonly demand: Demand;
  readonly count: number;
}

const FITTING = { kind: 'fitting' } as const;
/** Dearer than any detour, so that the way found is one that overfills as little as can be. */
const LEAST_OVER = { kind: 'priced', overMm: 1e9 } as const;

/**
 * Takes out cables, the last in order first, until nothing that can move is over its limit; then lays back each that has room
 * after all, be it that another one makes way for it, as long as there is effort to spend.
 */
export function* settle(crowd: Crowd, mostEffort: number): Slices<readonly CrowdedOut[]> {
  const until = crowd.search.effort + mostEffort;
  return yield* layBack(crowd, takeOut(crowd), until);
}

/** Lays back what has room after all, or gets it until so much effort is spent; what is still without is left. */
export function* layBack(crowd: Crowd, out: readonly CrowdedOut[], until: number): Slices<readonly CrowdedOut[]> {
  const { places, search } = crowd;
  const still: CrowdedOut[] = [];
  for (const { demand, count } of out) {
    let left = count;
    for (; left > 0; left -= 1) {
      yield* search.pause();
      // Laid together with others that it is kept apart from.
      if (demand.apart !== null && demand.shares.length > 0) continue;
      const way = search.find(demand, FITTING);
      if (way !== null) putOn(places, demand, way, 1);
      else if (search.effort >= until || !(layWithUnit(crowd, demand) || makeRoom(crowd, demand, until))) break;
    }
    if (left > 0) still.push({ demand, count: left });
  }
  return still.filter(({ demand }) => demand.apart === null || demand.shares.length === 0);
}

function takeOut({ places, demands }: Crowd): CrowdedOut[] {
  const out: CrowdedOut[] = [];
  for (const demand of [...demands()].reverse()) {
    let count = 0;
    for (const { way } of [...demand.shares].reverse()) {
      while (countOn(demand, way) > 0 && places.isOverAlong(way.stretches)) {
        takeOff(places, demand, way, 1);
        count += 1;
      }
    }
    if (count > 0) out.push({ demand, count });
  }
  return out.reverse();
}

/** Lays a cable and all those anew that it is kept apart from. */
function layWithUnit(crowd: Crowd, demand: Demand): boolean {
  return demand.apart !== null && layUnit(crowd, unitOf(demand), FITTING);
}

/**
 * What is left without room stays where it was, and those that it is kept apart from keep off it: where they do not, the whole unit
 * goes back, and each of it is laid that still fits. Leaves those without any way.
 */
export function stayApart(crowd: Crowd, out: readonly CrowdedOut[]): readonly CrowdedOut[] {
  const { places, search } = crowd;
  const units = new Set(out.flatMap(({ demand }) => (demand.apart === null ? [] : [demand])).map((demand) => unitOf(demand)[0]!));
  const left = out.filter(({ demand }) => demand.apart === null);
  for (const first of units) {
    const unit = unitOf(first);
    for (const demand of unit) if (demand.shares.length === 0) demand.apart!.stays = crowd.homeOf(demand);
    if (unit.some((demand) => isClashing(crowd, demand))) {
      for (const demand of unit) {
        for (const { way } of [...demand.shares]) takeOff(places, demand, way, 1);
        demand.apart!.stays = crowd.homeOf(demand);
      }
    }
    left.push(...unit.filter(({ shares }) => shares.length === 0).map((demand) => ({ demand, count: 1 })));
  }
  return left.flatMap(({ demand, count }) => {
    let still = count;
    for (; still > 0; still -= 1) {
      const way = search.find(demand, FITTING);
      if (way === null) break;
      putOn(places, demand, way, 1);
    }
    return still === 0 ? [] : [{ demand, count: still }];
  });
}

/** Whether a cable that stays where it was shares a place there with where another one has gone. */
function isClashing({ places }: Crowd, { apart }: Demand): boolean {
  const stays = apart?.stays ?? null;
  if (apart === null || stays === null) return false;
  return apart.others.some(({ demand, split }) => demand.shares.some(({ way }) => clashOf(places, stays, way, split) !== null));
}

/** Lays one cable in place of another, which goes elsewhere. */
function makeRoom(crowd: Crowd, demand: Demand, until: number): boolean {
  const { search } = crowd;
  const way = search.find(demand, LEAST_OVER);
  if (way === null) return false;
  return standingIn(crowd, way, demand).some(({ demand: other, way: otherWay }) => {
    return search.effort < until && exchange(crowd, { demand, way: null, other, otherWay }, () => true);
  });
}
