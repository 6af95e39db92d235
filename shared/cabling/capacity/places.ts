/**
 * Places: the stretches of each edge between two neighbouring landings, and what lies in them now. A cable fills only the
 * places that it passes, so these, not whole segments, are what runs out of room. Each place also has a price, which rises
 * while more cables want it than fit (see negotiation.ts).
 */
import type { Access, Network } from '../../survey/types.ts';
import { isShutAlong, type Shut } from '../rules/shut.ts';
import type { Demand } from './demand.ts';
import { areaLimitMm2, type EdgeLimits } from './edgeLimits.ts';

/** What one cable takes of a place. */
export interface CableWeight {
  readonly areaMm2: number;
  readonly massGPerM: number;
}

/** One part of a run: along an edge, between two of its marks (see `markMm`). */
export interface Stretch {
  readonly edge: number;
  readonly fromMark: number;
  readonly toMark: number;
}

/** Where some cables may not run. */
export interface ShutPlaces {
  /** By place: 1 where it is shut. */
  readonly places: Uint8Array;
  /** By edge: 1 where any of its places is. */
  readonly edges: Uint8Array;
}

const ROUNDING = 1 + 1e-9;

export class Places {
  readonly limits: EdgeLimits;
  /** Places of edge e are rows first[e] … first[e + 1] − 1. */
  readonly first: Int32Array;
  readonly edgeOf: Int32Array;
  readonly cables: Int32Array;
  readonly areaMm2: Float64Array;
  readonly massGPerM: Float64Array;
  readonly pricePerMm2: Float64Array;
  readonly pricePerG: Float64Array;
  /** When what lies in an edge changed last, in ticks of `clock`. */
  readonly changedAt: Float64Array;
  clock = 1;
  /** By edge, every demand that lay there at some time: where to look for those that lie there now. */
  readonly #visitors: Set<Demand>[];
  /** Marks of edge e, in mm from its `from` end: rows first[e] + e … first[e + 1] + e. */
  readonly #marksMm: Int32Array;
  readonly #shutPlaces = new Map<Shut, ShutPlaces>();

  constructor(network: Network, limits: EdgeLimits, accesses: readonly Access[]) {
    this.limits = limits;
    const landings: number[][] = Array.from({ length: network.edgeCount }, () => []);
    for (const { segment, alongMm } of accesses) landings[segment]!.push(alongMm);
    this.first = new Int32Array(network.edgeCount + 1);
    const marks: number[] = [];
    landings.forEach((inside, edge) => {
      const lengthMm = network.edgeLengthMm[edge]!;
      const inner = [...new Set(inside)].filter((alongMm) => alongMm > 0 && alongMm < lengthMm).sort((a, b) => a - b);
      marks.push(0, ...inner, lengthMm);
      this.first[edge + 1] = this.first[edge]! + inner.length + 1;
    });
    this.#marksMm = Int32Array.from(marks);
    const count = this.first[network.edgeCount]!;
    this.edgeOf = new Int32Array(count);
    for (let edge = 0; edge < network.edgeCount; edge += 1) this.edgeOf.fill(edge, this.first[edge], this.first[edge + 1]);
    this.cables = new Int32Array(count);
    this.areaMm2 = new Float64Array(count);
    this.massGPerM = new Float64Array(count);
    this.pricePerMm2 = new Float64Array(count);
    this.pricePerG = new Float64Array(count);
    this.changedAt = new Float64Array(network.edgeCount);
    this.#visitors = Array.from({ length: network.edgeCount }, () => new Set());
  }

  /** The last mark of an edge, at its `to` end; the first is 0. */
  lastMark(edge: number): number {
    return this.first[edge + 1]! - this.first[edge]!;
  }

  markMm(edge: number, mark: number): number {
    return this.#marksMm[this.first[edge]! + edge + mark]!;
  }

  lengthMm({ edge, fromMark, toMark }: Stretch): number {
    return Math.abs(this.markMm(edge, toMark) - this.markMm(edge, fromMark));
  }

