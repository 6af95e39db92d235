/** Rules that judge cable by cable: after an edit, only those whose figures differ are judged again. */
import { haveSameGrounds } from './earlierRun.ts';
import type { Check, CheckContext, CheckInput, Raised, RunKey } from './types.ts';

export interface CableRule {
  readonly codes: readonly string[];
  readonly title: string;
  /** Objects beside the cable's own figures on which it depends whether it is in breach. */
  readonly grounds: (input: CheckInput) => readonly unknown[];
  /** Tells whether a cable (a row) is in breach. */
  readonly breached: (input: CheckInput) => (cable: number) => boolean;
  /** Findings about the cables in breach, rows ascending. */
  readonly findings: (input: CheckInput, rows: readonly number[]) => Iterable<Raised>;
}

export function checkCables(rule: CableRule): Check {
  const rowsOfRun = new WeakMap<RunKey, readonly number[]>();
  return {
    codes: rule.codes,
    title: rule.title,
    *run(input, context) {
      const rows = rowsInBreach(rule, input, context, rowsOfRun);
      rowsOfRun.set(context.run, rows);
      yield* rule.findings(input, rows);
    },
  };
}

function rowsInBreach(
  rule: CableRule,
  input: CheckInput,
  { earlier }: CheckContext,
  rowsOfRun: WeakMap<RunKey, readonly number[]>,
): readonly number[] {
  const isInBreach = rule.breached(input);
  const kept = earlier === null ? undefined : rowsOfRun.get(earlier.run);
  const changed = earlier?.cables?.rows ?? null;
  if (earlier === null || kept === undefined || changed === null || !haveSameGrounds(rule.grounds, input, earlier.input)) {
    const rows: number[] = [];
    for (let cable = 0; cable < input.cabling.cables.count; cable += 1) if (isInBreach(cable)) rows.push(cable);
    return rows;
  }
  const again = new Set(changed);
  if (again.size === 0) return kept;
  const fresh = [...changed].filter(isInBreach);
  return [...kept.filter((cable) => !again.has(cable)), ...fresh].sort((a, b) => a - b);
}
