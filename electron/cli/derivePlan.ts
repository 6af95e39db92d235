/** Reads a plan and derives from it what the command needs, mostly everything. */
import { performance } from 'node:perf_hooks';
import type { Derived } from '../../shared/engine/engine.ts';
import type { LaidPlan } from '../../shared/engine/laidPlan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';
import { readPlanInput, type PlanInput } from './planInput.ts';
import { inTurns } from './inTurns.ts';

export interface DerivedPlan {
  /** As the user named the plan. */
  readonly name: string;
  readonly derived: Derived;
  readonly parseMs: number;
  /** From the parsed plan: survey, cabling, takeoff, checks. */
  readonly elapsedMs: number;
}

/** Of the plan itself, or of its variant of this name. */
export async function derivePlan(source: string, variant?: string): Promise<Result<DerivedPlan, Problem>> {
  const [input, { deriveInSteps }] = await Promise.all([readPlanInput(source), import('../../shared/engine/engine.ts')]);
  if (!input.ok) return input;
  const { name, parseMs } = input.value;
  const chosen = await chosenVariant(input.value, variant);
  if (!chosen.ok) return chosen;
  const start = performance.now();
  const derived = await inTurns(deriveInSteps(chosen.value));
  return ok({ name, derived, parseMs, elapsedMs: performance.now() - start });
}

/** Reads a plan and lays its cables, and no more: what a list of cables needs. */
export async function layCables(source: string, variant?: string): Promise<Result<LaidPlan, Problem>> {
  const [input, { layInSteps }] = await Promise.all([readPlanInput(source), import('../../shared/engine/laidPlan.ts')]);
  if (!input.ok) return input;
  const chosen = await chosenVariant(input.value, variant);
  return chosen.ok ? ok(await inTurns(layInSteps(chosen.value))) : chosen;
}

/** The plan that a file holds, or the variant of this name in it. */
export async function readPlanOf(source: string, variant: string | undefined): Promise<Result<Plan, Problem>> {
  const input = await readPlanInput(source);
  return input.ok ? chosenVariant(input.value, variant) : input;
}

async function chosenVariant({ name: source, plan }: PlanInput, wanted: string | undefined): Promise<Result<Plan, Problem>> {
  if (wanted === undefined) return ok(plan);
  const { ownVariant, planOfVariant, variantNames } = await import('../../shared/plan/variants.ts');
  const found = variantNames(plan).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found?.id === ownVariant(plan).id) return ok(plan);
  const sibling = found === undefined ? null : planOfVariant(plan, found.id);
  if (sibling !== null) return ok(sibling);
  const names = variantNames(plan).map(({ name }) => name);
  return problem(source, { code: 'option.variant', message: `has no variant ${wanted}`, remedy: `choose one of ${names.join(', ')}` });
}
