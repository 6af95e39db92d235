/**
 * Cables that are kept apart are laid together: each on its cheapest way, and where two of these share a place, one branch forbids it to
 * the first, another to the second, the cheapest branch first. Where that takes too long, one after the other in several orders.
 */
import { must } from '../../assert.ts';
import { clashOf, NOTHING_OFF, type Off } from './apartness.ts';
import { putOn, takeOff, type Demand, type Way } from './demand.ts';
import type { Terms } from './placeCosts.ts';
import type { Places } from './places.ts';
import type { WaySearch } from './waySearch.ts';

/** Branches looked at, at most. */
const MOST_BRANCHES = 48;
/** Of large units, so many orders are tried. */
const MOST_ORDERS = 12;

interface Ground {
  readonly places: Places;
  readonly search: WaySearch;
}

/** Ways by member. */
type Ways = readonly Way[];

/** The unit of a demand, itself among it, in order. Awake as a whole. */
export function unitOf(demand: Demand): Demand[] {
  const unit = new Set([demand]);
  for (const { apart } of unit) for (const other of apart?.others ?? []) unit.add(other.demand);
  return [...unit].sort((a, b) => a.cables[0]! - b.cables[0]!);
}

/**
 * Lays a unit anew. True when all of it lies and, where `isBetter` is asked, that says so of the sums of the lengths before and after;
 * else all is as before.
 */
export function layUnit(
  ground: Ground,
  unit: readonly Demand[],
  terms: Terms,
  isBetter?: (beforeMm: number, afterMm: number) => boolean,
): boolean {
  const { places } = ground;
  const before = unit.map(({ shares }) => shares[0]?.way ?? null);
  unit.forEach((demand, at) => {
    const way = before[at];
    if (way !== null && way !== undefined) takeOff(places, demand, way, 1);
  });
  const beforeMm = before.reduce((sum, way) => sum + (way?.lengthMm ?? 0), 0);
  for (const ways of waysTried(ground, unit, terms)) {
    if (isBetter !== undefined && !isBetter(beforeMm, sumMm(ways))) continue;
    unit.forEach((demand, at) => putOn(places, demand, ways[at]!, 1));
    // Cables of one link may share places: each fits by itself, and both may not.
    if (terms.kind !== 'fitting' || !ways.some(({ stretches }) => places.isOverAlong(stretches))) return true;
    unit.forEach((demand, at) => takeOff(places, demand, ways[at]!, 1));
  }
  unit.forEach((demand, at) => {
    const way = before[at];
    if (way !== null && way !== undefined) putOn(places, demand, way, 1);
  });
  return false;
}

function* waysTried(ground: Ground, unit: readonly Demand[], terms: Terms): Iterable<Ways> {
  const branched = byBranching(ground, unit, terms);
  if (branched.kind === 'none') return;
  if (branched.kind === 'ways') yield branched.ways;
  const inTurn = oneByOne(ground, unit, terms);
  if (inTurn !== null) yield inTurn;
}

function sumMm(ways: Ways): number {
  return ways.reduce((sum, { lengthMm }) => sum + lengthMm, 0);
}

interface Branch {
  readonly offs: readonly Off[];
  readonly ways: readonly Way[];
  readonly costs: readonly number[];
  readonly cost: number;
}

type Branched = { readonly kind: 'ways'; readonly ways: Ways } | { readonly kind: 'none' } | { readonly kind: 'unknown' };

function byBranching(ground: Ground, unit: readonly Demand[], terms: Terms): Branched {
  const first = branchOf(
    ground,
    unit,
    terms,
    unit.map(() => NOTHING_OFF),
  );
  const open = first === null ? [] : [first];
  for (let branches = 0; branches < MOST_BRANCHES; branches += 1) {
    const next = takeCheapest(open);
    if (next === null) return { kind: 'none' };
    const clash = firstClash(ground.places, unit, next.ways);
    if (clash === null) return { kind: 'ways', ways: next.ways };
    for (const at of clash.members) {
      const offs = next.offs.map((off, row) => (row === at ? joined(off, clash.off) : off));
      const child = branchOf(ground, unit, terms, offs, next, at);
      if (child !== null) open.push(child);
    }
  }
  return { kind: 'unknown' };
}

function branchOf(
  { search }: Ground,
  unit: readonly Demand[],
  terms: Terms,
  offs: readonly Off[],
  before: Branch | null = null,
  changed: number | null = null,
): Branch | null {
  const [ways, costs]: [Way[], number[]] = [[], []];
  for (const [at, demand] of unit.entries()) {
    if (before !== null && changed !== at) {
      ways.push(must(before.ways[at], 'way'));
      costs.push(must(before.costs[at], 'cost'));
      continue;
    }
    const way = search.find(demand, terms, must(offs[at], 'what it keeps off'));
    if (way === null) return null;
    ways.push(way);
    costs.push(search.costMm);
  }
  return { offs, ways, costs, cost: costs.reduce((sum, cost) => sum + cost, 0) };
}

function firstClash(
  places: Places,
  unit: readonly Demand[],
  ways: Ways,
): { readonly off: Off; readonly members: readonly [number, number] } | null {
  for (const [at, { apart }] of unit.entries()) {
    for (const { demand, split } of apart?.others ?? []) {
      const other = unit.indexOf(demand);
      if (other <= at) continue;
      const off = clashOf(places, ways[at]!, ways[other]!, split);
      if (off !== null) return { off, members: [at, other] };
    }
  }
  return null;
}

function joined(one: Off, other: Off): Off {
  return { stretches: [...one.stretches, ...other.stretches], openings: new Set([...one.openings, ...other.openings]) };
}

/** Of equally cheap branches the one made first. */
function takeCheapest(open: Branch[]): Branch | null {
  let cheapest = 0;
  open.forEach(({ cost }, at) => {
    if (cost < open[cheapest]!.cost) cheapest = at;
  });
  return open.splice(cheapest, 1)[0] ?? null;
}

/** The cheapest of several orders; each cable keeps off those laid before it. */
function oneByOne({ places, search }: Ground, unit: readonly Demand[], terms: Terms): Ways | null {
  let [best, least] = [null as Ways | null, Infinity];
  const rows = [...unit.keys()];
  for (let turn = 0; turn < Math.min(unit.length, MOST_ORDERS); turn += 1) {
    const turned = rows.map((at) => (at + turn) % unit.length);
    for (const order of [turned, turned.toReversed()]) {
      const laid = new Map<number, Way>();
      let cost = 0;
      for (const at of order) {
        const way = search.find(unit[at]!, terms);
        if (way === null) break;
        cost += search.costMm;
        putOn(places, unit[at]!, way, 1);
        laid.set(at, way);
      }
      for (const [at, way] of laid) takeOff(places, unit[at]!, way, 1);
      if (laid.size === unit.length && cost < least) [best, least] = [rows.map((at) => laid.get(at)!), cost];
    }
  }
  return best;
}
