/**
 * Ruin and recreate: some cables that stand in each other's way are taken out together and laid anew in another order, again and
 * again. It finds what no exchange of two finds: one thick cable that makes way for several thin ones, and rings of three.
 */
import { must } from '../../assert.ts';
import { Chance } from './chance.ts';
import type { Crowd } from './crowd.ts';
import { countOn, isSameWay, putOn, takeOff, type Demand, type Way } from './demand.ts';
import type { CrowdedOut } from './settle.ts';
import { standingIn, type Laid } from './standing.ts';
import type { Slices } from './waySearch.ts';

const FITTING = { kind: 'fitting' } as const;
const FREE = { kind: 'free' } as const;
/** At most so many cables are taken out at once: of those in the way, and of others that make a detour. */
const MOST_IN_THE_WAY = 10;
const MOST_OTHERS = 4;
/** After so many rebuildings without gain, none is looked for any longer. */
const MOST_IDLE = 300;
/** Detours that a pushing cable takes rather than push another away, the shortest and how many doublings of it; and how many push. */
const LEAST_PUSH_MM = 250;
const PUSHES = 8;
const MOST_PUSHED = 12;
/** Of one demand's cables along one way, so many at most count as single ones. */
const MOST_ALIKE = 6;

/** A cable to be laid; `way` is where it lay, null when it lay nowhere. */
interface Loose {
  readonly demand: Demand;
  readonly way: Way | null;
}

/** Cables as they lay before and after; in the same number. */
interface Rebuilt {
  readonly before: readonly Loose[];
  readonly after: readonly Loose[];
}

/**
 * Rebuilds until so much effort is spent, or long nothing was gained. Takes and gives what is crowded out; a rebuilding stays when
 * it leaves fewer crowded out, or as many and no longer ways.
 */
export function* rebuild(crowd: Crowd, crowdedOut: readonly CrowdedOut[], mostEffort: number): Slices<readonly CrowdedOut[]> {
  const { search, places } = crowd;
  const until = search.effort + mostEffort;
  const out: Demand[] = crowdedOut.flatMap(({ demand, count }) => Array.from({ length: count }, () => demand));
  const chance = new Chance();
  const free = new Map<Demand, Way | null>();
  const freeWay = (demand: Demand): Way | null => {
    if (!free.has(demand)) free.set(demand, search.find(demand, FREE));
    return free.get(demand) ?? null;
  };
  for (let idle = 0; idle < MOST_IDLE && search.effort < until; idle += 1) {
    yield* search.pause();
    const wishes = [...out.map((demand): Loose => ({ demand, way: null })), ...detours(crowd, freeWay)];
    // Listing them is work, too.
    search.effort += crowd.demands().length;
    const wish = wishes[chance.below(wishes.length)];
    const rather = wish === undefined ? null : freeWay(wish.demand);
    if (wish === undefined || rather === null) break;
    const { before, after } = chance.below(2) === 0 ? layTogether(crowd, wish, rather, wishes, chance) : pushThrough(crowd, wish, chance);
    const gain = gainOf(before, after);
    if (gain !== 'worse') {
      if (gain === 'better') idle = 0;
      for (const { demand, way } of before) if (way === null) out.splice(out.indexOf(demand), 1);
      for (const { demand, way } of after) if (way === null) out.push(demand);
      continue;
    }
    for (const { demand, way } of after) if (way !== null) takeOff(places, demand, way, 1);
    for (const { demand, way } of before) if (way !== null) putOn(places, demand, way, 1);
  }
  return counted(out);
}

/** Takes out the cable, some of those in its way and some others that make a detour, and lays them in a random order. */
function layTogether(crowd: Crowd, wish: Loose, rather: Way, wishes: readonly Loose[], chance: Chance): Rebuilt {
  const { places, search } = crowd;
  const others = chance.some(
    wishes.filter((one) => one.demand !== wish.demand),
    MOST_OTHERS,
  );
  const inTheWay = chance.some(single(standingIn(crowd, rather, wish.demand)), MOST_IN_THE_WAY);
  const before = withoutTwice([wish, ...others, ...inTheWay]);
  for (const { demand, way } of before) if (way !== null) takeOff(places, demand, way, 1);
  const order = chance.below(2) === 0 ? chance.shuffled(before) : [wish, ...chance.shuffled(before.filter((one) => one !== wish))];
  const after = order.map(({ demand }): Loose => {
    const way = search.find(demand, FITTING);
    if (way !== null) putOn(places, demand, way, 1);
    return { demand, way };
  });
  return { before, after };
}

