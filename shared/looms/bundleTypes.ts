/**
 * How many types of bundle a plan needs: the first measure of wiring of "Understanding Lifecycle Management Complexity of Datacenter
 * Topologies" (NSDI'19). A type is a pair of capacity (fibers in the bundle) and length; who makes it, and of which family, does not
 * count. Where a family does not say its fibers, the cables stand in for them.
 */
import type { LoomSize } from './loomSizes.ts';

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
export function bundleTypes(looms: Iterable<LoomSize>): BundleType[] {
  const types = new Map<string, GrowingType>();
  for (const { family, members, fibers, lengthMm } of looms) {
    const key = `${fibers ?? `cables ${members}`} ${lengthMm ?? ''}`;
    let type = types.get(key);
    if (type === undefined) types.set(key, (type = { fibers, members: [members, members], lengthMm, families: new Set(), count: 0 }));
    type.members[0] = Math.min(type.members[0], members);
    type.members[1] = Math.max(type.members[1], members);
    type.families.add(family);
    type.count += 1;
  }
  return Array.from(types.values(), (type): BundleType => ({ ...type, families: [...type.families].sort() })).sort(
    (a, b) => (a.fibers ?? 0) - (b.fibers ?? 0) || a.members[0] - b.members[0] || (a.lengthMm ?? Infinity) - (b.lengthMm ?? Infinity),
  );
}

/** A type while looms are counted into it. */
interface GrowingType {
  readonly fibers: number | null;
  readonly members: [number, number];
  readonly lengthMm: number | null;
  readonly families: Set<string>;
  count: number;
}
