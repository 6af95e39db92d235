/**
 * Least-cost flow of whole units (successive shortest paths over the residual graph, as Suurballe and Bhandari do for pairs of disjoint
 * paths). Arcs cost nothing less than zero and carry so many units in one direction; a link between two nodes that may be used either
 * way is two arcs, of which no least flow uses both.
 */

export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly capacity: number;
}

export interface Flow {
  /** Units on each arc, by position. */
  readonly units: Int32Array;
  readonly total: number;
  readonly cost: number;
  /** By node: 1 where more could still flow to from the source. Where less flows than asked for, arcs from 1 to 0 are a least cut. */
  readonly isReached: Uint8Array;
}

/** Sends so many units from the source to the sink as cheaply as can be, or as many as there is room for. Ties: as the arcs stand. */
export function leastCostFlow(nodes: number, arcs: readonly Arc[], source: number, sink: number, wanted: number): Flow {
  const arcsAt = adjacency(nodes, arcs);
  const units = new Int32Array(arcs.length);
  let [total, cost] = [0, 0];
  for (;;) {
    const { costTo, lastArc } = shortest(nodes, arcs, arcsAt, units, source);
    if (total === wanted || costTo[sink] === Infinity) {
      return { units, total, cost, isReached: Uint8Array.from(costTo, (mm) => (mm === Infinity ? 0 : 1)) };
    }
    for (let at = sink; at !== source;) {
      const arc = arcs[lastArc[at]!]!;
      const forward = arc.to === at;
      units[lastArc[at]!]! += forward ? 1 : -1;
      at = forward ? arc.from : arc.to;
    }
    total += 1;
    cost += costTo[sink]!;
  }
}

/** Arcs at node n, in or out: list[first[n]] … list[first[n + 1] − 1]. */
interface Adjacency {
  readonly first: Int32Array;
  readonly list: Int32Array;
}

function adjacency(nodes: number, arcs: readonly Arc[]): Adjacency {
  const first = new Int32Array(nodes + 1);
  for (const { from, to } of arcs) {
    first[from + 1]! += 1;
    first[to + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!;
  const fill = first.slice();
  const list = new Int32Array(arcs.length * 2);
  arcs.forEach(({ from, to }, arc) => {
    list[fill[from]!++] = arc;
    list[fill[to]!++] = arc;
  });
  return { first, list };
}

/** Cheapest ways in the residual graph, where units taken back save what they cost: a queue, since costs below zero rule out a heap. */
function shortest(
  nodes: number,
  arcs: readonly Arc[],
  { first, list }: Adjacency,
  units: Int32Array,
  source: number,
): { costTo: Float64Array; lastArc: Int32Array } {
  const costTo = new Float64Array(nodes).fill(Infinity);
  const lastArc = new Int32Array(nodes).fill(-1);
  const isQueued = new Uint8Array(nodes);
  const queue = [source];
  costTo[source] = 0;
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head]!;
    isQueued[node] = 0;
    for (let at = first[node]!; at < first[node + 1]!; at += 1) {
      const arc = arcs[list[at]!]!;
      const forward = arc.from === node;
      if (forward ? units[list[at]!]! >= arc.capacity : units[list[at]!]! <= 0) continue;
      const next = forward ? arc.to : arc.from;
      const nextCost = costTo[node]! + (forward ? arc.cost : -arc.cost);
      if (nextCost >= costTo[next]!) continue;
      costTo[next] = nextCost;
      lastArc[next] = list[at]!;
      if (isQueued[next] === 1) continue;
      isQueued[next] = 1;
      queue.push(next);
    }
  }
  return { costTo, lastArc };
}
