/**
 * Shortest paths over the pathway network from one vertex (Dijkstra with a binary heap in typed arrays).
 * Knows vertices and edges only. Ties: shorter, then fewer edges, then the smaller id of the last edge, so that
 * the tree follows from the network alone.
 */
import type { Network } from '../survey/types.ts';
import { ReachedVertices } from './reachedVertices.ts';
import { NONE } from './types.ts';
import { VertexHeap } from './vertexHeap.ts';

/** Length and edge count are packed in one number: length × HOPS + edges. Exact up to 2^53 ÷ 8192 mm, over a million km. */
export const HOPS = 8192;

/**
 * The tree of shortest paths from a vertex. It grows as far as it is asked, and on from there when it is asked for a vertex farther
 * away: in a campus nearly all cables stay in their hall. What it answers is the same however far it has grown.
 */
export class PathTree {
  readonly root: number;
  /** Holds all vertices whose cost is known, and every neighbor of these with the best cost so far. */
  readonly reached: ReachedVertices;
  readonly #network: Network;
  #settledTo: number;

  /** Without more than a root it begins there; else with vertices that are known up to a cost, and their neighbors. */
  constructor(network: Network, root: number, reached?: ReachedVertices, settledTo = -1) {
    this.root = root;
    this.#network = network;
    this.#settledTo = settledTo;
    this.reached = reached ?? new ReachedVertices(network.vertexCount);
    if (reached === undefined) this.reached.set(root, 0, NONE);
  }

  /** Vertices that cost no more are known; Infinity when the tree is whole. */
  get settledTo(): number {
    return this.#settledTo;
  }

  /** Length × HOPS + edges; Infinity where the root does not reach. */
  cost(vertex: number): number {
    const cost = this.reached.cost(vertex);
    if (cost <= this.#settledTo) return cost;
    this.#growTo(vertex);
    return this.reached.cost(vertex);
  }

  /** Last edge on the way from the root; NONE at the root and where it does not reach. */
  lastEdge(vertex: number): number {
    if (this.reached.cost(vertex) > this.#settledTo) this.#growTo(vertex);
    return this.reached.lastEdge(vertex);
  }

  /** Settles a vertex, and at least as many as are reached already: so a tree grows few times, whatever it is asked for in turn. */
  #growTo(vertex: number): void {
    const { reached } = this;
    const heap = heapOf(this.#network);
    heap.clear();
    reached.forEach((known, cost) => {
      if (cost > this.#settledTo) heap.push(known, cost);
    });
    const least = reached.count;
    // Those of one cost are settled together: what is settled can then be told by its cost alone.
    const isEnough = (count: number, settledTo: number): boolean =>
      count >= least && heap.topKey() > settledTo && reached.cost(vertex) <= settledTo;
    this.#settledTo = settleFrom(this.#network, heap, reached, isEnough);
  }
}

/** Settles the vertices of the heap and onward, the nearest first, until it is enough. Answers the cost up to which all are known. */
export function settleFrom(
  network: Network,
  heap: VertexHeap,
  reached: ReachedVertices,
  isEnough: (count: number, settledTo: number) => boolean,
): number {
  const { first, adjacentEdge } = network;
  let [count, settledTo] = [0, -1];
  while (heap.size > 0) {
    if (isEnough(count, settledTo)) return settledTo;
    const key = heap.topKey();
    const vertex = heap.pop();
    if (key > reached.cost(vertex)) continue;
    settledTo = key;
    count += 1;
    for (let position = first[vertex]!; position < first[vertex + 1]!; position += 1) {
      relax(network, heap, reached, adjacentEdge[position]!, vertex, key);
    }
  }
  return Infinity;
}

/** Tries an edge from a vertex whose cost is given on to its other end. */
export function relax(network: Network, heap: VertexHeap, reached: ReachedVertices, edge: number, vertex: number, cost: number): void {
  const { edgeFrom, edgeTo, edgeLengthMm, edgeRank } = network;
  const next = edgeFrom[edge]! === vertex ? edgeTo[edge]! : edgeFrom[edge]!;
  const nextCost = cost + edgeLengthMm[edge]! * HOPS + 1;
  const known = reached.cost(next);
  if (nextCost < known) {
    reached.set(next, nextCost, edge);
    heap.push(next, nextCost);
  } else if (nextCost === known && edgeRank[edge]! < edgeRank[reached.lastEdge(next)]!) {
    reached.set(next, nextCost, edge);
  }
}

const heaps = new WeakMap<Network, VertexHeap>();

/** One heap for all trees of a network, which grow one after the other. Holds each edge from either end, and a root. */
export function heapOf(network: Network): VertexHeap {
  let heap = heaps.get(network);
  if (heap === undefined) heaps.set(network, (heap = new VertexHeap(2 * network.adjacentEdge.length + 1)));
  return heap;
}

/** Length in mm of a packed cost. */
export function lengthOfCost(cost: number): number {
  return Math.floor(cost / HOPS);
}

/** Edges from the root to a vertex, in order; empty at the root. The vertex must be reached. */
export function edgesTo(network: Network, tree: PathTree, vertex: number): number[] {
  const edges: number[] = [];
  let at = vertex;
  while (at !== tree.root) {
    const edge = tree.lastEdge(at);
    edges.push(edge);
    at = network.edgeFrom[edge]! === at ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
  }
  return edges.reverse();
}
