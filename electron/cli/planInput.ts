/** Reads the plan that a command is given: a file, or standard input for `-`. */
import { readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { MAX_PLAN_BYTES, planTooLarge } from '../../shared/plan/planFormat.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';
import { fileProblem } from './fileProblem.ts';
import { progress, readStdin } from './terminal.ts';

export interface PlanInput {
  /** As the user named it; `standard input` for `-`. */
  readonly name: string;
  readonly plan: Plan;
  /** From bytes to a sound plan. */
  readonly parseMs: number;
}

/** The plan, or what is wrong with the file. Its size is looked at before it is read. */
export async function readPlanInput(source: string): Promise<Result<PlanInput, Problem>> {
  const name = source === '-' ? 'standard input' : source;
  progress(`Reading ${name}`);
  const bytes = source === '-' ? await bytesOfStdin(name) : await bytesOfFile(source);
  if (!bytes.ok) return bytes;
  const { parsePlan } = await import('../../shared/plan/parsePlan.ts');
  const start = performance.now();
  const plan = parsePlan(bytes.value);
  return plan.ok ? ok({ name, plan: plan.value, parseMs: performance.now() - start }) : problem(name, plan.error);
}

async function bytesOfFile(path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) {
      return problem(path, { code: 'file.folder', message: 'is a folder, not a plan', remedy: 'name a .raceway file in it' });
    }
    if (info.size > MAX_PLAN_BYTES) return problem(path, planTooLarge(info.size));
    return ok(await readFile(path));
  } catch (error) {
    return fail(fileProblem(error, path, 'read'));
  }
}

async function bytesOfStdin(name: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const bytes = await readStdin(MAX_PLAN_BYTES);
    return bytes === null ? problem(name, planTooLarge(MAX_PLAN_BYTES + 1)) : ok(bytes);
  } catch (error) {
    return fail(fileProblem(error, name, 'read'));
  }
}
