/**
 * Where there is no room: the fewest full segments that part the two ends of a cable, found as a minimum cut. Places with room
 * for the cable carry any flow, full ones carry one unit each, so that the flow counts the full places that would have to give way.
 */
import { assert } from '../../assert.ts';
import type { Network } from '../../survey/types.ts';
import { NONE } from '../types.ts';
import { shutFromOthers } from './apartness.ts';
import type { Demand, Way } from './demand.ts';
import { fitThroughPins } from './fitThroughPins.ts';
import { isPartedBy, pinnedCut, type PinnedCut } from './pinnedCut.ts';
import { PinnedSearch } from './pinnedSearch.ts';
import { PlaceCosts } from './placeCosts.ts';
import { PlacePoints } from './placePoints.ts';
import type { Places, ShutPlaces } from './places.ts';

/** Full segments that part the ends of a demand. */
export type Cut =
  | {
      readonly kind: 'plain';
      /** Rows in the network, ascending. */
      readonly segments: readonly number[];
      /** On which side each point lies: 1 on the root's. */
      readonly isRootSide: Uint8Array;
    }
  | ({ readonly kind: 'pinned'; readonly demand: Demand } & PinnedCut);

export class Cutter {
  readonly #network: Network;
  readonly #places: Places;
  readonly #points: PlacePoints;
  readonly #costs: PlaceCosts;
  readonly #pinned: PinnedSearch;
  /** Places at point p: rows firstAt[p] … firstAt[p + 1] − 1 of `#placesAt`; place i joins `#low[i]` and `#high[i]`. */
  readonly #firstAt: Int32Array;
  readonly #placesAt: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(network: Network, places: Places) {
    this.#network = network;
    this.#places = places;
    this.#points = new PlacePoints(network, places);
    this.#costs = new PlaceCosts(network, places);
    this.#pinned = new PinnedSearch(network, places, this.#costs);
    const { low, high, count } = this.#points;
    [this.#low, this.#high] = [low, high];
    this.#firstAt = new Int32Array(count + 1);
    for (const ends of [low, high]) for (const point of ends) this.#firstAt[point + 1]! += 1;
    for (let point = 0; point < count; point += 1) this.#firstAt[point + 1]! += this.#firstAt[point]!;
    const fill = this.#firstAt.slice();
    this.#placesAt = new Int32Array(low.length * 2);
    for (let place = 0; place < low.length; place += 1) {
      for (const point of [low[place]!, high[place]!]) this.#placesAt[fill[point]!++] = place;
    }
  }

  /**
   * The fewest full segments between the two ends of a demand that finds no room, as what it is kept apart from lies; at least one.
   * `home`: the way of the first phase.
   */
  cut(demand: Demand, home: Way): Cut {
    const left = shutFromOthers(demand, this.#places);
    const cut = this.#cutOf(left, this.#isFullFor(left));
    if (cut.segments.length > 0) return cut;
    // What the others lie in parts the ends alone: it counts as full, for it is not to be had.
    const isTaken = this.#isFullFor(demand).map((is, place) => (is === 1 || left.shut?.places[place] === 1 ? 1 : 0));
    const taken = this.#cutOf({ ...left, shut: demand.shut }, isTaken);
    return taken.segments.length > 0 ? taken : { ...taken, segments: edgesOf(home) };
  }

  #isFullFor({ weight }: Demand): Uint8Array {
    return Uint8Array.from(this.#places.cables, (_, place) => (this.#places.excessWith(place, weight) > 0 ? 1 : 0));
  }

  #cutOf(demand: Demand, isFull: Uint8Array): Cut {
    if (demand.pins.length === 0) return this.#plainCut(demand, isFull);
    this.#costs.begin({ kind: 'fitting' }, []);
    const { once } = fitThroughPins(this.#pinned, this.#places, demand);
    const found = pinnedCut(this.#network, this.#places, this.#points, demand, { isFull, once });
    const cut = found ?? { segments: [...once].sort((a, b) => a - b), isRootSide: new Uint8Array() };
    return { kind: 'pinned', demand, ...cut };
  }

  #plainCut({ ends, shut }: Demand, isFull: Uint8Array): Cut {
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
  parts(cut: Cut, demand: Demand): boolean {
    if (cut.kind === 'pinned') {
      const { weight, shut, pins } = cut.demand;
      return weight === demand.weight && shut === demand.shut && isSamePins(pins, demand.pins) && isPartedBy(cut, this.#points, demand);
    }
    if (demand.pins.length > 0) return false;
    const { segments, isRootSide } = cut;
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
    return landings.map((landing) => this.#points.of(landing));
  }

  /** By point, the place over which it was reached first: SET_OUT at the roots, NONE where it was not. */
  #reach(roots: readonly number[], isFull: Uint8Array, flow: Int8Array, shut: ShutPlaces | null): Int32Array {
    const reachedBy = new Int32Array(this.#points.count).fill(NONE);
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
    return { kind: 'plain', segments: [...segments].sort((a, b) => a - b), isRootSide };
  }
}

const SET_OUT = -2;

function isSamePins(one: Demand['pins'], other: Demand['pins']): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Ascending. */
function edgesOf({ stretches }: Way): number[] {
  return [...new Set(stretches.map(({ edge }) => edge))].sort((a, b) => a - b);
}
