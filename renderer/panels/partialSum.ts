/** Sums with unknown parts, as text. */
import type { PartialSum } from '../../shared/engine/protocol.ts';
import { atLeastText, UNKNOWN } from '../ui/quantities.ts';

export function partialSumText(sum: PartialSum, format: (known: number) => string): string {
  return sum.known === 0 && sum.unknown > 0 ? UNKNOWN : atLeastText(format(sum.known), sum.unknown);
}
