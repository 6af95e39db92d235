/** Lays the cables of redundancy groups so that no two share a pathway, or says what keeps them together. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Network, Survey } from '../../survey/types.ts';
import type { Pausing, Progress, Work } from '../../work.ts';
import { networkParts } from '../capacity/networkParts.ts';
import type { PortTable } from '../portTable.ts';
import type { Courses } from '../rules/courses.ts';
import type { LaidWay } from '../rules/laidWay.ts';
import { HOPS, lengthOfCost } from '../shortestPaths.ts';
import { NONE, RouteStatus, type Cabling } from '../types.ts';
import { apartSets, type ApartSet } from './apartSets.ts';
import { bottleneckOf, needed, type Bottleneck } from './bottleneck.ts';
import { CableSearch, openingKey, type ApartWay, type Ban, type CableExit } from './cableSearch.ts';
import { bansOf, Meeting } from './conflicts.ts';
import { costOf, searchApart, separateWays, type Apart, type Member } from './conflictSearch.ts';
import { flowWays } from './flowWays.ts';
import { memberNet, type MemberNet } from './memberNet.ts';
import { neededByAll } from './needs.ts';
import type { Walk } from './netWalk.ts';
import { pricedWays, type Effort } from './pricedSearch.ts';
import { sharedSides, type SharedSide } from './sharedSides.ts';

/** How a set of cables came out. */
export type ApartOutcome = {
  readonly set: ApartSet;
  /** Rows of its cables that run over pathways, ascending. */
  readonly cables: readonly number[];
  /** Sides of cabinets that several of its cables pass. */
  readonly sides: readonly SharedSide[];
} & (
  | {
      readonly kind: 'apart';
      /** By how much all ways together, before they make room for others, may be longer than the shortest; 0: they are the shortest, proven. */
      readonly gapMm: number;
      /** No ways of its cables that share nothing are shorter in total than this, proven. */
      readonly leastMm: number;
      /** Rows of the cabinets that its cables leave by different openings, ascending. */
      readonly splitCabinets: readonly number[];
    }
  | {
      /** Proven: there are no ways that share nothing. */
      readonly kind: 'together';
      /** Places that more of the cables need than there are of them; empty where they hinder each other without such places. */
      readonly places: readonly Ban[];
      /** Rows of the cables none of which gets past these places, ascending. */
      readonly needing: readonly number[];
    }
  /** With the effort allowed no ways were found, and none were ruled out. */
  | { readonly kind: 'undecided' }
  /** Two of its links run through one cable. */
  | { readonly kind: 'one-cable'; readonly shared: number }
);

export interface ApartInput {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly ports: PortTable;
  /** Every cable as the rules lay it. */
  readonly cabling: Cabling;
  readonly courses: Courses;
}

export interface ApartWays {
  readonly outcomes: readonly ApartOutcome[];
  readonly ways: ReadonlyMap<number, LaidWay>;
}

/** Branches at most for one set: more on a small network, where each is cheap. Where pins rule prices out, branching has all the effort. */
const BRANCHES_BY_EDGES = 400_000;
const MOST_BRANCHES = 4_000;
const LEAST_BRANCHES = 40;
const MOST_BEFORE_PRICES = 40;
/** Arcs of the network that the search by prices looks at, at most, for one set. */
const MOST_ARCS: Effort = { room: 15_000_000, length: 15_000_000 };

/**
 * Sets one by one, in order of their groups' ids; a cable that two sets name is laid by the first, and the second takes it as it lies.
 * A set depends on its own cables, their courses, their ends and the network, not on what else lies in the pathways.
 * Pauses often; its share is that of the sets that are done.
 */