/**
 * Lays the cable along a way that it would rather go though it be full, for which others must leave, who do the same in turn. A
 * place that pushes one out costs more from then on; a chain too long leaves its last ones out.
 */
function pushThrough(crowd: Crowd, wish: Loose, chance: Chance): Rebuilt {
  const { places, search } = crowd;
  const before: Loose[] = [wish];
  const after: Loose[] = [];
  const toLay = [0];
  const priced: number[] = [];
  if (wish.way !== null) takeOff(places, wish.demand, wish.way, 1);
  const overMm = LEAST_PUSH_MM * 2 ** chance.below(PUSHES);
  for (let moves = 0; toLay.length > 0; moves += 1) {
    const row = must(toLay.shift(), 'cable');
    const { demand } = must(before[row], 'cable');
    const way = search.find(demand, moves < MOST_PUSHED ? { kind: 'priced', overMm } : FITTING);
    after[row] = { demand, way };
    if (way === null) continue;
    putOn(places, demand, way, 1);
    for (let over = crowd.overPlaces(way); over.length > 0; over = crowd.overPlaces(way)) {
      const others = crowd.layingIn(over).filter((one) => one.demand !== demand || !isSameWay(one.way, way));
      const pushed = others[chance.below(others.length)];
      // Whom a place pushes out must not find it cheap to come straight back.
      for (const place of over) places.pricePerMm2[place]! += overMm / Math.max(1, (pushed?.demand ?? demand).weight.areaMm2);
      priced.push(...over);
      search.forgetPrices();
      if (pushed === undefined) {
        // Its like are in its way, whom it cannot push: it looks for another way itself.
        takeOff(places, demand, way, 1);
        after[row] = { demand, way: null };
        if (moves < MOST_PUSHED) toLay.unshift(row);
        break;
      }
      takeOff(places, pushed.demand, pushed.way, 1);
      toLay.push(rowOf(before, after, pushed));
    }
  }
  for (const place of priced) places.pricePerMm2[place] = 0;
  search.forgetPrices();
  return { before, after };
}

/** Row of a cable that is pushed: of one that moved before, when it lies where that was laid, else a new one. */
function rowOf(before: Loose[], after: Loose[], { demand, way }: Laid): number {
  const moved = after.findIndex((one: Loose | undefined) => one?.demand === demand && one.way !== null && isSameWay(one.way, way));
  if (moved < 0) return before.push({ demand, way }) - 1;
  after[moved] = { demand, way: null };
  return moved;
}

function detours(crowd: Crowd, freeWay: (demand: Demand) => Way | null): Loose[] {
  return crowd.demands().flatMap((demand) => {
    const isDetour = demand.shares.some(({ way }) => way.lengthMm > crowd.homeOf(demand).lengthMm);
    const leastMm = isDetour ? (freeWay(demand)?.lengthMm ?? Infinity) : Infinity;
    return single(demand.shares.filter(({ way }) => way.lengthMm > leastMm).map(({ way }) => ({ demand, way })));
  });
}

/** Each cable of each share by itself, up to a few alike. */
function single(laid: readonly Laid[]): Laid[] {
  return laid.flatMap((one) => Array.from({ length: Math.min(MOST_ALIKE, countOn(one.demand, one.way)) }, () => one));
}

/** No more cables of a share than there are. */
function withoutTwice(loose: readonly Loose[]): Loose[] {
  const taken = new Map<Way, number>();
  return loose.filter(({ demand, way }) => {
    if (way === null) return true;
    const count = (taken.get(way) ?? 0) + 1;
    taken.set(way, count);
    return count <= countOn(demand, way);
  });
}

/** Fewer crowded out is better, then a shorter sum. */
function gainOf(before: readonly Loose[], after: readonly Loose[]): 'better' | 'same' | 'worse' {
  const outOf = (list: readonly Loose[]): number => list.filter(({ way }) => way === null).length;
  const sumMm = (list: readonly Loose[]): number => list.reduce((sum, { way }) => sum + (way?.lengthMm ?? 0), 0);
  const gain = outOf(before) - outOf(after) || sumMm(before) - sumMm(after);
  return gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse';
}

function counted(out: readonly Demand[]): CrowdedOut[] {
  const counts = new Map<Demand, number>();
  for (const demand of out) counts.set(demand, (counts.get(demand) ?? 0) + 1);
  return [...counts].map(([demand, count]) => ({ demand, count })).sort((a, b) => a.demand.cables[0]! - b.demand.cables[0]!);
}
