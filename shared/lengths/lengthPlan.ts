/** The length plan of every cable family of a plan: its curve, and the point of it that the plan orders by. */
import type { Cabling } from '../cabling/types.ts';
import type { LengthPlan, Plan } from '../plan/types.ts';
import { chooseLengths, type ChosenLengths } from './chosenLengths.ts';
import { demandOf, type FamilyDemand } from './demand.ts';
import { lengthCurve, type CurvePoint, type LengthRules } from './lengthCurve.ts';
import { offersOf, type Offer } from './offers.ts';
import { linksOverReach } from './overReach.ts';

/** Any number of cables of a length, any surplus: what stands where nobody says otherwise. */
export const NO_RULES: LengthRules = { minimumOrder: 1, surplusLimitMm: null };

export interface LengthWish {
  /** At most so many lengths of a family; null: those that the plan orders by, or all. */
  readonly maxLengths: number | null;
  /** Null: the rules that the plan's own choice was made by. */
  readonly rules: LengthRules | null;
}

/** A point of the curve with what it comes to. */
export interface CurveFigures extends CurvePoint, Omit<LengthFigures, 'cost'> {}

export interface LengthFigures extends ChosenLengths {
  /** Links that would be longer than their optics and fibers reach, through panels with all their cables; unknown reaches left out. */
  readonly overReach: number;
}

export interface FamilyLengths {
  /** Catalog id. */
  readonly family: string;
  readonly name: string;
  readonly unit: 'money' | 'metres';
  readonly rules: LengthRules;
  readonly cables: number;
  /** Cables that no length is chosen for: no route, or longer than any on offer. */
  readonly unknown: number;
  readonly tooLong: number;
  /** What the plan orders by now; null: all lengths on offer. */
  readonly recorded: LengthPlan | null;
  /** The chosen point: null where the wish cannot be met. */
  readonly chosen: (LengthFigures & { readonly k: number }) | null;
  /** Why this point: the plan orders it, or nothing within the wish costs less. Null where none is chosen. */
  readonly chosenBy: 'plan' | 'cost' | null;
  /** At most so many lengths were wished for. */
  readonly maxLengths: number | null;
  /** The fewest lengths that meet the surplus limit; 0 where there is nothing to order. */
  readonly fewest: number;
  readonly curve: readonly CurveFigures[];
  /** Where the wish cannot be met: what the best choice of as many lengths as wished would leave over the surplus limit. */
  readonly unmet: UnmetLimit | null;
}

export interface UnmetLimit {
  readonly lengthsMm: readonly number[];
  /** Cables over the limit, and by how much the worst of them is. */
  readonly overLimit: number;
  readonly overByMm: number;
}

/** Families in the order of the cabling. */
export function planLengths(plan: Plan, cabling: Cabling, wish: LengthWish): FamilyLengths[] {
  const overReach = linksOverReach(plan, cabling);
  return demandOf(cabling).map((demand) => familyLengths(plan, demand, wish, overReach));
}

function familyLengths(
  { lengthPlans, settings }: Plan,
  demand: FamilyDemand,
  wish: LengthWish,
  overReach: ReturnType<typeof linksOverReach>,
): FamilyLengths {
  const { family, classes, cables, unknown, tooLong } = demand;
  const recorded = lengthPlans.get(family.id) ?? null;
  const rules = wish.rules ?? (recorded === null ? NO_RULES : rulesOf(recorded));
  const { unit, offers } = offersOf(family, classes, settings.currency, recorded?.lengthsMm);
  const figures = (lengthsMm: readonly number[]): LengthFigures => ({
    ...chooseLengths(classes, offers, rules, lengthsMm),
    overReach: overReach(family, lengthsMm),
  });
  const curve = lengthCurve(classes, offers, rules).map((point): CurveFigures => ({ ...figures(point.lengthsMm), ...point }));
  const isRecorded = wish.maxLengths === null && recorded !== null;
  const lengthsMm = isRecorded ? recorded.lengthsMm : (bestOf(curve, wish.maxLengths)?.lengthsMm ?? null);
  const chosen = lengthsMm === null ? null : figures(lengthsMm);
  return {
    family: family.id,
    name: family.name,
    unit,
    rules,
    cables,
    unknown,
    tooLong,
    recorded,
    chosen: chosen === null ? null : { ...chosen, k: chosen.lengths.length },
    chosenBy: chosen === null ? null : isRecorded ? 'plan' : 'cost',
    maxLengths: wish.maxLengths,
    fewest: curve[0]?.k ?? 0,
    curve,
    unmet: chosen === null ? unmetLimit(demand, offers, rules, wish.maxLengths) : null,
  };
}

/** The cheapest choice without a limit, held against the limit. */
function unmetLimit({ classes }: FamilyDemand, offers: readonly Offer[], rules: LengthRules, maxLengths: number | null): UnmetLimit | null {
  const point = bestOf(lengthCurve(classes, offers, { ...rules, surplusLimitMm: null }), maxLengths);
  if (point === null || rules.surplusLimitMm === null) return null;
  const { overLimit, mostSurplusMm } = chooseLengths(classes, offers, rules, point.lengthsMm);
  return { lengthsMm: point.lengthsMm, overLimit, overByMm: mostSurplusMm - rules.surplusLimitMm };
}

/** The best point of at most so many lengths; null where more are needed. */
export function bestOf<P extends CurvePoint>(curve: readonly P[], maxLengths: number | null): P | null {
  if (maxLengths === null) return curve.at(-1) ?? null;
  return curve.findLast(({ k }) => k <= maxLengths) ?? null;
}

export function rulesOf({ minimumOrder, surplusLimitMm }: LengthPlan): LengthRules {
  return { minimumOrder, surplusLimitMm };
}

/** A point as the plan records it. */
export function recordOf(family: string, rules: LengthRules, point: Pick<CurvePoint, 'k' | 'lengthsMm'>): LengthPlan {
  return { id: family, lengthsMm: point.lengthsMm, maxLengths: point.k, ...rules };
}
