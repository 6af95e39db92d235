import type { Check, CheckInput, Raised } from '../../shared/checks/types.ts';

/** All breaches that a check raises of a plan, judged afresh. */
export function raisedBy(check: Check, input: CheckInput): Raised[] {
  return [...check.run(input, { run: {}, earlier: null })].filter((one) => one !== 'pause');
}
