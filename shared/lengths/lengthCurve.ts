/**
 * Which lengths of a family to order, so that all of them together cost least: for every number of lengths, the best choice.
 *
 * A cable takes the shortest of the chosen lengths that serves it, so the cables of a class go together, and the classes that
 * one length serves stand beside each other, from short to long. With f(k, e) the least cost of the first e classes on at most
 * k lengths,
 *
 *   f(k, e) = min over lengths L that serve class e − 1 and not class e, and over b, of f(k − 1, b) + costEach(L) × max(cables of b … e − 1, minimum order)
 *
 * where no cable of b … e − 1 has more surplus than allowed. That is exact, since every choice is such a partition. A class
 * whose shortest offer already has more surplus than allowed takes that offer and no longer one. Equal costs are settled by
 * bought metres, then by the shorter length.
 */
import { must } from '../assert.ts';
import type { LengthClass } from './demand.ts';
import type { Offer } from './offers.ts';

export interface LengthRules {
  /** Least number of cables that a maker takes an order of one length for; 1 where any number. */
  readonly minimumOrder: number;
  /** Most that a cable may be longer than required; null: any. */
  readonly surplusLimitMm: number | null;
}

/** The best choice of at most so many lengths. */
export interface CurvePoint {
  readonly k: number;
  readonly cost: number;
  /** From short to long; fewer than k where more would cost more. */
  readonly lengthsMm: readonly number[];
}

/** Nobody reads a curve further. Of a family with more classes it ends with what each class costs at its own shortest offer. */
const MOST_POINTS = 64;

/** Points from the fewest lengths that do to as many as there are classes. Empty when there is nothing to order. */
export function lengthCurve(classes: readonly LengthClass[], offers: readonly Offer[], rules: LengthRules): CurvePoint[] {
  const table = new CostTable(classes, offers, rules);
  const points: CurvePoint[] = [];
  for (let k = 1; k <= Math.min(classes.length, MOST_POINTS); k += 1) {
    table.addLayer();
    const point = table.best(k);
    if (point !== null) points.push(point);
  }
  if (classes.length > MOST_POINTS) points.push(cheaper(points.at(-1), table.eachByItself()));
  return points;
}

function cheaper(a: CurvePoint | undefined, b: CurvePoint): CurvePoint {
  return a !== undefined && a.cost <= b.cost ? { ...a, k: b.k } : b;
}

/** Chosen so far: nothing. */
const NOTHING = -1;

interface Layer {
  readonly cost: Float64Array;
  readonly boughtMm: Float64Array;
  /** Offer that serves the last classes, and the first of these. */
  readonly offer: Int32Array;
  readonly begin: Int32Array;
}

/** Layer k holds, by number of classes served, the best choice of exactly k lengths. */
class CostTable {
  private readonly classes: readonly LengthClass[];
  private readonly offers: readonly Offer[];
  private readonly minimumOrder: number;
  /** Cables in the first e classes. */
  private readonly before: Float64Array;
  /** By offer: the class after the last that it serves as the shortest chosen, and the first that it may serve. */
  private readonly endOf: Int32Array;
  private readonly lowestOf: Int32Array;
  private readonly layers: Layer[];

  constructor(classes: readonly LengthClass[], offers: readonly Offer[], { minimumOrder, surplusLimitMm }: LengthRules) {
    this.classes = classes;
    this.offers = offers;
    this.minimumOrder = minimumOrder;
    this.before = new Float64Array(classes.length + 1);
    classes.forEach(({ count }, at) => {
      this.before[at + 1] = this.before[at]! + count;
    });
    this.endOf = Int32Array.from(offers, ({ lengthMm }) => classes.filter(({ shortestMm }) => shortestMm <= lengthMm).length);
    this.lowestOf = Int32Array.from(offers, ({ lengthMm }, offer) => lowestServed(classes, lengthMm, this.endOf[offer]!, surplusLimitMm));
    const first = newLayer(classes.length);
    first.cost[0] = 0;
    first.boughtMm[0] = 0;
    this.layers = [first];
  }

  addLayer(): void {
    const last = this.layers.at(-1)!;
    const next = newLayer(this.classes.length);
    for (let offer = 0; offer < this.offers.length; offer += 1) {
      const end = this.endOf[offer]!;
      const { lengthMm, costEach } = this.offers[offer]!;
      for (let begin = this.lowestOf[offer]!; begin < end; begin += 1) {
        if (last.cost[begin] === Infinity) continue;
        const count = Math.max(this.before[end]! - this.before[begin]!, this.minimumOrder);
        const cost = last.cost[begin]! + costEach * count;
        if (cost > next.cost[end]!) continue;
        const boughtMm = last.boughtMm[begin]! + lengthMm * count;
        if (cost === next.cost[end] && boughtMm >= next.boughtMm[end]!) continue;
        next.cost[end] = cost;
        next.boughtMm[end] = boughtMm;
        next.offer[end] = offer;
        next.begin[end] = begin;
      }
    }
    this.layers.push(next);
  }

  /** The best of the layers 1 … k, with the fewest lengths of those that cost the same; null when none serves all classes. */
  best(k: number): CurvePoint | null {
    const end = this.classes.length;
    let layer = 0;
    for (let at = 1; at <= k; at += 1) if (this.layers[at]!.cost[end]! < this.layers[layer]!.cost[end]!) layer = at;
    const cost = this.layers[layer]!.cost[end]!;
    if (layer === 0 || cost === Infinity) return null;
    const lengthsMm: number[] = [];
    for (let [at, served] = [layer, end]; at > 0; at -= 1) {
      const { offer, begin } = this.layers[at]!;
      lengthsMm.unshift(this.offers[offer[served]!]!.lengthMm);
      served = begin[served]!;
    }
    return { k, cost, lengthsMm };
  }

  /** Every class at its own shortest offer. */
  eachByItself(): CurvePoint {
    const costEach = new Map(this.offers.map((offer) => [offer.lengthMm, offer.costEach]));
    const cost = this.classes.reduce(
      (sum, { shortestMm, count }) => sum + must(costEach.get(shortestMm), 'offer') * Math.max(count, this.minimumOrder),
      0,
    );
    return { k: this.classes.length, cost, lengthsMm: this.classes.map(({ shortestMm }) => shortestMm) };
  }
}

/** The first class that a length may serve without too much surplus in any cable up to class `end` − 1; `end` where it may serve none. */
function lowestServed(classes: readonly LengthClass[], lengthMm: number, end: number, surplusLimitMm: number | null): number {
  if (surplusLimitMm === null) return 0;
  let lowest = end;
  while (lowest > 0) {
    const { shortestMm, leastRequiredMm } = classes[lowest - 1]!;
    if (shortestMm !== lengthMm && lengthMm - leastRequiredMm > surplusLimitMm) break;
    lowest -= 1;
  }
  return lowest;
}

function newLayer(classes: number): Layer {
  return {
    cost: new Float64Array(classes + 1).fill(Infinity),
    boughtMm: new Float64Array(classes + 1).fill(Infinity),
    offer: new Int32Array(classes + 1).fill(NOTHING),
    begin: new Int32Array(classes + 1).fill(NOTHING),
  };
}
