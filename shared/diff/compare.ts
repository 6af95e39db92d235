/** Two plans against each other, thing by thing and figure by figure: the one comparison that the screen and the command line show. */
import { deriveInSteps, type Derived } from '../engine/engine.ts';
import type { Plan } from '../plan/types.ts';
import { partOf, type Work } from '../work.ts';
import { compareFigures, type Figures } from './figures.ts';
import { diffPlans, type PlanChange } from './planDiff.ts';
import { underIdsOf } from './underIds.ts';

export interface Comparison {
  readonly before: Derived;
  /** Under the ids of the plan before, so that things and findings compare by id. */
  readonly after: Derived;
  readonly changes: readonly PlanChange[];
  readonly figures: Figures;
}

/** Shares of the work after which the second plan is derived, and after which both are compared. */
const [MATCHED, FIRST, SECOND] = [0.05, 0.5, 0.95];

export function* compareInSteps(old: Plan, next: Plan): Work<Comparison> {
  yield { doing: 'Matching the plans', share: 0 };
  const matched = underIdsOf(old, next);
  const before = yield* deriving(old, MATCHED, FIRST);
  const after = yield* deriving(matched, FIRST, SECOND);
  yield { doing: 'Comparing', share: SECOND };
  return { before, after, changes: diffPlans(old, matched), figures: compareFigures(before, after) };
}

/** A derivation as a step of a larger work. */
export function deriving(plan: Plan, from: number, to: number, previous?: Derived): Work<Derived> {
  return partOf(deriveInSteps(plan, previous), from, to);
}