export function* keepApart(input: ApartInput): Work<ApartWays> {
  const { plan, survey, cabling, courses } = input;
  const outcomes: ApartOutcome[] = [];
  const ways = new Map<number, LaidWay>();
  if (plan.diversityGroups.size === 0) return { outcomes, ways };
  const { ofEdge } = networkParts(survey);
  const taken = new Map<number, ApartWay>();
  const sets = apartSets(plan, survey, cabling);
  for (const [done, set] of sets.entries()) {
    const progress = { doing: 'Keeping links apart', share: done / sets.length };
    yield progress;
    const shared = sharedCable(set);
    const cables = set.strands.flat().filter((cable) => cabling.cables.status[cable] === RouteStatus.pathways);
    const base = { set, cables: [...new Set(cables)].sort((a, b) => a - b), sides: sharedSides(survey, cabling, set) };
    if (shared !== NONE) {
      outcomes.push({ ...base, kind: 'one-cable', shared });
      continue;
    }
    const members = set.strands.flatMap((strand, at) =>
      strand
        .filter((cable) => cables.includes(cable))
        .map((cable): Member => ({ search: new CableSearch(input, cable, courses.of(cable), taken.get(cable) ?? null), strand: at })),
    );
    const partOf = ({ search }: Member): number => ofEdge[must(search.exits[0][0], 'exit').access.segment]!;
    let [gapMm, leastMm, isUndecided, narrow] = [0, 0, false, null as { places: readonly Ban[]; needing: readonly number[] } | null];
    const found = new Map<number, ApartWay>();
    // Cables of different parts of the network never meet; each part is settled by itself, whatever changes in the others.
    for (const part of [...new Set(members.map(partOf))].sort((a, b) => a - b)) {
      const inPart = members.filter((member) => partOf(member) === part);
      const apart = yield* telling(progress, settleApart(survey, inPart));
      if (apart.kind === 'undecided') isUndecided = true;
      if (apart.kind === 'together') {
        const needing = apart.needing.map((at) => must(inPart[at], 'member').search.cable);
        narrow = { places: [...(narrow?.places ?? []), ...apart.places], needing: [...(narrow?.needing ?? []), ...needing] };
      }
      if (apart.kind !== 'apart') continue;
      gapMm += lengthOfCost(apart.cost) - lengthOfCost(apart.leastCost);
      leastMm += lengthOfCost(apart.leastCost);
      apart.ways.forEach((way, at) => found.set(must(inPart[at], 'member').search.cable, way));
    }
    if (narrow !== null) {
      outcomes.push({ ...base, kind: 'together', places: narrow.places, needing: narrow.needing.toSorted((a, b) => a - b) });
      continue;
    }
    if (isUndecided) {
      outcomes.push({ ...base, kind: 'undecided' });
      continue;
    }
    outcomes.push({ ...base, kind: 'apart', gapMm, leastMm, splitCabinets: splitCabinets(survey, members, partOf) });
    for (const [cable, way] of found) {
      if (taken.has(cable)) continue;
      taken.set(cable, way);
      const { pathMm, pathwayMm } = way;
      ways.set(cable, { longestLink: cabling.cables.longestLink[cable]!, over: way, pathMm, pathwayMm });
    }
  }
  return { outcomes, ways };
}

/** Work on one set, which tells at its pauses how many were done before it. */
function* telling<T>(progress: Progress, work: Pausing<T>): Work<T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield progress;
  }
}

type Settled = Extract<Apart, { readonly kind: 'apart' }> | ({ readonly kind: 'together' } & Bottleneck) | { readonly kind: 'undecided' };

interface Known {
  readonly networks: readonly Network[];
  readonly settled: Settled;
}

const knownOfNetwork = new WeakMap<Network, Map<string, Known>>();
/** So many sets are remembered at most; then all are forgotten. */
const MOST_KNOWN = 4096;

/** How cables come out, remembered by all that it depends on: where the cables may leave their cabinets, what it costs them, and what is open to them. */
export function* settleApart(survey: Survey, members: readonly Member[]): Pausing<Settled> {
  if (members.some(({ search }) => search.laid !== null || search.course.pins.length > 0)) return yield* settle(survey, members);
  const key = JSON.stringify(
    members.map(({ search, strand }) => [strand, search.cabinets, search.exits.map((exits) => exits.map(exitKey))]),
  );
  const networks = members.map(({ search }) => search.course.network);
  const known = knownOfNetwork.get(survey.network) ?? new Map<string, Known>();
  knownOfNetwork.set(survey.network, known);
  const before = known.get(key);
  if (before?.networks.every((network, at) => network === networks[at]) === true) return before.settled;
  if (known.size >= MOST_KNOWN) known.clear();
  const fresh = yield* settle(survey, members);
  known.set(key, { networks, settled: fresh });
  return fresh;
}

function exitKey({ row, access, insideMm }: CableExit): readonly (number | string)[] {
  return [row, access.segment, access.alongMm, insideMm, openingKey(access)];
}

/** First each on its best way; where these meet, by flow; where flow does not say all, by branching; where that does not, by prices. */
function* settle(survey: Survey, members: readonly Member[]): Pausing<Settled> {
  const meeting = new Meeting(
    survey,
    members.map(({ search }) => search),
  );
  const separate = separateWays(meeting, members);
  if (separate?.kind === 'apart') return separate;
  yield;
  const flow = flowWays(survey, meeting, members);
  if (flow.kind === 'bottleneck') return { kind: 'together', ...(needed(members, flow.places) ?? { places: flow.places, needing: [] }) };
  const known = flow.kind === 'ways' ? flow.ways : null;
  const boundCost = flow.kind === 'ways' ? flow.leastMm * HOPS : 0;
  if (known !== null && lengthOfCost(costOf(known)) === lengthOfCost(boundCost)) {
    return { kind: 'apart', ways: known, cost: costOf(known), leastCost: costOf(known) };
  }
  const isPinned = members.some(({ search }) => search.laid === null && search.course.pins.length > 0);
  const mostBranches = Math.min(MOST_BRANCHES, Math.max(LEAST_BRANCHES, Math.floor(BRANCHES_BY_EDGES / survey.network.edgeCount)));
  yield;
  const branched = yield* searchApart(survey, meeting, members, isPinned ? mostBranches : MOST_BEFORE_PRICES, known, boundCost);
  if (branched.kind === 'apart' && (isPinned || lengthOfCost(branched.cost) === lengthOfCost(branched.leastCost))) return branched;
  const net = memberNet(survey, meeting, members);
  const narrow = branched.kind === 'apart' ? null : ((yield* bottleneckOf(net, members)) ?? (yield* neededByTwo(meeting, members)));
  if (narrow !== null) return { kind: 'together', ...narrow };
  const found = isPinned ? branched : yield* byPrices(survey, meeting, members, net, branched);
  if (found.kind === 'apart') return found;
  return found.kind === 'impossible' ? { kind: 'together', places: [], needing: [] } : { kind: 'undecided' };
}

