/**
 * Brings the raw content of an older file to the current version, one version at a time. A step works on plain
 * JSON, before any schema has seen it, and lives in a file of its own: `from1to2.ts`.
 */
import { PLAN_VERSION } from '../planFormat.ts';
import { fail, ok } from '../../result.ts';
import type { RawPlan } from '../rawPlan.ts';
import type { Result, UserError } from '../../result.ts';

/** Turns a file of version `from` into one of version `from + 1`. */
export interface Migration {
  readonly from: number;
  /** What changes, one line. */
  readonly what: string;
  readonly migrate: (raw: RawPlan) => RawPlan;
}

/** Steps in order, the first from version 1. */
export const migrations: readonly Migration[] = [];

/** The raw plan at the version `current`; refuses what is newer, and what is no version at all. */
export function migratePlan(
  raw: RawPlan,
  steps: readonly Migration[] = migrations,
  current: number = PLAN_VERSION,
): Result<RawPlan, UserError> {
  const version = raw['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail({
      code: 'plan.unknown-version',
      path: 'version',
      message: version === undefined ? 'is missing' : `must be a whole number from 1, not ${JSON.stringify(version)}`,
      remedy: `write ${current}, or restore the last good copy`,
    });
  }
  if (version > current) {
    return fail({
      code: 'plan.newer-version',
      path: 'version',
      message: `the file has version ${version}, and this release reads up to ${current}`,
      remedy: 'open it with a newer release of Raceway',
    });
  }
  let plan = raw;
  for (const step of steps.filter(({ from }) => from >= version && from < current)) {
    plan = { ...step.migrate(plan), version: step.from + 1 };
  }
  return ok(plan);
}
