/**
 * Cables that are pulled as one: same two openings, same way, same family, up to so many members. Members stay cables: they are
 * counted, labelled and ordered as before. A custom loom is a bound part with staggered legs, cut to the longest member; a loom of
 * stock jumpers takes one common length on offer; a trunk is a loom by itself.
 *
 * Depends on the route, family, tier, required and ordered length of every cable, on places of ports, and on the plan's loom
 * settings and decisions: a cable moves only the looms between the cabinets where it ends.
 */
import { must } from '../assert.ts';
import type { Cabling } from '../cabling/types.ts';
import type { CabinetOpening, CableFamily } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { routedBundles, type RoutedBundle } from './bundling.ts';
import { bundleNeed, legContext, type BundleNeed, type LegContext } from './loomLegs.ts';
import { loomNames } from './loomNames.ts';
import { loomSettings } from './loomSettings.ts';
import { boughtLengthMm, isBeyondMaking, madeLegMm, madeTrunkMm } from './madeLengths.ts';
import { bodyMm, bodyNeedMm, givenLegs } from './trunkLegs.ts';

export type LoomMade = 'custom' | 'stock' | 'trunk';

export interface LoomLeg {
  readonly cable: number;
  readonly link: number;
  /** From the breakout point to the port by the way in the cabinet, and how long the leg is made; null: as its maker does it. */
  readonly portMm: readonly [number, number];
  readonly madeMm: readonly [number, number] | null;
  /** Of a trunk, as its maker gives them, null where he does not; null of other looms. */
  readonly givenMm: readonly [number | null, number | null] | null;
  /** The cable as made or ordered, less its tolerance, reaches both ports with its slack; null where no length serves. */
  readonly fits: boolean | null;
}

/** Where the legs leave the bound part: an opening of a cabinet. */
export interface Breakout {
  readonly cabinet: string;
  readonly side: CabinetOpening['side'];
  readonly edge: CabinetOpening['edge'];
}

export interface Pull {
  /** Id of the cabinet that it is pulled from, and at which end that is. */
  readonly cabinet: string;
  readonly end: 0 | 1;
  /** Set by hand; more looms end here than at the other end, so they are staged together; as many at both. */
  readonly why: 'by-hand' | 'staged' | 'either';
  /** Looms that end in the cabinets of the two ends. */
  readonly looms: readonly [number, number];
}

export interface Loom {
  /** Of its decision, or after its first cable. */
  readonly id: string;
  /** Unique over the plan. */
  readonly name: string;
  /** Id of what somebody decided about it; null: all derived. */
  readonly decision: string | null;
  readonly made: LoomMade;
  /** Catalog id. */
  readonly family: string;
  /** Rows of its cables. */
  readonly members: readonly number[];
  readonly breakouts: readonly [Breakout, Breakout];
  readonly pull: Pull;
  /** Fibers of all members; null where the family does not say. */
  readonly fibers: number | null;
  /** Of the whole loom, plug to plug: the longest member, or the common length. Null where no length serves. */
  readonly lengthMm: number | null;
  /** From opening to opening, and the part that is made and bound, with slack and tolerance. */
  readonly boundMm: number;
  readonly trunkMm: number;
  readonly legs: readonly LoomLeg[];
  readonly diameterMm: number;
  readonly massG: number;
}

/** What looms follow from. */
export interface LoomInput {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
}

const known = new WeakMap<Plan, readonly Loom[]>();

/** All looms in the order of their first cables. A plan never changes, so its looms are kept as long as it. */
export function loomsOf({ plan, survey, cabling }: LoomInput): readonly Loom[] {
  let looms = known.get(plan);
  if (looms === undefined) known.set(plan, (looms = deriveLooms(plan, survey, cabling)));
  return looms;
}

function deriveLooms(plan: Plan, survey: Survey, cabling: Cabling): Loom[] {
  const context = legContext(plan, survey, cabling);
  const drafts = [...routedBundles(context)].map((bundle) => {
    const breakouts = [breakoutAt(survey, bundle.route.accessA), breakoutAt(survey, bundle.route.accessB)] as const;
    return { bundle, breakouts, cabinets: [breakouts[0].cabinet, breakouts[1].cabinet] as const };
  });
  const endings = new Map<string, number>();
  for (const { cabinets } of drafts) for (const cabinet of cabinets) endings.set(cabinet, (endings.get(cabinet) ?? 0) + 1);
  const names = loomNames(
    plan,
    drafts.map(({ bundle: { decision }, cabinets }) => ({ cabinets, decision })),
  );
  return drafts.map(({ bundle, breakouts, cabinets }, at) => {
    const looms = [endings.get(cabinets[0]) ?? 0, endings.get(cabinets[1]) ?? 0] as const;
    const pull = pullOf(cabinets, looms, bundle.decision?.pulledFrom ?? null);
    return loomOf(context, bundle, { name: must(names[at], 'name'), breakouts, pull });
  });
}

function breakoutAt(survey: Survey, row: number): Breakout {
  const { cabinet, side, edgeOfCabinet } = must(survey.accesses[row], 'access');
  return { cabinet: must(survey.cabinets[cabinet], 'cabinet').cabinet.id, side, edge: edgeOfCabinet };
}

