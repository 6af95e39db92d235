/**
 * The pathways as pieces from landing to landing, with a start and a finish for each cable of a set, in flat columns: what searches
 * walk over thousands of times. Cables may be ruled by different courses and may end anywhere; none is pinned.
 */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { isShutAlong } from '../rules/shut.ts';
import { openingKey, type Ban } from './cableSearch.ts';
import { bansOf, type Meeting } from './conflicts.ts';
import type { Member } from './conflictSearch.ts';

/** No place that could be shared: an exit by an opening that is not kept apart. */
export const NO_PLACE = -1;

export interface MemberNet {
  readonly nodeCount: number;
  /** Arcs out of node n: first[n] … first[n + 1] − 1. */
  readonly first: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcMm: Float64Array;
  readonly arcPlace: Int32Array;
  /** What cables take up, by place: a piece of a pathway, or an opening. */
  readonly places: readonly Ban[];
  /** By place: 1 where cables of one strand alone may lie. */
  readonly isSingle: Uint8Array;
  readonly placeMm: Float64Array;
  /** By member: the node that it sets out from, and the one it goes to. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** By member, then place: 1 where it may not lie. */
  readonly shut: readonly Uint8Array[];
  /** The most that lies inside cabinets, all members together. */
  readonly mostInsideMm: number;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly mm: number;
  readonly place: number;
}

/** Members that earlier sets have laid have neither start nor finish to search between; what they take up is shut to the others. */
export function memberNet(survey: Survey, meeting: Meeting, members: readonly Member[]): MemberNet {
  const { network, accesses } = survey;
  const places: Ban[] = [];
  const arcs: Arc[] = [];
  const nodeAt = new Map<string, number>();
  let nodeCount = network.vertexCount;
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const lengthMm = network.edgeLengthMm[edge]!;
    const inner = meeting.marksOf(edge).filter((mark) => mark > 0 && mark < lengthMm);
    let [at, atMm] = [network.edgeFrom[edge]!, 0];
    for (const mark of [...inner, lengthMm]) {
      const next = mark === lengthMm ? network.edgeTo[edge]! : nodeCount++;
      if (mark !== lengthMm) nodeAt.set(`${edge} ${mark}`, next);
      const place = places.push({ kind: 'stretch', edge, fromMm: atMm, toMm: mark }) - 1;
      arcs.push({ from: at, to: next, mm: mark - atMm, place }, { from: next, to: at, mm: mark - atMm, place });
      [at, atMm] = [next, mark];
    }
  }
  const landing = (row: number): number => {
    const { segment, alongMm } = must(accesses[row], 'access');
    if (alongMm === 0) return network.edgeFrom[segment]!;
    return alongMm === network.edgeLengthMm[segment]! ? network.edgeTo[segment]! : must(nodeAt.get(`${segment} ${alongMm}`), 'landing');
  };
  const openings = new Map<string, number>();
  const placeOfOpening = (cabinet: number, opening: string): number => {
    if (!meeting.isSplit(cabinet)) return NO_PLACE;
    const key = `${cabinet} ${opening}`;
    const known = openings.get(key) ?? places.push({ kind: 'opening', cabinet, opening }) - 1;
    openings.set(key, known);
    return known;
  };
  const [start, finish] = [new Int32Array(members.length), new Int32Array(members.length)];
  let mostInsideMm = 0;
  for (const [at, { search }] of members.entries()) {
    start[at] = nodeCount++;
    finish[at] = nodeCount++;
    for (const [end, exits] of search.exits.entries()) {
      const usable = exits.filter(({ access }) => !isShutAlong(search.course.shut, access.segment, access.alongMm, access.alongMm));
      mostInsideMm += usable.reduce((most, { insideMm }) => Math.max(most, insideMm), 0);
      for (const { row, access, insideMm } of usable) {
        const [own, node, place] = [end === 0 ? start[at] : finish[at], landing(row), placeOfOpening(access.cabinet, openingKey(access))];
        arcs.push(end === 0 ? { from: own, to: node, mm: insideMm, place } : { from: node, to: own, mm: insideMm, place });
      }
    }
  }
  const shut = members.map(({ search }) => Uint8Array.from(places, (place) => (isShutTo(search.course.shut, place) ? 1 : 0)));
  for (const other of members) {
    if (other.search.laid === null) continue;
    const taken = bansOf(survey, meeting, other.search.laid);
    const isTaken = places.map((place) => taken.some((ban) => overlap(place, ban)));
    for (const [at, { strand, search }] of members.entries()) {
      if (strand === other.strand || search.laid !== null) continue;
      isTaken.forEach((is, place) => {
        if (is) shut[at]![place] = 1;
      });
    }
  }
  const isSingle = Uint8Array.from(places, (place) => (place.kind === 'opening' || place.toMm > place.fromMm ? 1 : 0));
  const placeMm = Float64Array.from(places, (place) => (place.kind === 'opening' ? 0 : place.toMm - place.fromMm));
  return { nodeCount, ...inColumns(nodeCount, arcs), places, isSingle, placeMm, start, finish, shut, mostInsideMm };
}

function isShutTo(shut: Member['search']['course']['shut'], place: Ban): boolean {
  return place.kind === 'stretch' && isShutAlong(shut, place.edge, place.fromMm, place.toMm);
}

function overlap(a: Ban, b: Ban): boolean {
  if (a.kind === 'opening') return b.kind === 'opening' && a.cabinet === b.cabinet && a.opening === b.opening;
  return b.kind === 'stretch' && a.edge === b.edge && a.fromMm < b.toMm && a.toMm > b.fromMm;
}

function inColumns(nodeCount: number, arcs: readonly Arc[]): Pick<MemberNet, 'first' | 'arcTo' | 'arcMm' | 'arcPlace'> {
  const first = new Int32Array(nodeCount + 1);
  for (const { from } of arcs) first[from + 1]! += 1;
  for (let node = 0; node < nodeCount; node += 1) first[node + 1]! += first[node]!;
  const fill = first.slice();
  const [arcTo, arcMm, arcPlace] = [new Int32Array(arcs.length), new Float64Array(arcs.length), new Int32Array(arcs.length)];
  for (const { from, to, mm, place } of arcs) {
    const at = fill[from]!++;
    arcTo[at] = to;
    arcMm[at] = mm;
    arcPlace[at] = place;
  }
  return { first, arcTo, arcMm, arcPlace };
}
