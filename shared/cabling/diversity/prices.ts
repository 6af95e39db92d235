/** Prices of places and of odd borders: raised where cables want more than there is room for, lowered where they want less. */
import type { MemberNet } from './memberNet.ts';
import type { Walk } from './netWalk.ts';
import type { OddBorder, OddBorders } from './oddBorders.ts';

/** How much of its last direction a step keeps: prices that go to and fro come to rest sooner. */
const MOMENTUM = 0.7;
/** Wants of earlier rounds count so much less with each round. */
const FADING = 0.9;

/** Prices as they are handed on from branch to branch. */
export interface KnownPrices {
  readonly places: Float64Array;
  /** By row of the border; of those found later there are none. */
  readonly borders: readonly number[];
}

export class Prices {
  readonly #isSingle: Uint8Array;
  readonly #borders: OddBorders | null;
  /** By place: some member may lie there. */
  readonly #isOpen: Uint8Array;
  readonly #places: Float64Array;
  readonly #tolls: number[] = [];
  readonly #drift: Float64Array;
  readonly #tollDrift: number[] = [];
  readonly #want: Float64Array;
  readonly #wanted: Float64Array;
  #weight = 0;
  #odd: readonly OddBorder[] = [];
  /** By place, with what its borders cost. */
  readonly costs: Float64Array;

  constructor({ places, isSingle }: MemberNet, borders: OddBorders | null, isOpen: Uint8Array, known: KnownPrices) {
    this.#isSingle = isSingle;
    this.#borders = borders;
    this.#isOpen = isOpen;
    this.#places = known.places.slice();
    [this.#drift, this.#want, this.#wanted, this.costs] = [0, 0, 0, 0].map(() => new Float64Array(places.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.#takeBorders(known.borders);
    this.#sum();
  }

  /** What all places and borders cost, filled to their room: cables that share nothing pay no more. */
  get roomCost(): number {
    return this.#odd.reduce(
      (sum, { row, room }) => sum + this.#tolls[row]! * room,
      this.#places.reduce((sum, price) => sum + price, 0),
    );
  }

  /** To go on from in another branch. */
  known(): KnownPrices {
    return { places: this.#places.slice(), borders: [...this.#tolls] };
  }

  /** Notes what the cheapest walks take up, each paying its share. How steeply the bound rises when prices follow; 0: nothing to gain. */
  note(walks: readonly (Walk | null)[], shares: readonly number[]): number {
    const [want, wanted, isSingle] = [this.#want, this.#wanted, this.#isSingle];
    want.fill(0);
    walks.forEach((walk, at) => {
      for (const place of walk?.places ?? []) if (isSingle[place] === 1) want[place]! += shares[at]!;
    });
    let steepness = 0;
    for (let place = 0; place < want.length; place += 1) {
      wanted[place] = wanted[place]! * FADING + want[place]!;
      const over = isSingle[place] === 0 || this.#isOpen[place] === 0 ? 0 : want[place]! - 1;
      const drift = (over < 0 && this.#places[place] === 0 ? 0 : over) + MOMENTUM * this.#drift[place]!;
      this.#drift[place] = drift;
      steepness += drift * drift;
    }
    for (const { row, places, room } of this.#odd) {
      let over = -room;
      for (const place of places) over += want[place]!;
      const drift = (over < 0 && this.#tolls[row] === 0 ? 0 : over) + MOMENTUM * this.#tollDrift[row]!;
      this.#tollDrift[row] = drift;
      steepness += drift * drift;
    }
    this.#weight = this.#weight * FADING + 1;
    return steepness;
  }

  follow(step: number): void {
    for (let place = 0; place < this.#places.length; place += 1) {
      this.#places[place] = Math.max(0, this.#places[place]! + step * this.#drift[place]!);
    }
    for (const { row } of this.#odd) this.#tolls[row] = Math.max(0, this.#tolls[row]! + step * this.#tollDrift[row]!);
    this.#sum();
  }

  /** Looks for borders that the walks of the last rounds, taken together, overstep. */
  grow(): void {
    const fullness = this.#wanted.map((want) => want / this.#weight);
    if (this.#borders?.grow(fullness, this.#isOpen) === true) this.#takeBorders(this.#tolls);
  }

  #takeBorders(tolls: readonly number[]): void {
    this.#odd = this.#borders?.odd(this.#isOpen) ?? [];
    const given = tolls.slice();
    for (let row = 0; row < (this.#borders?.count ?? 0); row += 1) {
      this.#tolls[row] = 0;
      this.#tollDrift[row] ??= 0;
    }
    for (const { row } of this.#odd) this.#tolls[row] = given[row] ?? 0;
  }

  #sum(): void {
    this.costs.set(this.#places);
    for (const { row, places } of this.#odd) for (const place of places) this.costs[place]! += this.#tolls[row]!;
  }
}
