/**
 * How far every vertex is from one, were there room everywhere: no way can cost less, so a search that knows it looks first
 * where the goal is. Kept while there is space for them.
 */
import type { Network } from '../../survey/types.ts';
import { HOPS, PathTree } from '../shortestPaths.ts';

/** Numbers that all of them together may hold: 32 MB. */
const MOST_KEPT = 4_000_000;

export class FreeDistances {
  readonly #network: Network;
  readonly #byGoal = new Map<number, Float64Array>();

  constructor(network: Network) {
    this.#network = network;
  }

  /** By vertex, what the shortest way to `goal` costs; Infinity where there is none. */
  to(goal: number): Float64Array {
    let known = this.#byGoal.get(goal);
    if (known !== undefined) return known;
    if ((this.#byGoal.size + 1) * this.#network.vertexCount > MOST_KEPT) this.#byGoal.clear();
    const tree = new PathTree(this.#network, goal);
    known = Float64Array.from({ length: this.#network.vertexCount }, (_, vertex) => tree.cost(vertex) / HOPS);
    this.#byGoal.set(goal, known);
    return known;
  }
}
