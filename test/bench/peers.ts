/** The peers: what the engine is compared with, on the very same graph (cabling/expandedGraph.ts). */
import Graph from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import createGraph from 'ngraph.graph';
import path from 'ngraph.path';
import type { ExpandedGraph } from '../../shared/cabling/expandedGraph.ts';

/** A pair of openings that some cable joins. */
export interface OpeningPair {
  readonly from: number;
  readonly to: number;
}

/** The bare computation: a shortest-path tree from every source, typed arrays, binary heap, nothing else. Returns a checksum. */
export function bareTrees(graph: ExpandedGraph): number {
  const { nodes, edgeFrom, edgeTo, edgeLengthMm } = graph;
  const first = new Int32Array(nodes + 1);
  for (let edge = 0; edge < edgeFrom.length; edge += 1) {
    first[edgeFrom[edge]! + 1]! += 1;
    first[edgeTo[edge]! + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!;
  const fill = first.slice();
  const neighbor = new Int32Array(edgeFrom.length * 2);
  const length = new Int32Array(edgeFrom.length * 2);
  for (let edge = 0; edge < edgeFrom.length; edge += 1) {
    const [a, b] = [edgeFrom[edge]!, edgeTo[edge]!];
    for (const [at, other] of [
      [a, b],
      [b, a],
    ] as const) {
      neighbor[fill[at]!] = other;
      length[fill[at]!] = edgeLengthMm[edge]!;
      fill[at]! += 1;
    }
  }
  const distance = new Float64Array(nodes);
  const previous = new Int32Array(nodes);
  const keys = new Float64Array(neighbor.length + 1);
  const heap = new Int32Array(neighbor.length + 1);
  let checksum = 0;
  for (const source of graph.sources) {
    distance.fill(Infinity);
    previous.fill(-1);
    distance[source] = 0;
    keys[0] = 0;
    heap[0] = source;
    let size = 1;
    while (size > 0) {
      const key = keys[0];
      const node: number = heap[0];
      size -= 1;
      const lastKey = keys[size]!;
      const last = heap[size]!;
      let hole = 0;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= size) break;
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
        if (keys[child]! >= lastKey) break;
        keys[hole] = keys[child]!;
        heap[hole] = heap[child]!;
        hole = child;
      }
      keys[hole] = lastKey;
      heap[hole] = last;
      if (key > distance[node]!) continue;
      for (let at: number = first[node]!; at < first[node + 1]!; at += 1) {
        const next = neighbor[at]!;
        const total = key + length[at]!;
        if (total >= distance[next]!) continue;
        distance[next] = total;
        previous[next] = node;
        let up = size;
        size += 1;
        while (up > 0) {
          const parent = (up - 1) >> 1;
          if (keys[parent]! <= total) break;
          keys[up] = keys[parent]!;
          heap[up] = heap[parent]!;
          up = parent;
        }
        keys[up] = total;
        heap[up] = next;
      }
    }
    checksum += distance[source];
  }
  return checksum;
}

/** One route at a time with ngraph.path's NBA*, the fastest general routing library on npm. Returns the number of steps. */
export function ngraphRoutes(graph: ExpandedGraph, pairs: readonly OpeningPair[]): { prepare: () => void; run: () => number } {
  let find: ReturnType<typeof path.nba<undefined, { lengthMm: number }>> | null = null;
  const prepare = (): void => {
    const network = createGraph<undefined, { lengthMm: number }>();
    for (let node = 0; node < graph.nodes; node += 1) network.addNode(node);
    for (let edge = 0; edge < graph.edgeFrom.length; edge += 1) {
      network.addLink(graph.edgeFrom[edge]!, graph.edgeTo[edge]!, { lengthMm: graph.edgeLengthMm[edge]! });
    }
    find = path.nba(network, { distance: (_from, _to, link) => link.data.lengthMm });
  };
  const run = (): number => {
    let steps = 0;
    for (const { from, to } of pairs) {
      steps += find?.find(from, to).length ?? 0;
    }
    return steps;
  };
  return { prepare, run };
}

/** One route at a time with graphology's bidirectional Dijkstra. Returns the number of steps. */
export function graphologyRoutes(graph: ExpandedGraph, pairs: readonly OpeningPair[]): { prepare: () => void; run: () => number } {
  const network = new Graph({ type: 'undirected', multi: true });
  const prepare = (): void => {
    for (let node = 0; node < graph.nodes; node += 1) network.addNode(String(node));
    for (let edge = 0; edge < graph.edgeFrom.length; edge += 1) {
      network.addEdge(String(graph.edgeFrom[edge]!), String(graph.edgeTo[edge]!), { lengthMm: graph.edgeLengthMm[edge]! });
    }
  };
  const run = (): number => {
    let steps = 0;
    for (const { from, to } of pairs) steps += dijkstra.bidirectional(network, String(from), String(to), 'lengthMm').length;
    return steps;
  };
  return { prepare, run };
}