/** Where more looms end they are staged together, and pulled from there. */
function pullOf(cabinets: readonly [string, string], looms: Pull['looms'], byHand: string | null): Pull {
  const pull = (end: 0 | 1, why: Pull['why']): Pull => ({ cabinet: cabinets[end], end, why, looms });
  if (byHand === cabinets[0] || byHand === cabinets[1]) return pull(byHand === cabinets[0] ? 0 : 1, 'by-hand');
  return looms[0] === looms[1] ? pull(0, 'either') : pull(looms[1] > looms[0] ? 1 : 0, 'staged');
}

function loomOf(context: LegContext, bundle: RoutedBundle, facts: Pick<Loom, 'name' | 'breakouts' | 'pull'>): Loom {
  const { plan, cabling } = context;
  const { cables, families } = cabling;
  const { members, make, decision, part, route } = bundle;
  const first = must(members[0], 'member');
  const family = must(families[cables.family[first]!], 'family');
  const need = bundleNeed(context, members, route, family);
  const { bundlingPct } = loomSettings(plan);
  const own = decision === null ? `loom:${cabling.cableId(first)}` : decision.id;
  return {
    id: part === 0 ? own : `${own}.${part + 1}`,
    ...facts,
    decision: decision?.id ?? null,
    made: make,
    family: family.id,
    members,
    fibers: family.fiberCount === null ? null : family.fiberCount * members.length,
    boundMm: need.boundMm,
    ...madeOf(context, bundle, need, family),
    diameterMm: members.length === 1 ? family.outerDiameterMm : (bundlingPct / 100) * family.outerDiameterMm * Math.sqrt(members.length),
  };
}

type Made = Pick<Loom, 'lengthMm' | 'trunkMm' | 'legs' | 'massG'>;

function madeOf(context: LegContext, { members, make, route }: RoutedBundle, need: BundleNeed, family: CableFamily): Made {
  if (make === 'custom') return customMade(context, need, family);
  const made = oneLength(context, members, need, family, boughtLengthMm(context, members, make, family));
  return make === 'trunk' ? asGiven(context, made, need, family, must(context.survey.accesses[route.accessA], 'access').cabinet) : made;
}

/** A trunk with the legs that its maker gives: bound as far as they leave it, and reaching where each leg and the part between do. */
function asGiven(context: LegContext, made: Made, need: BundleNeed, family: CableFamily, firstCabinet: number): Made {
  const body = made.lengthMm === null ? null : bodyMm(family, made.lengthMm);
  const isLongEnough = body === null || body - family.tolerance.minusMm >= bodyNeedMm(context, need, family);
  const legs = made.legs.map((leg): LoomLeg => {
    const givenMm = givenLegs(context, leg.cable, leg.link, firstCabinet);
    const reaches = isLongEnough && leg.portMm.every((portMm, end) => (givenMm[end as 0 | 1] ?? portMm) >= portMm);
    return { ...leg, givenMm, fits: leg.fits === null ? null : leg.fits && reaches };
  });
  return { ...made, trunkMm: body === null ? made.trunkMm : Math.max(0, body), legs };
}

function customMade({ plan }: LegContext, need: BundleNeed, family: CableFamily): Made {
  const settings = loomSettings(plan);
  const trunkMm = madeTrunkMm(settings, family, need.trunkNeedMm);
  const made = need.legs.map(({ needMm }) => [madeLegMm(settings, needMm[0]), madeLegMm(settings, needMm[1])] as const);
  const lengthMm = trunkMm + Math.max(...made.map(([a, b]) => a + b));
  const isTooLong = isBeyondMaking(family, lengthMm);
  const legs = need.legs.map(({ cable, link, portMm, needMm }, at): LoomLeg => {
    const madeMm = must(made[at], 'leg');
    const reachesMm = trunkMm + madeMm[0] + madeMm[1] - family.tolerance.minusMm;
    const fits = madeMm[0] >= portMm[0] && madeMm[1] >= portMm[1] && reachesMm >= need.trunkNeedMm + needMm[0] + needMm[1];
    return { cable, link, portMm, madeMm, givenMm: null, fits: isTooLong ? null : fits };
  });
  const cableMm = legs.reduce((sum, { madeMm }) => sum + trunkMm + madeMm![0] + madeMm![1], 0);
  return { lengthMm: isTooLong ? null : lengthMm, trunkMm, legs, massG: (cableMm / 1000) * family.massGPerM };
}

/** All of one length: what a short way leaves over is stored beside the ports. */
function oneLength(
  { cabling }: LegContext,
  members: readonly number[],
  need: BundleNeed,
  family: CableFamily,
  lengthMm: number | null,
): Made {
  const legs = need.legs.map(({ cable, link, portMm }): LoomLeg => {
    const requiredMm = cabling.cables.requiredMm[cable]!;
    return {
      cable,
      link,
      portMm,
      madeMm: null,
      givenMm: null,
      fits: lengthMm === null ? null : lengthMm - family.tolerance.minusMm >= requiredMm,
    };
  });
  const longestMm = members.reduce((most, cable) => Math.max(most, cabling.cables.requiredMm[cable]!), 0);
  return { lengthMm, trunkMm: need.boundMm, legs, massG: (((lengthMm ?? longestMm) * members.length) / 1000) * family.massGPerM };
}
