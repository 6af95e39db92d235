/** Lengths that a family can be ordered at, each with what one cable of it costs. */
import type { CableFamily, Money } from '../catalog/types.ts';
import type { LengthClass } from './demand.ts';

export interface Offer {
  readonly lengthMm: number;
  /** In minor units of money, or in mm where the lengths themselves are weighed. */
  readonly costEach: number;
}

export interface Offers {
  /** Money where every length that could be ordered has a price in the plan's currency, else bought metres. */
  readonly unit: 'money' | 'metres';
  /** From short to long; only lengths that could ever be chosen. */
  readonly offers: readonly Offer[];
}

/**
 * What a family offers for a demand, and the lengths that were chosen before. Of a made-to-order family, the steps that the
 * demand rounds up to and those with a price.
 */
export function offersOf(family: CableFamily, classes: readonly LengthClass[], currency: string, chosenMm: readonly number[] = []): Offers {
  const shortestMm = classes[0]?.shortestMm ?? 0;
  const lengths = [...new Set([...lengthsOf(family, classes), ...chosenMm])]
    .filter((lengthMm) => lengthMm >= shortestMm)
    .sort((a, b) => a - b);
  const prices = lengths.map((lengthMm) => priceMinor(family.priceByLengthMm, lengthMm, currency));
  const isPriced = lengths.length > 0 && prices.every((price) => price !== null);
  return {
    unit: isPriced ? 'money' : 'metres',
    offers: lengths.map((lengthMm, at) => ({ lengthMm, costEach: isPriced ? (prices[at] ?? 0) : lengthMm })),
  };
}

function lengthsOf({ supply, priceByLengthMm }: CableFamily, classes: readonly LengthClass[]): Set<number> {
  switch (supply.kind) {
    case 'stock':
      return new Set(supply.lengthsMm);
    case 'made-to-order': {
      const priced = Object.keys(priceByLengthMm).map(Number);
      return new Set([
        ...classes.map(({ shortestMm }) => shortestMm),
        ...priced.filter((lengthMm) => lengthMm <= supply.maxMm && lengthMm % supply.stepMm === 0),
      ]);
    }
  }
}

function priceMinor(prices: Readonly<Record<string, Money>>, lengthMm: number, currency: string): number | null {
  const price = Object.hasOwn(prices, String(lengthMm)) ? prices[String(lengthMm)] : undefined;
  return price?.currency === currency ? price.amountMinor : null;
}

/** Whether a family can be ordered at a nominal length. */
export function isOffered({ supply }: Pick<CableFamily, 'supply'>, lengthMm: number): boolean {
  if (supply.kind === 'stock') return supply.lengthsMm.includes(lengthMm);
  return lengthMm > 0 && lengthMm <= supply.maxMm && lengthMm % supply.stepMm === 0;
}
