/**
 * Where there is no room: the fewest full segments that part the two ends of a cable, found as a minimum cut. Places with room
 * for the cable carry any flow, full ones carry one unit each, so that the flow counts the full places that would have to give way.
 */
import { assert } from '../../assert.ts';
import type { Network } from '../../survey/types.ts';
import { NONE } from '../types.ts';
import type { Demand } from './demand.ts';
import type { Places, ShutPlaces } from './places.ts';

/** Full segments, and on which side of them each point lies: 1 on the root's. */
export interface Cut {
  /** Rows in the network, ascending. */
  readonly segments: readonly number[];
  readonly isRootSide: Uint8Array;
}

/** Points are the marks of every edge; marks at the ends of edges that meet are one point. */
export class Cutter {
  readonly #places: Places;
  /** Point of each mark, by first[e] + e + mark. */
  readonly #pointOf: Int32Array;
  readonly #pointCount: number;
  /** Places at point p: rows firstAt[p] … firstAt[p + 1] − 1 of `#placesAt`; place i joins `#low[i]` and `#high[i]`. */
  readonly #firstAt: Int32Array;
  readonly #placesAt: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(network: Network, places: Places) {
    this.#places = places;
    const placeCount = places.cables.length;
    this.#pointOf = new Int32Array(placeCount + network.edgeCount);
    this.#low = new Int32Array(placeCount);
    this.#high = new Int32Array(placeCount);
    let points = network.vertexCount;
    for (let edge = 0; edge < network.edgeCount; edge += 1) {
      const last = places.lastMark(edge);
      const at = places.first[edge]! + edge;
      for (let mark = 0; mark <= last; mark += 1) {
        this.#pointOf[at + mark] = mark === 0 ? network.edgeFrom[edge]! : mark === last ? network.edgeTo[edge]! : points++;
      }
      for (let mark = 0; mark < last; mark += 1) {
        this.#low[places.first[edge]! + mark] = this.#pointOf[at + mark]!;
        this.#high[places.first[edge]! + mark] = this.#pointOf[at + mark + 1]!;
      }
    }
    this.#pointCount = points;
    this.#firstAt = new Int32Array(points + 1);
    for (const ends of [this.#low, this.#high]) for (const point of ends) this.#firstAt[point + 1]! += 1;
    for (let point = 0; point < points; point += 1) this.#firstAt[point + 1]! += this.#firstAt[point]!;
    const fill = this.#firstAt.slice();
    this.#placesAt = new Int32Array(placeCount * 2);
    for (let place = 0; place < placeCount; place += 1) {
      for (const point of [this.#low[place]!, this.#high[place]!]) this.#placesAt[fill[point]!++] = place;
    }
  }

  /** The fewest full segments between the two ends of a demand that finds no room. */
  cut({ ends, weight, shut }: Demand): Cut {
    const isFull = Uint8Array.from(this.#places.cables, (_, place) => (this.#places.excessWith(place, weight) > 0 ? 1 : 0));
    const [roots, targets] = [this.#pointsOf(ends[0]), this.#pointsOf(ends[1])];
    // +1: a unit flows from the low to the high point of the place, −1: the other way.
    const flow = new Int8Array(isFull.length);
    for (;;) {
      const reachedBy = this.#reach(roots, isFull, flow, shut);
      const target = targets.find((point) => reachedBy[point] !== NONE);
      if (target === undefined) return this.#cutAt(reachedBy, isFull, shut);
      this.#augment(reachedBy, target, isFull, flow);
    }
  }

  /** Whether a cut parts the ends of another demand too, for which its segments are as full. */
  parts({ segments, isRootSide }: Cut, demand: Demand): boolean {
    const [roots, targets] = [this.#pointsOf(demand.ends[0]), this.#pointsOf(demand.ends[1])];
    const all = (points: readonly number[], side: 0 | 1): boolean => points.every((point) => isRootSide[point] === side);
    const isParted = (all(roots, 1) && all(targets, 0)) || (all(roots, 0) && all(targets, 1));
    return isParted && segments.length > 0 && this.#areShut(isRootSide, demand);
  }

  #areShut(isRootSide: Uint8Array, { weight, shut }: Demand): boolean {
    for (let place = 0; place < this.#low.length; place += 1) {
      if (isRootSide[this.#low[place]!] === isRootSide[this.#high[place]!] || shut?.places[place] === 1) continue;
      if (this.#places.excessWith(place, weight) === 0) return false;
    }
    return true;
  }

  #pointsOf(landings: Demand['ends'][0]): number[] {
    return landings.map(({ segment, mark }) => this.#pointOf[this.#places.first[segment]! + segment + mark]!);
  }

  /** By point, the place over which it was reached first: SET_OUT at the roots, NONE where it was not. */
  #reach(roots: readonly number[], isFull: Uint8Array, flow: Int8Array, shut: ShutPlaces | null): Int32Array {
    const reachedBy = new Int32Array(this.#pointCount).fill(NONE);
    const queue = [...new Set(roots)];
    for (const point of queue) reachedBy[point] = SET_OUT;
    for (const point of queue) {
      for (let at = this.#firstAt[point]!; at < this.#firstAt[point + 1]!; at += 1) {
        const place = this.#placesAt[at]!;
        const forward = this.#low[place] === point;
        const next = forward ? this.#high[place]! : this.#low[place]!;
        if (shut?.places[place] === 1) continue;
        const isOpen = isFull[place] === 0 || flow[place]! * (forward ? 1 : -1) < 1;
        if (!isOpen || reachedBy[next] !== NONE) continue;
        reachedBy[next] = place;
        queue.push(next);
      }
    }
    return reachedBy;
  }

  #augment(reachedBy: Int32Array, target: number, isFull: Uint8Array, flow: Int8Array): void {
    let at = target;
    let fullCount = 0;
    while (reachedBy[at] !== SET_OUT) {
      const place = reachedBy[at]!;
      const forward = this.#high[place] === at;
      if (isFull[place] === 1) {
        flow[place]! += forward ? 1 : -1;
        fullCount += 1;
      }
      at = forward ? this.#low[place]! : this.#high[place]!;
    }
    assert(fullCount > 0, 'a cable without room has a way with room');
  }

  #cutAt(reachedBy: Int32Array, isFull: Uint8Array, shut: ShutPlaces | null): Cut {
    const isRootSide = Uint8Array.from(reachedBy, (by) => (by === NONE ? 0 : 1));
    const segments = new Set<number>();
    for (let place = 0; place < isFull.length; place += 1) {
      if (shut?.places[place] === 1) continue;
      if (isRootSide[this.#low[place]!] !== isRootSide[this.#high[place]!]) segments.add(this.#places.edgeOf[place]!);
    }
    return { segments: [...segments].sort((a, b) => a - b), isRootSide };
  }
}

const SET_OUT = -2;
