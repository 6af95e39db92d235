/** What growing a fabric would take, asked by the planner. */
import { contentEdit } from '../commands/content.ts';
import type { Edit } from '../commands/edit.ts';
import { expansionOf, type Expansion } from '../expansion/expansion.ts';
import { growPlan, type GrowWish } from '../expansion/growPlan.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { derive, type Derived } from './engine.ts';

export interface ExpansionWish extends GrowWish {
  /** Share of the links of each device that stay up in every step. */
  readonly keepPct: number;
}

export interface ExpansionAnswer {
  /** Turns the plan that was asked about into the grown one. */
  readonly edit: Edit;
  readonly expansion: Expansion;
  readonly units: readonly [from: number, to: number];
  readonly notes: readonly string[];
  /** Findings of severity error that nobody accepted, before and after. */
  readonly errors: readonly [before: number, after: number];
}

/** Derives the grown plan and compares; the plan itself stays as it is. */
export function answerExpansion(before: Derived, { keepPct, ...wish }: ExpansionWish): Result<ExpansionAnswer, UserError> {
  const grown = growPlan(before.plan, wish);
  if (!grown.ok) return grown;
  const edit = contentEdit(before.plan, grown.value.plan);
  if (!edit.ok) return edit;
  const after = derive(grown.value.plan);
  const { units, notes } = grown.value;
  return ok({
    edit: edit.value,
    expansion: expansionOf(before, after, keepPct),
    units,
    notes,
    errors: [errorsOf(before), errorsOf(after)],
  });
}

function errorsOf({ findings }: Derived): number {
  return findings.filter(({ severity, accepted }) => severity === 'error' && accepted === null).length;
}
