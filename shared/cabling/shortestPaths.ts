/**
 * Shortest paths over the pathway network from one vertex (Dijkstra with a binary heap in typed arrays).
 * Knows vertices and edges only. Ties: shorter, then fewer edges, then the smaller id of the last edge, so that
 * the tree follows from the network alone.
 */
import type { Network } from '../survey/types.ts';
import { NONE } from './types.ts';

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

/** Smallest key first; a vertex may stand in it more than once, the caller drops stale entries. */
class VertexHeap {
  size = 0;
  readonly #keys: Float64Array;
  readonly #vertices: Int32Array;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
    this.#vertices = new Int32Array(capacity);
  }

  topKey(): number {
    return this.#keys[0]!;
  }

  push(vertex: number, key: number): void {
    const keys = this.#keys;
    const vertices = this.#vertices;
    let hole = this.size;
    this.size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[hole] = keys[parent]!;
      vertices[hole] = vertices[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    vertices[hole] = vertex;
  }

  pop(): number {
    const keys = this.#keys;
    const vertices = this.#vertices;
    const top = vertices[0]!;
    this.size -= 1;
    const key = keys[this.size]!;
    const vertex = vertices[this.size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[hole] = keys[child]!;
      vertices[hole] = vertices[child]!;
      hole = child;
    }
    keys[hole] = key;
    vertices[hole] = vertex;
    return top;
  }
}
