/**
 * The fewest places that more cables need than may lie there: a least cut between one end of each and the other, every place holding
 * one. Pairs and triples first, then one cable of each strand, with the ends of each taken either way round. Where cables have no cabinet
 * in common the cut is a proof and not the only one there may be: none is found where they hinder each other without one.
 */
import { must } from '../../assert.ts';
import type { Pausing } from '../../work.ts';
import type { Ban } from './cableSearch.ts';
import type { Member } from './conflictSearch.ts';
import { leastCostFlow, type Arc } from './flow.ts';
import { NO_PLACE, type MemberNet } from './memberNet.ts';

export interface Bottleneck {
  readonly places: readonly Ban[];
  /** Members none of which gets past these places, by position, ascending: more than there are places. */
  readonly needing: readonly number[];
}

/** Arcs looked at, at most, in flows of all selections. */
const FLOWS_BY_ARCS = 600_000;
const LEAST_FLOWS = 24;

/** Null where no cut tells. Pauses at each flow. */
export function* bottleneckOf(net: MemberNet, members: readonly Member[]): Pausing<Bottleneck | null> {
  const mostFlows = Math.max(LEAST_FLOWS, Math.floor(FLOWS_BY_ARCS / net.arcTo.length));
  const ofFew = yield* tightest(net, members, few(members), mostFlows / 2);
  return ofFew ?? (yield* tightest(net, members, [oneOfEach(members)], mostFlows / 2));
}

function* tightest(
  net: MemberNet,
  members: readonly Member[],
  selections: Iterable<readonly number[]>,
  mostFlows: number,
): Pausing<Bottleneck | null> {
  let flows = 0;
  for (const chosen of selections) {
    for (let turned = 0; turned < 2 ** (chosen.length - 1); turned += 1) {
      if (flows >= mostFlows) return null;
      flows += 1;
      yield;
      const places = cutPlaces(net, chosen, turned);
      const found = places === null ? null : needed(members, places);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Which members do not get past these places; null where they are no more strands than places. */
export function needed(members: readonly Member[], places: readonly Ban[]): Bottleneck | null {
  const needing = members.flatMap(({ search }, at) => (search.find(places) === null ? [at] : []));
  const strands = new Set(needing.map((at) => must(members[at], 'member').strand));
  return strands.size > places.length ? { places, needing } : null;
}

function oneOfEach(members: readonly Member[]): readonly number[] {
  return [...members.keys()].filter((at) => members.findIndex(({ strand }) => strand === members[at]?.strand) === at);
}

/** Pairs, then triples, of different strands. */
function* few(members: readonly Member[]): Iterable<readonly number[]> {
  const rows = [...members.keys()];
  const isOther = (one: number, other: number): boolean => members[one]?.strand !== members[other]?.strand;
  for (const one of rows) for (const other of rows.slice(one + 1)) if (isOther(one, other)) yield [one, other];
  for (const one of rows) {
    for (const other of rows.slice(one + 1)) {
      if (!isOther(one, other)) continue;
      for (const third of rows.slice(other + 1)) if (isOther(one, third) && isOther(other, third)) yield [one, other, third];
    }
  }
}

/** Null where each gets through; `turned` has a bit for each member but the first whose ends change sides. */
function cutPlaces(net: MemberNet, chosen: readonly number[], turned: number): readonly Ban[] | null {
  const { first, arcTo, arcPlace, isSingle, start, finish, shut } = net;
  const arcs: Arc[] = [];
  const placeOf: number[] = [];
  const add = (from: number, to: number, capacity: number, place: number): void => {
    arcs.push({ from, to, cost: 0, capacity });
    placeOf.push(place);
  };
  let nodes = net.nodeCount;
  const [source, sink] = [nodes++, nodes++];
  const isEnd = new Uint8Array(net.nodeCount);
  start.forEach((node) => (isEnd[node] = 1));
  finish.forEach((node) => (isEnd[node] = 1));
  const isOpen = (place: number): boolean => place === NO_PLACE || chosen.some((at) => shut[at]![place] === 0);
  for (let node = 0; node < net.nodeCount; node += 1) {
    if (isEnd[node] === 1) continue;
    for (let arc = first[node]!; arc < first[node + 1]!; arc += 1) {
      const [to, place] = [arcTo[arc]!, arcPlace[arc]!];
      if (isEnd[to] === 1 || !isOpen(place)) continue;
      add(node, to, isSingle[place] === 1 ? 1 : chosen.length, place);
    }
  }
  // Cables of one cabinet share its openings: a node before each and one after it, one pair for those that leave and one for those that arrive.
  const openings = new Map<string, number>();
  const through = (place: number, isOut: boolean, outside: number, own: number): void => {
    const key = `${place} ${isOut}`;
    let inner = openings.get(key);
    if (inner === undefined) {
      inner = nodes;
      nodes += 2;
      openings.set(key, inner);
      if (isOut) add(inner, inner + 1, 1, place);
      else add(inner + 1, inner, 1, place);
    }
    if (isOut) {
      add(own, inner, 1, NO_PLACE);
      add(inner + 1, outside, 1, NO_PLACE);
    } else {
      add(outside, inner + 1, 1, NO_PLACE);
      add(inner, own, 1, NO_PLACE);
    }
  };
  const landings = landingsOf(net);
  for (const [position, at] of chosen.entries()) {
    const isTurned = position > 0 && (turned >> (position - 1)) % 2 === 1;
    for (const isOut of [true, false]) {
      const own = isOut === isTurned ? finish[at]! : start[at]!;
      if (isOut) add(source, own, 1, NO_PLACE);
      else add(own, sink, 1, NO_PLACE);
      for (const { node, place } of landings.get(own) ?? []) {
        if (place !== NO_PLACE) through(place, isOut, node, own);
        else if (isOut) add(own, node, 1, NO_PLACE);
        else add(node, own, 1, NO_PLACE);
      }
    }
  }
  const { total, isReached } = leastCostFlow(nodes, arcs, source, sink, chosen.length);
  if (total === chosen.length) return null;
  const cut = arcs.flatMap(({ from, to }, arc) => (isReached[from] === 1 && isReached[to] === 0 ? [placeOf[arc]!] : []));
  return [...new Set(cut)].filter((place) => place !== NO_PLACE).map((place) => must(net.places[place], 'place'));
}

interface Landing {
  readonly node: number;
  readonly place: number;
}

const landingsOfNet = new WeakMap<MemberNet, ReadonlyMap<number, readonly Landing[]>>();

/** Where each start and finish joins the pathways. */
function landingsOf(net: MemberNet): ReadonlyMap<number, readonly Landing[]> {
  const known = landingsOfNet.get(net);
  if (known !== undefined) return known;
  const { first, arcTo, arcPlace } = net;
  const finishes = new Set(net.finish);
  const landings = new Map<number, Landing[]>();
  const add = (end: number, node: number, place: number): void => {
    landings.set(end, [...(landings.get(end) ?? []), { node, place }]);
  };
  for (const end of net.start) for (let arc = first[end]!; arc < first[end + 1]!; arc += 1) add(end, arcTo[arc]!, arcPlace[arc]!);
  for (let node = 0; node < net.nodeCount; node += 1) {
    for (let arc = first[node]!; arc < first[node + 1]!; arc += 1) if (finishes.has(arcTo[arc]!)) add(arcTo[arc]!, node, arcPlace[arc]!);
  }
  landingsOfNet.set(net, landings);
  return landings;
}
