/**
 * How many types of bundle a plan needs: the first measure of wiring of "Understanding Lifecycle Management Complexity of Datacenter
 * Topologies" (NSDI'19). A type is a pair of capacity (fibers in the bundle) and length; who makes it, and of which family, does not
 * count. Where a family does not say its fibers, the cables stand in for them.
 */
import type { Loom } from './looms.ts';

/** Bundles of one capacity and one length. */
export interface BundleType {
  /** Fibers; null where a family does not say, as of copper. */
  readonly fibers: number | null;
  /** Cables of one such bundle: the fewest and the most. */
  readonly members: readonly [number, number];
  readonly lengthMm: number | null;
  /** Families of the bundles, sorted. */
  readonly families: readonly string[];
  readonly count: number;
}

/** By capacity and length. A loom that no length serves is a type of its own with all others of its capacity. */
export function bundleTypes(looms: readonly Loom[]): BundleType[] {
  const types = new Map<string, BundleType>();
  for (const { family, members, fibers, lengthMm } of looms) {
    const key = `${fibers ?? `cables ${members.length}`} ${lengthMm ?? ''}`;
    const before = types.get(key);
    types.set(key, {
      fibers,
      members: [Math.min(before?.members[0] ?? Infinity, members.length), Math.max(before?.members[1] ?? 0, members.length)],
      lengthMm,
      families: [...new Set([...(before?.families ?? []), family])].sort(),
      count: (before?.count ?? 0) + 1,
    });
  }
  return [...types.values()].sort(
    (a, b) => (a.fibers ?? 0) - (b.fibers ?? 0) || a.members[0] - b.members[0] || (a.lengthMm ?? Infinity) - (b.lengthMm ?? Infinity),
  );
}
