/** Reads a plan and derives everything from it, as most commands begin. */
import { performance } from 'node:perf_hooks';
import type { Derived } from '../../shared/engine/engine.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Problem } from './outcome.ts';
import { readPlanInput } from './planInput.ts';
import { inTurns } from './inTurns.ts';

export interface DerivedPlan {
  /** As the user named the plan. */
  readonly name: string;
  readonly derived: Derived;
  readonly parseMs: number;
  /** From the parsed plan: survey, cabling, takeoff, checks. */
  readonly elapsedMs: number;
}

export async function derivePlan(source: string): Promise<Result<DerivedPlan, Problem>> {
  const [input, { deriveInSteps }] = await Promise.all([readPlanInput(source), import('../../shared/engine/engine.ts')]);
  if (!input.ok) return input;
  const { name, plan, parseMs } = input.value;
  const start = performance.now();
  const derived = await inTurns(deriveInSteps(plan));
  return ok({ name, derived, parseMs, elapsedMs: performance.now() - start });
}
