/** Makes a tree of shortest paths good for a network of which parts changed, instead of growing it again (after Ramalingam and Reps 1996). */
import type { Network } from '../survey/types.ts';
import { ReachedVertices } from './reachedVertices.ts';
import { heapOf, PathTree, relax, settleFrom } from './shortestPaths.ts';
import { NONE } from './types.ts';

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
 * The tree from the same root in the changed network, known as far as it was before; null when the root is gone. What hung on a
 * vanished or lengthened edge is sought again from the rest, and new edges are tried; the same as growing the tree afresh, ties included.
 */
export function repairTree(from: Network, { to, vertexAfter, edgeAfter, newEdges }: NetworkChange, tree: PathTree): PathTree | null {
  const root = vertexAfter[tree.root]!;
  if (root === NONE) return null;
  const reached = new ReachedVertices(to.vertexCount);
  const holds = verticesThatHold(from, edgeAfter, tree);
  // Must be sought, from those around them that hold: a neighbor of one that held was reached by the tree, or is met over a new edge.
  const sought: number[] = [];
  tree.reached.forEach((vertex, cost, lastEdge) => {
    const after = vertexAfter[vertex]!;
    if (holds[vertex] === HOLDS) reached.set(after, cost, vertex === tree.root ? NONE : edgeAfter[lastEdge]!);
    else if (after !== NONE) sought.push(after);
  });
  const { edgeFrom, edgeTo, first, adjacentEdge } = to;
  // Read before anything is relaxed: edges that lead on from what holds.
  const borders: { readonly edge: number; readonly vertex: number; readonly cost: number }[] = [];
  const addBorder = (edge: number, vertex: number): void => {
    const cost = reached.cost(vertex);
    if (cost < Infinity) borders.push({ edge, vertex, cost });
  };
  for (const vertex of sought) {
    for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
      const edge = adjacentEdge[position]!;
      addBorder(edge, edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!);
    }
  }
  for (const edge of newEdges) for (const end of [edgeFrom[edge]!, edgeTo[edge]!]) addBorder(edge, end);
  const heap = heapOf(to);
  heap.clear();
  for (const { edge, vertex, cost } of borders) relax(to, heap, reached, edge, vertex, cost);
  settleFrom(to, heap, reached, () => heap.topKey() > tree.settledTo);
  return new PathTree(to, root, reached, tree.settledTo);
}

const [UNKNOWN, HOLDS, BROKEN] = [0, 1, 2];

/** By vertex of the old network: whether it was known, and its whole way from the root is still there. */
function verticesThatHold(from: Network, edgeAfter: Int32Array, { root, reached, settledTo }: PathTree): Uint8Array {
  const state = new Uint8Array(from.vertexCount).fill(UNKNOWN);
  state[root] = HOLDS;
  const trail: number[] = [];
  reached.forEach((vertex, cost) => {
    if (cost > settledTo) return;
    let at = vertex;
    while (state[at] === UNKNOWN) {
      const edge = reached.lastEdge(at);
      if (edgeAfter[edge] === NONE) state[at] = BROKEN;
      else {
        trail.push(at);
        at = from.edgeFrom[edge]! === at ? from.edgeTo[edge]! : from.edgeFrom[edge]!;
      }
    }
    for (const passed of trail) state[passed] = state[at]!;
    trail.length = 0;
  });
  return state;
}
