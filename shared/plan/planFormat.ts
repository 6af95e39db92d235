/** What a `.raceway` file is, and how large it may be. */
import type { UserError } from '../result.ts';

export const PLAN_FORMAT = 'raceway';

/** The version that this release writes; older ones are migrated, newer ones refused. */
export const PLAN_VERSION = 1;

/** Hosts compare a file's size with this before they read it. */
export const MAX_PLAN_BYTES = 256 * 1024 * 1024;

/** The error for a file of `bytes` bytes, which is more than MAX_PLAN_BYTES. */
export function planTooLarge(bytes: number): UserError {
  const mebibytes = Math.ceil(bytes / (1024 * 1024));
  return {
    code: 'plan.too-large',
    message: `the file has ${mebibytes} MiB, and a plan may have ${MAX_PLAN_BYTES / (1024 * 1024)} MiB`,
    remedy: 'choose a .raceway file, or split the plan by hall',
  };
}
