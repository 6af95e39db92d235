/** The curve of a length plan is exact: no choice of lengths among all of them costs less. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderedLengthMm } from '../../shared/cabling/lengths.ts';
import { chooseLengths } from '../../shared/lengths/chosenLengths.ts';
import { classify } from '../../shared/lengths/demand.ts';
import { lengthCurve, type LengthRules } from '../../shared/lengths/lengthCurve.ts';
import type { Offer } from '../../shared/lengths/offers.ts';
import { must } from '../../shared/assert.ts';
import { lawRuns } from '../support/runs.ts';

interface Case {
  readonly offers: readonly Offer[];
  readonly required: readonly number[];
  readonly rules: LengthRules;
}

/** A few stocked lengths at any price, a few cables that some of them serve. */
const small: fc.Arbitrary<Case> = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 7 }).chain((lengths) =>
  fc.record({
    offers: fc.tuple(
      ...lengths.sort((a, b) => a - b).map((length) => fc.record({ lengthMm: fc.constant(length * 1000), costEach: fc.nat({ max: 40 }) })),
    ),
    required: fc.array(fc.integer({ min: 1, max: Math.max(...lengths) * 1000 }), { minLength: 1, maxLength: 9 }),
    rules: fc.record({
      minimumOrder: fc.integer({ min: 1, max: 5 }),
      surplusLimitMm: fc.option(fc.integer({ min: 0, max: 12_000 })),
    }),
  }),
);

/** What a set of lengths costs, cable by cable; null when one of them would have too much surplus. */
function costOf(set: readonly Offer[], { offers, required, rules }: Case): number | null {
  const counts = new Map<Offer, number>();
  for (const requiredMm of required) {
    const takes = set.find(({ lengthMm }) => lengthMm >= requiredMm);
    if (takes === undefined) return null;
    const shortest = offers.find(({ lengthMm }) => lengthMm >= requiredMm);
    if (rules.surplusLimitMm !== null && takes !== shortest && takes.lengthMm - requiredMm > rules.surplusLimitMm) return null;
    counts.set(takes, (counts.get(takes) ?? 0) + 1);
  }
  return [...counts].reduce((sum, [{ costEach }, count]) => sum + costEach * Math.max(count, rules.minimumOrder), 0);
}

/** By number of lengths, the least cost of any set of at most so many. */
function bruteForce(given: Case): number[] {
  const best: number[] = Array.from({ length: given.offers.length + 1 }, () => Infinity);
  for (let bits = 1; bits < 1 << given.offers.length; bits += 1) {
    const set = given.offers.filter((_, at) => (bits >> at) % 2 === 1);
    best[set.length] = Math.min(best[set.length]!, costOf(set, given) ?? Infinity);
  }
  return best.map((_, k) => Math.min(...best.slice(0, k + 1)));
}

it('costs as little as any choice that brute force finds, for every number of lengths', () => {
  fc.assert(
    fc.property(small, (given) => {
      const { offers, required, rules } = given;
      const family = {
        supply: { kind: 'stock', lengthsMm: offers.map(({ lengthMm }) => lengthMm) },
        tolerance: { minusMm: 0, plusMm: 0 },
      } as const;
      const counts = new Map<number, number>();
      for (const requiredMm of required) counts.set(requiredMm, (counts.get(requiredMm) ?? 0) + 1);
      const { classes } = classify(family, counts);
      const curve = lengthCurve(classes, offers, rules);
      const least = bruteForce(given);
      const costs = Array.from({ length: classes.length }, (_, at) => curve.find(({ k }) => k === at + 1)?.cost ?? Infinity);
      expect(costs).toEqual(least.slice(1, classes.length + 1));
      for (const { cost, lengthsMm, k } of curve) {
        const chosen = chooseLengths(classes, offers, rules, lengthsMm);
        expect(lengthsMm.length).toBeLessThanOrEqual(k);
        expect(chosen.cost).toBe(cost);
        expect(chosen.surplusMm).toBe(
          required.reduce((sum, requiredMm) => sum + must(orderedLengthMm(family, requiredMm, lengthsMm), 'ordered') - requiredMm, 0),
        );
      }
    }),
    lawRuns(300, 20_000),
  );
});
