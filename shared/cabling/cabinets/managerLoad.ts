/** How much lies in a manager at each of its heights, kept up while cables come and go. */
import { must } from '../../assert.ts';

/** From a lower height to an upper one. */
export interface Heights {
  readonly fromMm: number;
  readonly toMm: number;
}

export class ManagerLoad {
  /** Heights at which a cable begins or ends, ascending. */
  readonly #marksMm: readonly number[];
  readonly #place: ReadonlyMap<number, number>;
  /** Cross-section in mm² from each mark to the next. */
  readonly #usedMm2: Float64Array;

  /** `stretches`: all that may ever be laid in it. */
  constructor(stretches: readonly Heights[]) {
    this.#marksMm = [...new Set(stretches.flatMap(({ fromMm, toMm }) => [fromMm, toMm]))].sort((a, b) => a - b);
    this.#place = new Map(this.#marksMm.map((mm, place) => [mm, place]));
    this.#usedMm2 = new Float64Array(this.#marksMm.length);
  }

  /** Puts a cable in; with a negative cross-section, takes it out. */
  lay({ fromMm, toMm }: Heights, areaMm2: number): void {
    const end = this.#placeOf(toMm);
    for (let place = this.#placeOf(fromMm); place < end; place += 1) this.#usedMm2[place]! += areaMm2;
  }

  /** What lies from a height on, at which a cable begins or ends. */
  atMm2(mm: number): number {
    return this.#usedMm2[this.#placeOf(mm)]!;
  }

  /** The most that lies anywhere between two heights. */
  mostMm2({ fromMm, toMm }: Heights): number {
    const end = this.#placeOf(toMm);
    let most = 0;
    for (let place = this.#placeOf(fromMm); place < end; place += 1) most = Math.max(most, this.#usedMm2[place]!);
    return most;
  }

  /** The height where most lies, the lowest of several, and how much. */
  fullest(): { readonly atMm: number; readonly usedMm2: number } {
    let fullest = 0;
    for (let place = 1; place < this.#usedMm2.length; place += 1) if (this.#usedMm2[place]! > this.#usedMm2[fullest]!) fullest = place;
    return { atMm: this.#marksMm[fullest] ?? 0, usedMm2: this.#usedMm2[fullest] ?? 0 };
  }

  #placeOf(mm: number): number {
    return must(this.#place.get(mm), 'height');
  }
}
