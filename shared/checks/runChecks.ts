import type { Check, CheckContext, CheckInput, Finding } from './types.ts';
import type { Exclusion } from '../plan/types.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import { finish, type Work } from '../work.ts';
import { CHECKS } from './checkList.ts';
import { joinedIds } from './joinedIds.ts';
import { earlierRun, haveSameGrounds, keepRun } from './earlierRun.ts';

/** What an earlier state of the plan was judged on, and what was found. */
export interface Checked extends CheckInput {
  readonly findings: readonly Finding[];
}

/** `checkInSteps` at once. */
export function runChecks(input: CheckInput, previous?: Checked): Finding[] {
  return finish(checkInSteps(input, previous));
}

/**
 * All breaches of all rules, errors first, then by code and ids: the order depends on the plan alone. Pauses after each rule, and
 * where a rule does.
 * A finding with the code and ids of an exclusion carries its reason in `accepted`.
 * Given an earlier run, rules that found nothing and whose grounds are unchanged are left out, and the others judge again what
 * differs; the result is the same.
 */
export function* checkInSteps(input: CheckInput, previous?: Checked): Work<Finding[]> {
  const context: CheckContext = { run: {}, earlier: previous === undefined ? null : earlierRun(input, previous) };
  const cleared = new Set(previous === undefined ? [] : CHECKS.filter((check) => isStillClear(check, input, previous)));
  const reasons = reasonsByKey(input.plan.exclusions);
  const keyed: { readonly key: string; readonly finding: Finding }[] = [];
  for (const [done, check] of CHECKS.entries()) {
    if (cleared.has(check)) continue;
    const progress = { doing: 'Checking', share: done / CHECKS.length };
    yield progress;
    for (const found of check.run(input, context)) {
      if (found === 'pause') {
        yield progress;
        continue;
      }
      const key = keyOf(found.code, found.ids);
      keyed.push({ key, finding: { ...found, accepted: reasons.get(key) ?? null } });
    }
  }
  keyed.sort((a, b) => bySeverity(a.finding, b.finding) || compareIds(a.key, b.key) || compareIds(a.finding.message, b.finding.message));
  const findings = keyed.map((one) => one.finding);
  keepRun(findings, context.run);
  return findings;
}

function isStillClear(check: Check, input: CheckInput, previous: Checked): boolean {
  if (check.rests === undefined || previous.findings.some(({ code }) => check.codes.includes(code))) return false;
  return haveSameGrounds(check.rests, input, previous);
}

/** Findings that nobody accepted, by severity. */
export function countStanding(findings: readonly Finding[]): { readonly errors: number; readonly warnings: number } {
  let [errors, warnings] = [0, 0];
  for (const finding of findings) {
    if (finding.accepted !== null) continue;
    if (finding.severity === 'error') errors += 1;
    else warnings += 1;
  }
  return { errors, warnings };
}

/** Of several exclusions of one finding, that with the smallest id speaks. */
function reasonsByKey(exclusions: ReadonlyMap<string, Exclusion>): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const exclusion of sortedById(exclusions)) {
    const key = keyOf(exclusion.code, [...exclusion.ids].sort(compareIds));
    if (!reasons.has(key)) reasons.set(key, exclusion.reason);
  }
  return reasons;
}

function keyOf(code: string, ids: readonly string[]): string {
  return ids.length === 0 ? code : `${code}\n${joinedIds(ids, '\n')}`;
}

function bySeverity(a: Finding, b: Finding): number {
  return (a.severity === 'error' ? 0 : 1) - (b.severity === 'error' ? 0 : 1);
}
