/**
 * Shortest paths over the pathway network from one vertex (Dijkstra with a binary heap in typed arrays).
 * Knows vertices and edges only. Ties: shorter, then fewer edges, then the smaller id of the last edge, so that
 * the tree follows from the network alone.
 */
import type { Network } from '../survey/types.ts';
import { NONE } from './types.ts';
import { VertexHeap } from './vertexHeap.ts';

/** Length and edge count are packed in one number: length × HOPS + edges. Exact up to 2^53 ÷ 8192 mm, over a million km. */
export const HOPS = 8192;

export interface PathTree {
  readonly root: number;
  /** Length × HOPS + edges, by vertex; Infinity where the root does not reach. */
  readonly cost: Float64Array;
  /** Last edge on the way from the root, by vertex; NONE at the root and where it does not reach. */
  readonly lastEdge: Int32Array;
}

/** Length in mm of a packed cost. */
export function lengthOfCost(cost: number): number {
  return Math.floor(cost / HOPS);
}

/** The tree of shortest paths from `root` to every vertex that it reaches. */
export function shortestPathTree(network: Network, root: number): PathTree {
  const { vertexCount, edgeFrom, edgeTo, edgeLengthMm, edgeRank, first, adjacentEdge } = network;
  const cost = new Float64Array(vertexCount).fill(Infinity);
  const lastEdge = new Int32Array(vertexCount).fill(NONE);
  const heap = new VertexHeap(adjacentEdge.length + 1);
  cost[root] = 0;
  heap.push(root, 0);
  while (heap.size > 0) {
    const key = heap.topKey();
    const vertex = heap.pop();
    if (key > cost[vertex]!) continue;
    for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
      const edge = adjacentEdge[position]!;
      const next = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
      const nextCost = key + edgeLengthMm[edge]! * HOPS + 1;
      if (nextCost < cost[next]!) {
        cost[next] = nextCost;
        lastEdge[next] = edge;
        heap.push(next, nextCost);
      } else if (nextCost === cost[next]! && edgeRank[edge]! < edgeRank[lastEdge[next]!]!) {
        lastEdge[next] = edge;
      }
    }
  }
  return { root, cost, lastEdge };
}

/** Edges from the root to a vertex, in order; empty at the root. The vertex must be reached. */
export function edgesTo(network: Network, tree: PathTree, vertex: number): number[] {
  const edges: number[] = [];
  let at = vertex;
  while (at !== tree.root) {
    const edge = tree.lastEdge[at]!;
    edges.push(edge);
    at = network.edgeFrom[edge]! === at ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
  }
  return edges.reverse();
}