/** What prices make of what branching left open. */
function* byPrices(survey: Survey, meeting: Meeting, members: readonly Member[], net: MemberNet, before: Apart): Pausing<Apart> {
  if (before.kind === 'impossible') return before;
  // Ways that earlier sets have laid cost what they cost.
  const isLaid = members.map(({ search }) => search.laid !== null);
  const laidMm = members.reduce((sum, { search }) => sum + (search.laid?.pathMm ?? 0), 0);
  const knownMm = before.kind === 'apart' ? lengthMm(before.ways) - laidMm : Infinity;
  const { walks, leastMm } = yield* pricedWays(net, { strands: members.map(({ strand }) => strand), isLaid, knownMm }, MOST_ARCS);
  if (walks === null && before.kind !== 'apart') return { kind: leastMm === Infinity ? 'impossible' : 'unknown' };
  const ways = walks === null ? must(before.kind === 'apart' ? before.ways : null, 'ways') : waysOf(survey, meeting, members, net, walks);
  const cost = costOf(ways);
  const boundMm = Math.max(leastMm + laidMm, before.kind === 'apart' ? lengthOfCost(before.leastCost) : 0);
  return { kind: 'apart', ways, cost, leastCost: Math.min(cost, boundMm >= lengthMm(ways) ? cost : boundMm * HOPS) };
}

function lengthMm(ways: readonly ApartWay[]): number {
  return ways.reduce((sum, { pathMm }) => sum + pathMm, 0);
}

/** Ways from walks over pieces: one after the other, each the best that keeps clear of where the others are. */
function waysOf(
  survey: Survey,
  meeting: Meeting,
  members: readonly Member[],
  net: MemberNet,
  walks: readonly (Walk | null)[],
): readonly ApartWay[] {
  const taken = members.map(({ search }, at): readonly Ban[] => {
    if (search.laid !== null) return bansOf(survey, meeting, search.laid);
    return (walks[at]?.places ?? []).map((place) => must(net.places[place], 'place'));
  });
  return members.map(({ search, strand }, at) => {
    const bans = members.flatMap((other, row) => (other.strand === strand ? [] : (taken[row] ?? [])));
    const way = must(search.find(bans), 'way where the walk runs');
    taken[at] = bansOf(survey, meeting, way);
    return way;
  });
}

/** Searches at most for a place that two cables need. */
const MOST_FINDS = 600;

/** A place that two of the cables cannot do without, found way by way: it may follow from what is pinned or laid before. */
function* neededByTwo(meeting: Meeting, members: readonly Member[]): Pausing<Bottleneck | null> {
  let finds = 0;
  for (const [at, one] of members.entries()) {
    if (finds > MOST_FINDS) return null;
    const own = neededByAll(meeting, [one.search]);
    finds += one.search.find([])?.steps.length ?? 0;
    for (const other of members.slice(at + 1)) {
      yield;
      if (one.strand === other.strand) continue;
      finds += own.length;
      const place = own.find((needed) => other.search.find([needed]) === null);
      if (place !== undefined) return needed(members, [place]);
    }
  }
  return null;
}

/** As the cables of each part of the network meet there. */
function splitCabinets(survey: Survey, members: readonly Member[], partOf: (member: Member) => number): number[] {
  const split = new Set<number>();
  for (const part of new Set(members.map(partOf))) {
    const searches = members.filter((member) => partOf(member) === part).map(({ search }) => search);
    const meeting = new Meeting(survey, searches);
    for (const cabinet of searches.flatMap(({ cabinets }) => cabinets)) if (meeting.isSplit(cabinet)) split.add(cabinet);
  }
  return [...split].sort((a, b) => a - b);
}

function sharedCable({ strands }: ApartSet): number {
  const seen = new Set<number>();
  for (const strand of strands) {
    for (const cable of strand) {
      if (seen.has(cable)) return cable;
    }
    for (const cable of strand) seen.add(cable);
  }
  return NONE;
}
