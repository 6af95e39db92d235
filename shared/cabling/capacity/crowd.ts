/** All cables of one part of the network: those not yet in anyone's way lie still, the others stand as demands. */
import { must } from '../../assert.ts';
import { finish } from '../../work.ts';
import type { Course } from '../rules/courses.ts';
import type { Apartness } from './apartness.ts';
import type { Demand, Share, Way } from './demand.ts';
import type { CableWeight, Places, ShutPlaces, Stretch } from './places.ts';
import type { Slices, WaySearch } from './waySearch.ts';

/** Some milliseconds' worth of cables. */
const WOKEN_BETWEEN_PAUSES = 4000;

/** Cables of one family along one way of the first phase. */
export interface Bundle {
  /** What its one cable shares nothing with; null: it may lie anywhere. */
  readonly apart: Apartness | null;
  /** What rules shut to them; null: nothing. */
  readonly shut: ShutPlaces | null;
  /** What they must pass, from end A on. */
  readonly course: Course | null;
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

  /** Lets everything that lies in these places move. Pauses often: in a hall without room it wakes tens of thousands of cables. */
  *wake(placeRows: readonly number[]): Slices<void> {
    const isMeant = this.#marked(placeRows);
    const passing = new Set(this.#asleep.filter((bundle) => this.#passes(bundle.stretches, isMeant)));
    if (passing.size === 0) return;
    const units = new Set([...passing].flatMap(({ apart }) => apart?.unit ?? []));
    const isWoken = (one: Bundle): boolean => passing.has(one) || (one.apart !== null && units.has(one.apart.unit));
    const woken = units.size === 0 ? [...passing] : this.#asleep.filter(isWoken);
    const isLeft = new Set(woken);
    this.#asleep = this.#asleep.filter((bundle) => !isLeft.has(bundle));
    const demands: Demand[] = [];
    let cables = 0;
    for (const bundle of woken) {
      for (const demand of this.#split(bundle)) {
        const { way } = must(demand.shares[0], 'share');
        this.#home.set(demand, way);
        this.places.note(demand, way.stretches);
        demands.push(demand);
      }
      cables += bundle.cables.length;
      if (cables < WOKEN_BETWEEN_PAUSES) continue;
      cables = 0;
      yield this.search.effort;
    }
    introduce(demands);
    this.#demands = [...this.#demands, ...demands].sort((a, b) => a.cables[0]! - b.cables[0]!);
  }

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
    finish(this.wake(placeRows));
    const isMeant = this.#marked(placeRows);
    const candidates = new Set<Demand>();
    for (const edge of new Set(placeRows.map((place) => this.places.edgeOf[place]!))) {
      for (const demand of this.places.visitors(edge)) candidates.add(demand);
    }
    const laying: { readonly demand: Demand; readonly way: Way }[] = [];
    for (const demand of [...candidates].sort((a, b) => a.cables[0]! - b.cables[0]!)) {
      for (const { way } of demand.shares) if (this.#passes(way.stretches, isMeant)) laying.push({ demand, way });
    }
    return laying;
  }

  standing(): Standing {
    return new Map(this.#demands.map((demand) => [demand, demand.shares.map(({ way, count }) => ({ way, count }))]));
  }

  /** Lays everything as it stood; what has woken since goes where the first phase put it. */
  restore(standing: Standing): void {
    for (const demand of this.#demands) {
      const shares = standing.get(demand) ?? [{ way: this.homeOf(demand), count: demand.cables.length }];
      for (const { way, count } of demand.shares) this.places.lay(way.stretches, demand.weight, -count);
      for (const { way, count } of shares) {
        this.places.lay(way.stretches, demand.weight, count);
        this.places.note(demand, way.stretches);
      }
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

  #marked(placeRows: readonly number[]): Meant {
    const meant = { place: new Uint8Array(this.places.cables.length), edge: new Uint8Array(this.places.first.length) };
    for (const place of placeRows) {
      meant.place[place] = 1;
      meant.edge[this.places.edgeOf[place]!] = 1;
    }
    return meant;
  }

  #passes(stretches: readonly Stretch[], meant: Meant): boolean {
    for (const stretch of stretches) {
      if (meant.edge[stretch.edge] === 0) continue;
      const [start, end] = this.places.range(stretch);
      for (let place = start; place < end; place += 1) if (meant.place[place] === 1) return true;
    }
    return false;
  }
}

/** Tells demands that are kept apart of each other; units wake as a whole. */
function introduce(demands: readonly Demand[]): void {
  const byCable = new Map(demands.flatMap((demand) => (demand.apart === null ? [] : [[demand.cables[0]!, demand] as const])));
  for (const { apart } of byCable.values()) {
    for (const { cable, split } of apart?.from ?? []) {
      const demand = byCable.get(cable);
      if (demand !== undefined) apart?.others.push({ demand, split });
    }
  }
}

/** Marks places, and the edges that hold them: most stretches run along none of these. */
interface Meant {
  readonly place: Uint8Array;
  readonly edge: Uint8Array;
}
