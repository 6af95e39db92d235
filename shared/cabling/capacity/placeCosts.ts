/** What stretches of pathways cost one more cable of a demand, by what lies in them now. */
import type { Network } from '../../survey/types.ts';
import { HOPS } from '../shortestPaths.ts';
import type { Demand, Way } from './demand.ts';
import type { CableWeight, Places, Stretch } from './places.ts';

/**
 * What a way costs beside its length. `free`: nothing, as if there were room everywhere. `fitting`: full places are shut.
 * `priced`: every place has its price, and each cable by which one is over its limit costs `overMm` more.
 */
export type Terms = { readonly kind: 'free' } | { readonly kind: 'fitting' } | { readonly kind: 'priced'; readonly overMm: number };

interface EdgeCosts {
  readonly costMm: Float64Array;
  readonly knownAt: Float64Array;
}

export class PlaceCosts {
  readonly #network: Network;
  readonly #places: Places;
  /** Costs of whole edges by weight class, for the terms asked last. */
  #edgeCosts: EdgeCosts[] = [];
  #terms: Terms = { kind: 'free' };
  #termsSince = 0;
  /** Number of the last search that was to keep off each place and edge. */
  readonly #offPlace: Int32Array;
  readonly #offEdge: Int32Array;
  #off = 0;
  #keepsOff = false;

  constructor(network: Network, places: Places) {
    this.#network = network;
    this.#places = places;
    this.#offPlace = new Int32Array(places.cables.length);
    this.#offEdge = new Int32Array(network.edgeCount);
  }

  /** Prices were raised: what edges cost must be summed anew. */
  forgetPrices(): void {
    this.#termsSince = ++this.#places.clock;
  }

  /** Terms of the costs asked for from now on, and stretches that cost so much that no way leads over them. */
  begin(terms: Terms, keepOff: readonly Stretch[]): void {
    this.#useTerms(terms);
    this.#keepsOff = keepOff.length > 0;
    if (!this.#keepsOff) return;
    this.#off += 1;
    for (const stretch of keepOff) {
      if (this.#places.lengthMm(stretch) === 0) continue;
      this.#offEdge[stretch.edge] = this.#off;
      const [start, end] = this.#places.range(stretch);
      this.#offPlace.fill(this.#off, start, end);
    }
  }

  #useTerms(terms: Terms): void {
    const before = this.#terms;
    if (terms.kind === before.kind && (terms.kind !== 'priced' || before.kind !== 'priced' || terms.overMm === before.overMm)) return;
    this.#terms = terms;
    this.forgetPrices();
  }

  /** Of a whole edge; Infinity where it is shut. */
  edgeMm({ weight, weightClass, shut }: Demand, edge: number): number {
    if (shut !== null && shut.edges[edge] === 1) return Infinity;
    if (this.#keepsOff && this.#offEdge[edge] === this.#off) return Infinity;
    const { edgeLengthMm, edgeCount } = this.#network;
    if (this.#terms.kind === 'free') return edgeLengthMm[edge]! + 1 / HOPS;
    const places = this.#places;
    const costs = (this.#edgeCosts[weightClass] ??= { costMm: new Float64Array(edgeCount), knownAt: new Float64Array(edgeCount) });
    const knownAt = costs.knownAt[edge]!;
    if (knownAt >= this.#termsSince && knownAt >= places.changedAt[edge]! && knownAt > 0) return costs.costMm[edge]!;
    const costMm = this.#costMm({ edge, fromMark: 0, toMark: places.lastMark(edge) }, weight);
    costs.costMm[edge] = costMm;
    costs.knownAt[edge] = places.clock;
    return costMm;
  }

  /** Of a stretch; Infinity where a rule shuts it. */
  stretchMm(stretch: Stretch, { weight, shut }: Demand): number {
    if (shut !== null && this.#places.isShutAlong(stretch, shut)) return Infinity;
    if (this.#keepsOff && this.#offEdge[stretch.edge] === this.#off) {
      const [start, end] = this.#places.range(stretch);
      for (let place = start; place < end; place += 1) if (this.#offPlace[place] === this.#off) return Infinity;
    }
    return this.#costMm(stretch, weight);
  }

  /** A stretch's length, a trifle for its being one more, and what its places cost. */
  #costMm(stretch: Stretch, weight: CableWeight): number {
    const [places, terms] = [this.#places, this.#terms];
    const { edge, fromMark, toMark } = stretch;
    let costMm = Math.abs(places.markMm(edge, toMark) - places.markMm(edge, fromMark)) + 1 / HOPS;
    if (terms.kind === 'free') return costMm;
    const [start, end] = places.range(stretch);
    for (let place = start; place < end; place += 1) {
      const excess = places.excessWith(place, weight);
      if (terms.kind === 'priced') {
        costMm += excess * terms.overMm + weight.areaMm2 * places.pricePerMm2[place]! + weight.massGPerM * places.pricePerG[place]!;
      } else if (excess > 0) return Infinity;
    }
    return costMm;
  }
}

/** Whether a way passes some edge more than once, as pins may make it. */
export function passesTwice({ stretches }: Way): boolean {
  return new Set(stretches.map(({ edge }) => edge)).size < stretches.length;
}
