/** All cables of one part of the network: those that never move lie still, the others stand as demands. */
import { must } from '../../assert.ts';
import type { Demand, Share, Way } from './demand.ts';
import type { CableWeight, Places, Stretch } from './places.ts';
import type { WaySearch } from './waySearch.ts';

/** Cables of one family along one way of the first phase. */
export interface Bundle {
  /** Rows of the cables, in order. */
  readonly cables: readonly number[];
  readonly stretches: readonly Stretch[];
  readonly weight: CableWeight;
}

/** Where all demands lie; to go back to. */
export type Standing = ReadonlyMap<Demand, readonly Readonly<Share>[]>;

/** Turns a bundle's cables into demands, which know their other ways and lie where the bundle lay. */
export type Splitter = (bundle: Bundle) => readonly Demand[];

export class Crowd {
  readonly places: Places;
  readonly search: WaySearch;
  readonly #split: Splitter;
  #asleep: readonly Bundle[];
  #demands: readonly Demand[] = [];
  readonly #home = new Map<Demand, Way>();

  constructor(places: Places, search: WaySearch, bundles: readonly Bundle[], split: Splitter) {
    this.places = places;
    this.search = search;
    this.#asleep = bundles;
    this.#split = split;
    for (const { stretches, weight, cables } of bundles) places.lay(stretches, weight, cables.length);
  }

  /** Demands that may move, in order of their first cables. */
  demands = (): readonly Demand[] => this.#demands;

  /** Lets everything that lies in these places move. */
  wake = (placeRows: readonly number[]): void => {
    const isMeant = this.#marked(placeRows);
    const woken: Demand[] = [];
    this.#asleep = this.#asleep.filter((bundle) => {
      if (!this.#passes(bundle.stretches, isMeant)) return true;
      for (const demand of this.#split(bundle)) {
        this.#home.set(demand, must(demand.shares[0], 'share').way);
        woken.push(demand);
      }
      return false;
    });
    if (woken.length > 0) this.#demands = [...this.#demands, ...woken].sort((a, b) => a.cables[0]! - b.cables[0]!);
  };

  /** The way of the first phase. */
  homeOf(demand: Demand): Way {
    return must(this.#home.get(demand), 'way of the first phase');
  }

  /** Places along a way in which one more cable of this weight has no room. */
  fullPlaces({ stretches }: Way, weight: CableWeight): number[] {
    const full: number[] = [];
    for (const stretch of stretches) {
      const [start, end] = this.places.range(stretch);
      for (let place = start; place < end; place += 1) if (this.places.excessWith(place, weight) > 0) full.push(place);
    }
    return full;
  }

  /** Places along a way that are over their limit. */
  overPlaces({ stretches }: Way): number[] {
    const over: number[] = [];
    for (const stretch of stretches) {
      const [start, end] = this.places.range(stretch);
      for (let place = start; place < end; place += 1) if (this.places.isOver(place)) over.push(place);
    }
    return over;
  }

  /** Everything in these places, woken if need be: demands in order, each with its ways there. */
  layingIn(placeRows: readonly number[]): { readonly demand: Demand; readonly way: Way }[] {
    this.wake(placeRows);
    const isMeant = this.#marked(placeRows);
    return this.#demands.flatMap((demand) =>
      demand.shares.filter(({ way }) => this.#passes(way.stretches, isMeant)).map(({ way }) => ({ demand, way })),
    );
  }

  standing(): Standing {
    return new Map(this.#demands.map((demand) => [demand, demand.shares.map(({ way, count }) => ({ way, count }))]));
  }

  /** Lays everything as it stood; what has woken since goes where the first phase put it. */
  restore(standing: Standing): void {
    for (const demand of this.#demands) {
      const shares = standing.get(demand) ?? [{ way: this.homeOf(demand), count: demand.cables.length }];
      for (const { way, count } of demand.shares) this.places.lay(way.stretches, demand.weight, -count);
      for (const { way, count } of shares) this.places.lay(way.stretches, demand.weight, count);
      demand.shares.splice(0, demand.shares.length, ...shares.map(({ way, count }) => ({ way, count })));
    }
  }

  /** By how much all ways together are longer than those of the first phase. */
  detourMm(): number {
    let sum = 0;
    for (const demand of this.#demands) {
      const homeMm = this.homeOf(demand).lengthMm;
      for (const { way, count } of demand.shares) sum += (way.lengthMm - homeMm) * count;
    }
    return sum;
  }

  #marked(placeRows: readonly number[]): Uint8Array {
    const isMeant = new Uint8Array(this.places.cables.length);
    for (const place of placeRows) isMeant[place] = 1;
    return isMeant;
  }

  #passes(stretches: readonly Stretch[], isMeant: Uint8Array): boolean {
    return stretches.some((stretch) => {
      const [start, end] = this.places.range(stretch);
      for (let place = start; place < end; place += 1) if (isMeant[place] === 1) return true;
      return false;
    });
  }
}
