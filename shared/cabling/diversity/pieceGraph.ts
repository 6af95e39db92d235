/** The pathways as pieces from landing to landing, between the one cabinet that all cables of a set share and those at their other ends. */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import { isShutAlong } from '../rules/shut.ts';
import { openingKey, type CableExit } from './cableSearch.ts';
import type { Meeting } from './conflicts.ts';
import type { Member } from './conflictSearch.ts';
import type { Arc } from './flow.ts';

/** What an arc stands for. */
export type Piece =
  | { readonly kind: 'stretch'; readonly edge: number; readonly fromMm: number; readonly toMm: number }
  | { readonly kind: 'opening'; readonly cabinet: number; readonly opening: string }
  | { readonly kind: 'exit'; readonly row: number }
  | { readonly kind: 'end' };

export interface PieceGraph {
  readonly nodes: number;
  readonly arcs: readonly Arc[];
  /** By position of the arc. */
  readonly pieces: readonly Piece[];
  readonly source: number;
  readonly sink: number;
  /** What lies inside cabinets on every way of the set at least; arcs add the rest. */
  readonly leastInsideMm: number;
}

/** The cabinet at which all cables of a set end; null when there is none. Where both are shared, the one with the smaller row. */
export function sharedCabinet(members: readonly Member[]): number | null {
  const [first] = members;
  return first?.search.cabinets.find((cabinet) => members.every(({ search }) => search.cabinets.includes(cabinet))) ?? null;
}

/** Exits of a cable at a cabinet. */
export function exitsAt({ search }: Member, cabinet: number): readonly CableExit[] {
  return search.exits[search.cabinets[0] === cabinet ? 0 : 1];
}

/** The other end. */
export function otherCabinet({ search }: Member, cabinet: number): number {
  return search.cabinets[0] === cabinet ? search.cabinets[1] : search.cabinets[0];
}

/** The graph of a set whose cables have one course in common, without pins. */
export function pieceGraph({ network, accesses }: Survey, meeting: Meeting, members: readonly Member[], shared: number): PieceGraph {
  const { shut } = must(members[0], 'member').search.course;
  const arcs: Arc[] = [];
  const pieces: Piece[] = [];
  let nodes = network.vertexCount;
  const add = (from: number, to: number, cost: number, capacity: number, piece: Piece): void => {
    arcs.push({ from, to, cost, capacity });
    pieces.push(piece);
  };
  const nodeAt = new Map<string, number>();
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    if (shut.whole[edge] === 1) continue;
    const lengthMm = network.edgeLengthMm[edge]!;
    const inner = meeting.marksOf(edge).filter((mark) => mark > 0 && mark < lengthMm);
    let [at, atMm] = [network.edgeFrom[edge]!, 0];
    for (const mark of [...inner, lengthMm]) {
      const next = mark === lengthMm ? network.edgeTo[edge]! : nodes++;
      if (mark !== lengthMm) nodeAt.set(`${edge} ${mark}`, next);
      if (!isShutAlong(shut, edge, atMm, mark)) {
        const capacity = mark === atMm ? members.length : 1;
        add(at, next, mark - atMm, capacity, { kind: 'stretch', edge, fromMm: atMm, toMm: mark });
        add(next, at, mark - atMm, capacity, { kind: 'stretch', edge, fromMm: mark, toMm: atMm });
      }
      [at, atMm] = [next, mark];
    }
  }
  const landing = (row: number): number | null => {
    const { segment, alongMm } = must(accesses[row], 'access');
    if (shut.whole[segment] === 1 || isShutAlong(shut, segment, alongMm, alongMm)) return null;
    if (alongMm === 0) return network.edgeFrom[segment]!;
    return alongMm === network.edgeLengthMm[segment]! ? network.edgeTo[segment]! : must(nodeAt.get(`${segment} ${alongMm}`), 'landing');
  };
  const [source, sink] = [nodes++, nodes++];
  let leastInsideMm = 0;
  /** From a cabinet over its openings to its landings, or back. */
  const join = (cabinet: number, ending: readonly Member[], terminal: number, isOut: boolean): void => {
    const leastOf = ending.map((member) => Math.min(...exitsAt(member, cabinet).map(({ insideMm }) => insideMm)));
    leastInsideMm += leastOf.reduce((sum, mm) => sum + mm, 0);
    const openings = new Map<string, number>();
    for (const [at, { row, access }] of exitsAt(must(ending[0], 'member'), cabinet).entries()) {
      const node = landing(row);
      if (node === null) continue;
      const key = openingKey(access);
      let opening = openings.get(key);
      if (opening === undefined) {
        openings.set(key, (opening = nodes++));
        const capacity = meeting.isSplit(cabinet) ? 1 : ending.length;
        const piece = { kind: 'opening', cabinet, opening: key } as const;
        if (isOut) add(terminal, opening, 0, capacity, piece);
        else add(opening, terminal, 0, capacity, piece);
      }
      const moreMm = Math.min(...ending.map((member, one) => must(exitsAt(member, cabinet)[at], 'exit').insideMm - leastOf[one]!));
      const piece = { kind: 'exit', row } as const;
      if (isOut) add(opening, node, moreMm, ending.length, piece);
      else add(node, opening, moreMm, ending.length, piece);
    }
  };
  join(shared, members, source, true);
  for (const cabinet of new Set(members.map((member) => otherCabinet(member, shared)))) {
    const ending = members.filter((member) => otherCabinet(member, shared) === cabinet);
    const terminal = nodes++;
    add(terminal, sink, 0, ending.length, { kind: 'end' });
    join(cabinet, ending, terminal, false);
  }
  return { nodes, arcs, pieces, source, sink, leastInsideMm };
}
