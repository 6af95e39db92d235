/** How many kinds of bundle a plan needs: the measure of wiring of "Understanding Lifecycle Management Complexity" (NSDI'19). */
import type { Loom } from './looms.ts';

/** Bundles of one capacity and one length. Looms of different families are different types as well. */
export interface BundleType {
  readonly family: string;
  /** Cables, and fibers in them; null where the family does not say. */
  readonly members: number;
  readonly fibers: number | null;
  readonly lengthMm: number | null;
  readonly count: number;
}

/** By family, capacity, length. */
export function bundleTypes(looms: readonly Loom[]): BundleType[] {
  const types = new Map<string, BundleType>();
  for (const { family, members, fibers, lengthMm } of looms) {
    const key = `${family} ${members.length} ${lengthMm ?? ''}`;
    types.set(key, { family, members: members.length, fibers, lengthMm, count: (types.get(key)?.count ?? 0) + 1 });
  }
  return [...types.values()].sort(
    (a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : 0) || a.members - b.members || (a.lengthMm ?? 0) - (b.lengthMm ?? 0),
  );
}
