/**
 * Looms by what they are counted for, without names, legs and labels: a campus has tens of thousands of looms with a million legs, and
 * whoever counts them, or asks what another make would give, needs none of those. Agrees with `loomsOf` by a tested law.
 */
import { must } from '../assert.ts';
import type { Cabling } from '../cabling/types.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import { routedBundles, type RoutedBundle } from './bundling.ts';
import { boundPart, legContext, visitLegs, type LegContext } from './loomLegs.ts';
import type { LoomInput, LoomMade } from './looms.ts';
import { loomSettings } from './loomSettings.ts';
import { boughtLengthMm, isBeyondMaking, madeLegMm, madeTrunkMm } from './madeLengths.ts';

export interface LoomSize {
  readonly made: LoomMade;
  /** Catalog id. */
  readonly family: string;
  /** How many cables it holds. */
  readonly members: number;
  /** As of `Loom`. */
  readonly fibers: number | null;
  readonly lengthMm: number | null;
  /** Of its cables as they are made, each with the bound part and its own legs; null where it is not made to length, or not as long. */
  readonly madeMm: number | null;
}

const known = new WeakMap<Plan, readonly LoomSize[]>();

/** In the order of `loomsOf`; kept as long as the plan. */
export function loomSizes({ plan, survey, cabling }: LoomInput): readonly LoomSize[] {
  let sizes = known.get(plan);
  if (sizes === undefined) {
    const context = legContext(plan, survey, cabling);
    sizes = Array.from(routedBundles(context), (bundle) => sizeOf(context, bundle));
    known.set(plan, sizes);
  }
  return sizes;
}

/** The plan with all of its tiers made one way, where cables can be: for comparing. */
export function planIfMade(plan: Plan, { tiers }: Cabling, make: 'custom' | 'stock'): Plan {
  const makeByTier = Object.fromEntries(tiers.map(({ name }) => [name, make] as const));
  const looms = new Map([...plan.looms].map(([id, loom]) => [id, loom.make === 'none' ? loom : { ...loom, make: null }] as const));
  return { ...plan, settings: { ...plan.settings, looms: { ...loomSettings(plan), makeByTier } }, looms };
}

/** Sizes if all tiers were made this way. */
export function loomSizesIf(input: LoomInput, make: 'custom' | 'stock'): readonly LoomSize[] {
  return loomSizes({ ...input, plan: planIfMade(input.plan, input.cabling, make) });
}

function sizeOf(context: LegContext, bundle: RoutedBundle): LoomSize {
  const { cables, families } = context.cabling;
  const { members, make } = bundle;
  const family = must(families[cables.family[members[0]!]!], 'family');
  const size = { made: make, family: family.id, members: members.length };
  const fibers = family.fiberCount === null ? null : family.fiberCount * members.length;
  if (make !== 'custom') return { ...size, fibers, lengthMm: boughtLengthMm(context, members, make, family), madeMm: null };
  return { ...size, fibers, ...madeLengths(context, bundle, family) };
}

function madeLengths(context: LegContext, { members, route }: RoutedBundle, family: CableFamily): Pick<LoomSize, 'lengthMm' | 'madeMm'> {
  const settings = loomSettings(context.plan);
  const { trunkNeedMm } = boundPart(context, route, family);
  const trunkMm = madeTrunkMm(settings, family, trunkNeedMm);
  let [longestMm, madeMm, cableBefore, longestOfCableMm] = [0, 0, -1, 0];
  visitLegs(context, members, route, family, trunkNeedMm, (cable, _link, aMm, bMm, moreAMm, moreBMm) => {
    const legsMm = madeLegMm(settings, aMm + moreAMm) + madeLegMm(settings, bMm + moreBMm);
    longestMm = Math.max(longestMm, legsMm);
    // A splitter has a leg for each of its links, and is one cable.
    if (cable !== cableBefore) {
      madeMm += trunkMm + legsMm;
      longestOfCableMm = legsMm;
    } else if (legsMm > longestOfCableMm) {
      madeMm += legsMm - longestOfCableMm;
      longestOfCableMm = legsMm;
    }
    cableBefore = cable;
  });
  const lengthMm = trunkMm + longestMm;
  return isBeyondMaking(family, lengthMm) ? { lengthMm: null, madeMm: null } : { lengthMm, madeMm };
}
