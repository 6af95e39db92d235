/** What a choice of lengths comes to: how many of each are ordered, what they cost, and what is left over in the cables. */
import { must } from '../assert.ts';
import type { LengthClass } from './demand.ts';
import type { LengthRules } from './lengthCurve.ts';
import type { Offer } from './offers.ts';

export interface ChosenLength {
  readonly lengthMm: number;
  /** Cables that take it, and how many are ordered: more where the minimum order is larger. */
  readonly count: number;
  readonly order: number;
}

export interface ChosenLengths {
  /** From short to long; only lengths that a cable takes. */
  readonly lengths: readonly ChosenLength[];
  readonly cost: number;
  readonly orderedMm: number;
  /** Ordered less required of all cables together, and the most in one of them. Cables ordered beyond the demand are not in it. */
  readonly surplusMm: number;
  readonly mostSurplusMm: number;
  /** Cables with more surplus than the rules allow, since nothing shorter is on offer. */
  readonly overLimit: number;
}

/** Every cable takes the shortest of the lengths that serves it; one that none serves, the shortest on offer. */
export function chooseLengths(
  classes: readonly LengthClass[],
  offers: readonly Offer[],
  { minimumOrder, surplusLimitMm }: LengthRules,
  lengthsMm: readonly number[],
): ChosenLengths {
  const costEach = new Map(offers.map((offer) => [offer.lengthMm, offer.costEach]));
  const sorted = [...lengthsMm].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  let [surplusMm, mostSurplusMm, overLimit] = [0, 0, 0];
  for (const { shortestMm, count, requiredMm, leastRequiredMm } of classes) {
    const lengthMm = sorted.find((candidate) => candidate >= shortestMm) ?? shortestMm;
    counts.set(lengthMm, (counts.get(lengthMm) ?? 0) + count);
    surplusMm += lengthMm * count - requiredMm;
    mostSurplusMm = Math.max(mostSurplusMm, lengthMm - leastRequiredMm);
    if (surplusLimitMm !== null && lengthMm - leastRequiredMm > surplusLimitMm) overLimit += count;
  }
  const lengths = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([lengthMm, count]) => ({ lengthMm, count, order: Math.max(count, minimumOrder) }));
  const sum = (of: (length: ChosenLength) => number): number => lengths.reduce((total, length) => total + of(length), 0);
  return {
    lengths,
    cost: sum(({ lengthMm, order }) => order * must(costEach.get(lengthMm), `offer of ${lengthMm} mm`)),
    orderedMm: sum(({ lengthMm, order }) => order * lengthMm),
    surplusMm,
    mostSurplusMm,
    overLimit,
  };
}
