/**
 * What lies in each segment as whole numbers of cables by family. Whole numbers add up to the same in whatever order they are added
 * and taken away, so that counts carried over from an earlier state equal those counted afresh.
 */
import type { Network } from '../../survey/types.ts';
import { NONE, type Route } from '../types.ts';
import type { RouteCargo } from './routeCargo.ts';

/** A part of an edge that some cables use. */
export interface Stretch {
  readonly fromMm: number;
  readonly toMm: number;
  /** By family. */
  readonly cables: Int32Array;
}

export interface LoadCounts {
  readonly familyCount: number;
  /** Cables that lie along the whole edge: row `edge × familyCount + family`. */
  readonly whole: Int32Array;
  /** Cables on parts of an edge, by edge and by the part's two ends. */
  readonly stretches: ReadonlyMap<number, ReadonlyMap<number, Stretch>>;
  /** Cables that touch the edge anywhere, and the lengths of cable along it. */
  readonly touching: Int32Array;
  readonly cableMm: Float64Array;
}

/** Counts under change; parts of edges are copied from the earlier counts when they are first touched. */
export class LoadCounter implements LoadCounts {
  readonly familyCount: number;
  readonly whole: Int32Array;
  readonly stretches: Map<number, ReadonlyMap<number, Stretch>>;
  readonly touching: Int32Array;
  readonly cableMm: Float64Array;
  /** Edges whose counts changed. */
  readonly touched = new Set<number>();
  readonly #network: Network;
  /** Parts of edges that are this counter's own. */
  readonly #own = new Map<number, Map<number, Stretch>>();

  constructor(network: Network, familyCount: number, before: LoadCounts | null) {
    this.#network = network;
    this.familyCount = familyCount;
    this.whole = before?.whole.slice() ?? new Int32Array(network.edgeCount * familyCount);
    this.stretches = new Map(before?.stretches);
    this.touching = before?.touching.slice() ?? new Int32Array(network.edgeCount);
    this.cableMm = before?.cableMm.slice() ?? new Float64Array(network.edgeCount);
  }

  /** Adds what runs in one route (`sign` 1), or takes it away (−1). */
  add(route: Route, cargo: RouteCargo, row: number, sign: 1 | -1): void {
    for (const { edge, fromMm, toMm } of route.steps) {
      this.touched.add(edge);
      const [lowMm, highMm] = fromMm < toMm ? [fromMm, toMm] : [toMm, fromMm];
      const lengthMm = this.#network.edgeLengthMm[edge]!;
      const isWhole = lowMm === 0 && highMm === lengthMm;
      const [counts, first] = isWhole ? [this.whole, edge * this.familyCount] : [this.#stretchOf(edge, lowMm, highMm, lengthMm).cables, 0];
      for (let entry = cargo.firstEntry[row]!; entry !== NONE; entry = cargo.nextEntry[entry]!) {
        const cables = sign * cargo.cables[entry]!;
        counts[first + cargo.family[entry]!]! += cables;
        this.touching[edge]! += cables;
        this.cableMm[edge]! += cables * (highMm - lowMm);
      }
    }
  }

  /** Drops parts of edges that nothing uses any more. */
  tidy(): void {
    for (const [edge, parts] of this.#own) {
      for (const [key, { cables }] of parts) if (cables.every((count) => count === 0)) parts.delete(key);
      if (parts.size === 0) this.stretches.delete(edge);
    }
  }

  #stretchOf(edge: number, fromMm: number, toMm: number, lengthMm: number): Stretch {
    let parts = this.#own.get(edge);
    if (parts === undefined) {
      parts = new Map();
      for (const [key, part] of this.stretches.get(edge) ?? []) parts.set(key, { ...part, cables: part.cables.slice() });
      this.#own.set(edge, parts);
      this.stretches.set(edge, parts);
    }
    const key = fromMm * (lengthMm + 1) + toMm;
    let stretch = parts.get(key);
    if (stretch === undefined) parts.set(key, (stretch = { fromMm, toMm, cables: new Int32Array(this.familyCount) }));
    return stretch;
  }
}
