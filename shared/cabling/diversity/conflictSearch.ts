/**
 * Ways that share nothing, by branching on conflicts: every cable starts on its own best way; where two of them share a place, one
 * branch forbids it to the first, the other to the second. The cheapest branch is followed first, so the first that is free of
 * conflicts is the optimum, and when the effort runs out, the cheapest branch left tells how much better any other could be.
 */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import type { Pausing } from '../../work.ts';
import type { ApartWay, Ban, CableSearch } from './cableSearch.ts';
import { bansOf, type Meeting } from './conflicts.ts';

/** A cable, and which strand it is part of: cables of one strand may share what they like. */
export interface Member {
  readonly search: CableSearch;
  readonly strand: number;
}

export type Apart =
  | { readonly kind: 'apart'; readonly ways: readonly ApartWay[]; readonly cost: number; readonly leastCost: number }
  /** Proven: there is none. */
  | { readonly kind: 'impossible' }
  /** Neither found nor ruled out with the effort allowed. */
  | { readonly kind: 'unknown' };

interface Branch {
  readonly bans: readonly (readonly Ban[])[];
  readonly ways: readonly ApartWay[];
  readonly cost: number;
}

/** Each on its own best way, where these share nothing; null where they do, or where one has none. */
export function separateWays(meeting: Meeting, members: readonly Member[]): Apart | null {
  const first = newBranch(
    members,
    members.map(() => []),
    [],
  );
  return first === null || findConflict(meeting, members, first.ways) !== null ? null : proven(first.ways);
}

/** Searches with so many branches at most, given ways that are known to do, and a bound that no ways can be under; pauses at each. */
export function* searchApart(
  survey: Survey,
  meeting: Meeting,
  members: readonly Member[],
  mostBranches: number,
  known: readonly ApartWay[] | null,
  boundCost = 0,
): Pausing<Apart> {
  const first = newBranch(
    members,
    members.map(() => []),
    [],
  );
  if (first === null) return { kind: 'impossible' };
  const best = known ?? (yield* firstComeWays(survey, meeting, members));
  const open = [first];
  for (let branches = 0; open.length > 0 && branches < mostBranches; branches += 1) {
    yield;
    const next = takeCheapest(open);
    if (best !== null && next.cost >= costOf(best)) return proven(best);
    const conflict = findConflict(meeting, members, next.ways);
    if (conflict === null) return proven(next.ways);
    for (const member of conflict.members) {
      const bans = next.bans.map((list, at) => (at === member ? [...list, conflict.ban] : list));
      const child = newBranch(members, bans, next.ways, member);
      if (child !== null && (best === null || child.cost < costOf(best))) open.push(child);
    }
  }
  if (best === null) return { kind: open.length === 0 ? 'impossible' : 'unknown' };
  if (open.length === 0) return proven(best);
  const leastCost = Math.max(boundCost, Math.min(...open.map(({ cost }) => cost)));
  return { kind: 'apart', ways: best, cost: costOf(best), leastCost: Math.min(leastCost, costOf(best)) };
}

/** One after the other, each clear of those before: a start from which to improve. Several orders are tried. */
export function* firstComeWays(survey: Survey, meeting: Meeting, members: readonly Member[]): Pausing<readonly ApartWay[] | null> {
  let best: readonly ApartWay[] | null = null;
  for (let turn = 0; turn < members.length; turn += 1) {
    yield;
    const order = [...members.keys()].map((at) => (at + turn) % members.length);
    for (const tried of [order, order.toReversed()]) {
      const ways = inOrder(survey, meeting, members, tried);
      if (ways !== null && (best === null || costOf(ways) < costOf(best))) best = ways;
    }
  }
  return best;
}

export function costOf(ways: readonly ApartWay[]): number {
  return ways.reduce((sum, { cost }) => sum + cost, 0);
}

function inOrder(survey: Survey, meeting: Meeting, members: readonly Member[], order: readonly number[]): ApartWay[] | null {
  const found = new Map<number, ApartWay>();
  for (const at of order) {
    const { search, strand } = must(members[at], 'member');
    const bans = [...found].filter(([other]) => members[other]?.strand !== strand).flatMap(([, way]) => bansOf(survey, meeting, way));
    const way = search.find(bans);
    if (way === null) return null;
    found.set(at, way);
  }
  return members.map((_, at) => must(found.get(at), 'way'));
}

function newBranch(
  members: readonly Member[],
  bans: readonly (readonly Ban[])[],
  before: readonly ApartWay[],
  changed: number | null = null,
): Branch | null {
  const ways: ApartWay[] = [];
  for (const [at, { search }] of members.entries()) {
    const way = changed === null || changed === at ? search.find(must(bans[at], 'bans')) : must(before[at], 'way');
    if (way === null) return null;
    ways.push(way);
  }
  return { bans, ways, cost: costOf(ways) };
}

function findConflict(
  meeting: Meeting,
  members: readonly Member[],
  ways: readonly ApartWay[],
): { readonly ban: Ban; readonly members: readonly [number, number] } | null {
  for (let one = 0; one < ways.length; one += 1) {
    for (let other = one + 1; other < ways.length; other += 1) {
      if (members[one]?.strand === members[other]?.strand) continue;
      const ban = meeting.conflict(must(ways[one], 'way'), must(ways[other], 'way'));
      if (ban !== null) return { ban, members: [one, other] };
    }
  }
  return null;
}

/** Of equally cheap branches the one made first. */
function takeCheapest(open: Branch[]): Branch {
  let cheapest = 0;
  open.forEach((branch, at) => {
    if (branch.cost < open[cheapest]!.cost) cheapest = at;
  });
  return must(open.splice(cheapest, 1)[0], 'branch');
}

function proven(ways: readonly ApartWay[]): Apart {
  return { kind: 'apart', ways, cost: costOf(ways), leastCost: costOf(ways) };
}
