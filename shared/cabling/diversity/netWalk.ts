/** Cheapest ways of single cables over the pieces, with a price on each place and places that are shut. */
import { VertexHeap } from '../vertexHeap.ts';
import type { MemberNet } from './memberNet.ts';

/** A way as the places that it takes up, from its finish back to its start. */
export interface Walk {
  readonly places: readonly number[];
  /** Without prices. */
  readonly mm: number;
  readonly priced: number;
}

export class NetWalk {
  readonly #net: MemberNet;
  readonly #heap: VertexHeap;
  readonly #cost: Float64Array;
  readonly #lastArc: Int32Array;
  readonly #from: Int32Array;
  /** Arcs looked at so far: the effort spent, the same on every machine. */
  spent = 0;

  constructor(net: MemberNet) {
    this.#net = net;
    this.#heap = new VertexHeap(net.arcTo.length + 1);
    this.#cost = new Float64Array(net.nodeCount);
    this.#lastArc = new Int32Array(net.nodeCount);
    this.#from = new Int32Array(net.arcTo.length);
    for (let node = 0; node < net.nodeCount; node += 1) this.#from.fill(node, net.first[node], net.first[node + 1]);
  }

  /** Null when what is shut leaves no way. Ties fall as the arcs stand. */
  find(member: number, shut: Uint8Array, prices: Float64Array, share: number): Walk | null {
    const { first, arcTo, arcMm, arcPlace, start, finish } = this.#net;
    const [cost, lastArc, heap, goal] = [this.#cost, this.#lastArc, this.#heap, finish[member]!];
    cost.fill(Infinity);
    heap.clear();
    cost[start[member]!] = 0;
    heap.push(start[member]!, 0);
    while (heap.size > 0) {
      const key = heap.topKey();
      const node = heap.pop();
      if (node === goal) break;
      if (key > cost[node]!) continue;
      this.spent += first[node + 1]! - first[node]!;
      for (let arc = first[node]!; arc < first[node + 1]!; arc += 1) {
        const place = arcPlace[arc]!;
        if (place >= 0 && shut[place] === 1) continue;
        const next = key + arcMm[arc]! + (place < 0 ? 0 : prices[place]! * share);
        if (next >= cost[arcTo[arc]!]!) continue;
        cost[arcTo[arc]!] = next;
        lastArc[arcTo[arc]!] = arc;
        heap.push(arcTo[arc]!, next);
      }
    }
    if (cost[goal] === Infinity) return null;
    const places: number[] = [];
    let mm = 0;
    for (let at = goal; at !== start[member]!; at = this.#from[lastArc[at]!]!) {
      mm += arcMm[lastArc[at]!]!;
      if (arcPlace[lastArc[at]!]! >= 0) places.push(arcPlace[lastArc[at]!]!);
    }
    return { places, mm, priced: cost[goal]! };
  }
}