  /** The mark at a landing, or at an end of the edge. */
  markAt(edge: number, alongMm: number): number {
    let [low, high] = [0, this.lastMark(edge)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.markMm(edge, middle) < alongMm) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** First place of a stretch, and the one after its last. */
  range({ edge, fromMark, toMark }: Stretch): [start: number, end: number] {
    const start = this.first[edge]!;
    return fromMark < toMark ? [start + fromMark, start + toMark] : [start + toMark, start + fromMark];
  }

  /** The places that something shuts; the same object for the same thing. */
  shutBy(shut: Shut): ShutPlaces {
    let known = this.#shutPlaces.get(shut);
    if (known === undefined) {
      known = { places: new Uint8Array(this.cables.length), edges: new Uint8Array(this.first.length - 1) };
      for (let place = 0; place < this.cables.length; place += 1) {
        const edge = this.edgeOf[place]!;
        const mark = place - this.first[edge]!;
        if (!isShutAlong(shut, edge, this.markMm(edge, mark), this.markMm(edge, mark + 1))) continue;
        known.places[place] = 1;
        known.edges[edge] = 1;
      }
      this.#shutPlaces.set(shut, known);
    }
    return known;
  }

  /** Whether a stretch leads over a shut place. */
  isShutAlong(stretch: Stretch, shut: ShutPlaces): boolean {
    const [start, end] = this.range(stretch);
    for (let place = start; place < end; place += 1) if (shut.places[place] === 1) return true;
    return false;
  }

  /** Lays `count` cables along stretches; a negative count takes them out. */
  lay(stretches: readonly Stretch[], weight: CableWeight, count: number): void {
    this.clock += 1;
    for (const stretch of stretches) {
      const [start, end] = this.range(stretch);
      this.changedAt[stretch.edge] = this.clock;
      for (let place = start; place < end; place += 1) {
        this.cables[place]! += count;
        this.areaMm2[place]! += count * weight.areaMm2;
        this.massGPerM[place]! += count * weight.massGPerM;
      }
    }
  }

  /** Notes that a demand lies along stretches. */
  note(demand: Demand, stretches: readonly Stretch[]): void {
    for (const { edge } of stretches) this.#visitors[edge]!.add(demand);
  }

  /** Demands that lie, or once lay, in an edge. */
  visitors(edge: number): ReadonlySet<Demand> {
    return this.#visitors[edge]!;
  }

  isOver(place: number): boolean {
    const edge = this.edgeOf[place]!;
    return (
      this.areaMm2[place]! > areaLimitMm2(this.limits, edge, this.cables[place]!) * ROUNDING ||
      this.massGPerM[place]! > this.limits.massGPerM[edge]! * ROUNDING
    );
  }

  isOverAlong(stretches: readonly Stretch[]): boolean {
    return stretches.some((stretch) => {
      const [start, end] = this.range(stretch);
      for (let place = start; place < end; place += 1) if (this.isOver(place)) return true;
      return false;
    });
  }

  /** How many cables of this weight would have to leave a place, were one more laid in it; 0 when it fits. */
  excessWith(place: number, { areaMm2, massGPerM }: CableWeight): number {
    const edge = this.edgeOf[place]!;
    const limitMm2 = areaLimitMm2(this.limits, edge, this.cables[place]! + 1);
    const [area, mass] = [this.areaMm2[place]! + areaMm2, this.massGPerM[place]! + massGPerM];
    const overArea = areaMm2 > 0 && area > limitMm2 * ROUNDING ? (area - limitMm2) / areaMm2 : 0;
    const massLimit = this.limits.massGPerM[edge]!;
    const overMass = massGPerM > 0 && mass > massLimit * ROUNDING ? (mass - massLimit) / massGPerM : 0;
    return Math.ceil(Math.max(overArea, overMass));
  }

  /** By how much a place is over its limits, as shares of them; 0 where it keeps them. */
  excessShares(place: number): { readonly areaShare: number; readonly massShare: number } {
    const edge = this.edgeOf[place]!;
    const share = (sum: number, limit: number): number => (sum > limit * ROUNDING ? (sum - limit) / limit : 0);
    return {
      areaShare: share(this.areaMm2[place]!, areaLimitMm2(this.limits, edge, this.cables[place]!)),
      massShare: share(this.massGPerM[place]!, this.limits.massGPerM[edge]!),
    };
  }

  /** How many more cables of this weight fit along stretches. */
  roomAlong(stretches: readonly Stretch[], weight: CableWeight, most: number): number {
    let room = most;
    for (const stretch of stretches) {
      const [start, end] = this.range(stretch);
      for (let place = start; place < end && room > 0; place += 1) room = Math.min(room, this.#roomIn(place, weight, room));
    }
    return room;
  }

  #roomIn(place: number, { areaMm2, massGPerM }: CableWeight, most: number): number {
    const edge = this.edgeOf[place]!;
    const now = this.cables[place]!;
    for (let room = most; room > 0;) {
      const limitMm2 = areaLimitMm2(this.limits, edge, now + room) * ROUNDING;
      const byArea = areaMm2 > 0 ? Math.floor((limitMm2 - this.areaMm2[place]!) / areaMm2) : Infinity;
      const freeG = this.limits.massGPerM[edge]! * ROUNDING - this.massGPerM[place]!;
      const byMass = massGPerM > 0 ? Math.floor(freeG / massGPerM) : Infinity;
      const fits = Math.min(byArea, byMass);
      if (fits >= room) return room;
      // Fewer cables may have another limit in a conduit, so what fits is tried again with its own.
      room = Math.min(room - 1, Math.max(0, fits));
    }
    return 0;
  }

  /** Places over their limit, in order of the segments' ids. */
  overfull(): number[] {
    const over: number[] = [];
    for (let place = 0; place < this.cables.length; place += 1) if (this.isOver(place)) over.push(place);
    return over;
  }
}
