/** What negotiation leaves longer than need be is laid shorter where there is room, and two cables change places where that helps. */
import type { Crowd } from './crowd.ts';
import { countOn, putOn, takeOff, type Demand, type Way } from './demand.ts';
import { exchange } from './exchange.ts';
import { layUnit, unitOf } from './joint.ts';
import { layCheapest } from './negotiation.ts';
import { standingIn, type Laid } from './standing.ts';
import type { Slices } from './waySearch.ts';

const FITTING = { kind: 'fitting' } as const;
const FREE = { kind: 'free' } as const;
const MOST_PASSES = 12;

/** Cables that lie along a longer way than the shortest there is. */
interface Detour extends Laid {
  readonly free: Way;
}

/** Shortens ways without overfilling anything, until nothing gets shorter or so much effort is spent. */
export function* shorten(crowd: Crowd, mostEffort: number): Slices<void> {
  const until = crowd.search.effort + mostEffort;
  const shortest = new Map<Demand, Way | null>();
  const freeWay = (demand: Demand): Way | null => {
    let way = shortest.get(demand);
    if (way === undefined) shortest.set(demand, (way = crowd.search.find(demand, FREE)));
    return way;
  };
  /** Tries a move on every detour; true when any of them made something shorter. */
  const isShorterBy = function* (move: (detour: Detour) => boolean): Slices<boolean> {
    let isShorter = false;
    for (const demand of crowd.demands()) {
      const free = freeWay(demand);
      if (free === null) continue;
      yield* crowd.search.pause();
      for (const way of demand.shares.map((share) => share.way).filter(({ lengthMm }) => lengthMm > free.lengthMm)) {
        while (countOn(demand, way) > 0 && crowd.search.effort < until && move({ demand, way, free })) isShorter = true;
      }
    }
    return isShorter;
  };
  for (let pass = 0; pass < MOST_PASSES && crowd.search.effort < until; pass += 1) {
    const isUnitShorter = layUnitsShorter(crowd);
    if ((yield* isShorterBy((detour) => layShorter(crowd, detour))) || isUnitShorter) continue;
    if (!(yield* isShorterBy((detour) => changePlaces(crowd, detour, until)))) return;
  }
}

/** Lays units anew that lie along longer ways than those of the first phase. */
function layUnitsShorter(crowd: Crowd): boolean {
  let isShorter = false;
  const firsts = crowd.demands().filter((demand) => demand.apart !== null && unitOf(demand)[0] === demand);
  for (const unit of firsts.map(unitOf)) {
    if (unit.some(({ shares }) => shares.length === 0)) continue;
    const isDetour = unit.some((demand) => demand.shares.some(({ way }) => way.lengthMm > crowd.homeOf(demand).lengthMm));
    if (isDetour && layUnit(crowd, unit, FITTING, (beforeMm, afterMm) => afterMm < beforeMm)) isShorter = true;
  }
  return isShorter;
}

/** Lays what lies along a way along shorter ones that have room; true when any of it got shorter. */
function layShorter({ places, search }: Crowd, { demand, way }: Detour): boolean {
  const count = countOn(demand, way);
  takeOff(places, demand, way, count);
  const left = layCheapest(places, search, demand, count, FITTING);
  if (left > 0) putOn(places, demand, way, left);
  return countOn(demand, way) < count;
}

/** One cable and another that stands in its shortest way are both laid anew; they stay so where that is shorter. */
function changePlaces(crowd: Crowd, { demand, way, free }: Detour, until: number): boolean {
  return standingIn(crowd, free, demand).some(({ demand: other, way: otherWay }) => {
    if (crowd.search.effort >= until) return false;
    const sumMm = way.lengthMm + otherWay.lengthMm;
    return exchange(crowd, { demand, way, other, otherWay }, (newMm) => newMm < sumMm);
  });
}
