/** Makes a tree of shortest paths good for a network of which parts changed, instead of growing it again (after Ramalingam and Reps 1996). */
import type { Network } from '../survey/types.ts';
import type { PathTree } from './shortestPaths.ts';
import { HOPS } from './shortestPaths.ts';
import { NONE } from './types.ts';
import { VertexHeap } from './vertexHeap.ts';

/** How one network became another. */
export interface NetworkChange {
  readonly to: Network;
  /** By vertex of the old network, its row in the new one; NONE when it is gone. */
  readonly vertexAfter: Int32Array;
  /** By edge of the old network, its row in the new one; NONE when it is gone, or has other ends or another length. */
  readonly edgeAfter: Int32Array;
  /** Edges of the new network that were not in the old one as they are. */
  readonly newEdges: readonly number[];
}

export function networkChange(from: Network, to: Network): NetworkChange {
  const vertexRows = rowsByKey(to.vertexCount, (vertex) => vertexKey(to, vertex));
  const vertexAfter = Int32Array.from({ length: from.vertexCount }, (_, vertex) => vertexRows.get(vertexKey(from, vertex)) ?? NONE);
  const edgeRows = rowsByKey(to.edgeCount, (edge) => to.edgeIds[edge]!);
  const isOld = new Uint8Array(to.edgeCount);
  const edgeAfter = Int32Array.from({ length: from.edgeCount }, (_, edge) => {
    const after = edgeRows.get(from.edgeIds[edge]!);
    if (after === undefined || to.edgeLengthMm[after] !== from.edgeLengthMm[edge]) return NONE;
    if (to.edgeFrom[after] !== vertexAfter[from.edgeFrom[edge]!] || to.edgeTo[after] !== vertexAfter[from.edgeTo[edge]!]) return NONE;
    isOld[after] = 1;
    return after;
  });
  const newEdges: number[] = [];
  for (let edge = 0; edge < to.edgeCount; edge += 1) if (isOld[edge] === 0) newEdges.push(edge);
  return { to, vertexAfter, edgeAfter, newEdges };
}

function vertexKey({ vertexJunction, vertexElevationMm }: Network, vertex: number): string {
  return `${vertexJunction[vertex]}\n${vertexElevationMm[vertex]}`;
}

function rowsByKey(count: number, keyOf: (row: number) => string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < count; row += 1) rows.set(keyOf(row), row);
  return rows;
}

/**
 * The tree from the same root in the changed network; null when the root is gone. What hung on a vanished or lengthened edge is
 * sought again from the rest, and new edges are tried; the same as growing the tree afresh, ties included.
 */
export function repairTree(from: Network, { to, vertexAfter, edgeAfter, newEdges }: NetworkChange, tree: PathTree): PathTree | null {
  const root = vertexAfter[tree.root]!;
  if (root === NONE) return null;
  const cost = new Float64Array(to.vertexCount).fill(Infinity);
  const lastEdge = new Int32Array(to.vertexCount).fill(NONE);
  const holds = verticesThatHold(from, edgeAfter, tree);
  for (let vertex = 0; vertex < from.vertexCount; vertex += 1) {
    if (holds[vertex] !== HOLDS) continue;
    cost[vertexAfter[vertex]!] = tree.cost[vertex]!;
    lastEdge[vertexAfter[vertex]!] = vertex === tree.root ? NONE : edgeAfter[tree.lastEdge[vertex]!]!;
  }
  const { edgeFrom, edgeTo, edgeLengthMm, edgeRank, first, adjacentEdge } = to;
  const heap = new VertexHeap(2 * adjacentEdge.length + 1);
  const relax = (edge: number, vertex: number): void => {
    const next = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
    const nextCost = cost[vertex]! + edgeLengthMm[edge]! * HOPS + 1;
    if (nextCost < cost[next]!) {
      cost[next] = nextCost;
      lastEdge[next] = edge;
      heap.push(next, nextCost);
    } else if (nextCost === cost[next]! && nextCost < Infinity && edgeRank[edge]! < edgeRank[lastEdge[next]!]!) {
      lastEdge[next] = edge;
    }
  };
  // Read before anything is relaxed: the vertices that must be sought, from those around them that hold.
  const sought: number[] = [];
  for (let vertex = 0; vertex < to.vertexCount; vertex += 1) if (cost[vertex] === Infinity) sought.push(vertex);
  const held = Uint8Array.from(cost, (known) => (known === Infinity ? 0 : 1));
  for (const vertex of sought) {
    for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
      const edge = adjacentEdge[position]!;
      const other = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
      if (held[other] === 1) relax(edge, other);
    }
  }
  for (const edge of newEdges) for (const end of [edgeFrom[edge]!, edgeTo[edge]!]) if (held[end] === 1) relax(edge, end);
  while (heap.size > 0) {
    const key = heap.topKey();
    const vertex = heap.pop();
    if (key > cost[vertex]!) continue;
    for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) relax(adjacentEdge[position]!, vertex);
  }
  return { root, cost, lastEdge };
}

const [UNKNOWN, HOLDS, BROKEN] = [0, 1, 2];

/** By vertex of the old network: whether its whole way from the root is still there. */
function verticesThatHold(from: Network, edgeAfter: Int32Array, { root, cost, lastEdge }: PathTree): Uint8Array {
  const state = new Uint8Array(from.vertexCount).fill(UNKNOWN);
  state[root] = HOLDS;
  const trail: number[] = [];
  for (let vertex = 0; vertex < from.vertexCount; vertex += 1) {
    let at = vertex;
    while (state[at] === UNKNOWN) {
      const edge = lastEdge[at]!;
      if (cost[at] === Infinity || edgeAfter[edge] === NONE) state[at] = BROKEN;
      else {
        trail.push(at);
        at = from.edgeFrom[edge]! === at ? from.edgeTo[edge]! : from.edgeFrom[edge]!;
      }
    }
    for (const passed of trail) state[passed] = state[at]!;
    trail.length = 0;
  }
  return state;
}
