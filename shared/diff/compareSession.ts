/**
 * A comparison as the planner asks for it: two plans as bytes in, differences, marks and figures out, and then what taking some of
 * them over would bring. Runs beside the page; long lists come in lots, so that no message holds the page up.
 */
import { runCommand } from '../commands/history.ts';
import { takeOver } from '../commands/variants.ts';
import { parsePlan } from '../plan/parsePlan.ts';
import type { Plan } from '../plan/types.ts';
import { planOfVariant } from '../plan/variants.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { Progress, Work } from '../work.ts';
import { changeMarks, type ChangeMark } from './changeMarks.ts';
import { compareInSteps, type Comparison } from './compare.ts';
import type { ComparedFinding, Figures } from './figures.ts';
import { tryMerge, type MergeTrial } from './mergeTrial.ts';
import type { PlanChange } from './planDiff.ts';
import { wayMarks, type WayMark } from './wayMarks.ts';

/** One side of a comparison: the plan itself, or another. */
export type ComparedPlan =
  { readonly kind: 'own' } | { readonly kind: 'variant'; readonly id: string } | { readonly kind: 'file'; readonly bytes: Uint8Array };

export type CompareRequest =
  | { readonly type: 'compare'; readonly plan: Uint8Array; readonly from: ComparedPlan; readonly other: ComparedPlan }
  | { readonly type: 'try'; readonly keys: readonly string[] }
  /** Takes these over into the plan, which is the first side, from the other one, which is called so. */
  | { readonly type: 'take'; readonly keys: readonly string[]; readonly from: string };

export type CompareMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'changes'; readonly changes: readonly PlanChange[] }
  | { readonly type: 'marks'; readonly marks: readonly ChangeMark[] }
  | { readonly type: 'ways'; readonly ways: readonly WayMark[] }
  | { readonly type: 'findings'; readonly side: 'new' | 'gone'; readonly findings: readonly ComparedFinding[] }
  /** All is there; the figures come without their lists of findings, which came before. */
  | { readonly type: 'compared'; readonly figures: Figures }
  | { readonly type: 'tried'; readonly trial: MergeTrial }
  /** The step as JSON, which crosses to the page faster than its patches one by one; null where nothing changes. */
  | { readonly type: 'taken'; readonly step: Result<string, UserError> }
  | { readonly type: 'failed'; readonly error: UserError };

/** Things in one message. */
const LOT = 400;
/** New findings that a trial names; their number is in its figures. */
const MOST_TRIED_FINDINGS = 50;

export function createCompareSession(post: (message: CompareMessage) => void): (request: CompareRequest) => void {
  let comparison: Comparison | null = null;

  function compare(planBytes: Uint8Array, from: ComparedPlan, other: ComparedPlan): void {
    const read = readBoth(planBytes, from, other);
    if (!read.ok) {
      post({ type: 'failed', error: read.error });
      return;
    }
    const made = withProgress(compareInSteps(...read.value));
    comparison = made;
    const { before, after, changes, figures } = made;
    for (const lot of lots(changes)) post({ type: 'changes', changes: lot });
    for (const lot of lots(changeMarks(before.plan, after.plan, changes))) post({ type: 'marks', marks: lot });
    for (const lot of lots(wayMarks(before, after, changes))) post({ type: 'ways', ways: lot });
    for (const side of ['new', 'gone'] as const)
      for (const findings of lots(figures.findings[side])) post({ type: 'findings', side, findings });
    post({ type: 'compared', figures: { ...figures, findings: { ...figures.findings, new: [], gone: [] } } });
  }

  function withProgress<T>(work: Work<T>): T {
    let told = -1;
    for (;;) {
      const slice = work.next();
      if (slice.done === true) return slice.value;
      const percent = Math.floor(slice.value.share * 100);
      if (percent > told) post({ type: 'progress', progress: { doing: slice.value.doing, share: slice.value.share } });
      told = Math.max(told, percent);
    }
  }

  return (request) => {
    switch (request.type) {
      case 'compare':
        compare(request.plan, request.from, request.other);
        return;
      case 'try':
        if (comparison !== null) post({ type: 'tried', trial: shortened(withProgress(tryMerge(comparison, new Set(request.keys)))) });
        return;
      case 'take':
        if (comparison !== null) post({ type: 'taken', step: take(comparison, request.from, request.keys) });
    }
  };
}

/** The command itself runs here: over thousands of things it takes longer than a frame. */
function take({ before, after }: Comparison, name: string, changes: readonly string[]): Result<string, UserError> {
  const run = runCommand(before.plan, takeOver, { from: { name, plan: after.plan }, changes });
  return run.ok ? ok(JSON.stringify(run.value.step)) : run;
}

/** Both sides, of which variants are those of the plan. */
function readBoth(planBytes: Uint8Array, from: ComparedPlan, other: ComparedPlan): Result<readonly [Plan, Plan], UserError> {
  const own = parsePlan(planBytes);
  if (!own.ok) return own;
  const [first, second] = [sideOf(own.value, from), sideOf(own.value, other)];
  if (!first.ok) return first;
  return second.ok ? ok([first.value, second.value]) : second;
}

function sideOf(own: Plan, side: ComparedPlan): Result<Plan, UserError> {
  switch (side.kind) {
    case 'own':
      return ok(own);
    case 'file':
      return parsePlan(side.bytes);
    case 'variant': {
      const variant = planOfVariant(own, side.id);
      if (variant !== null) return ok(variant);
      return fail({ code: 'compare.no-variant', message: 'the variant is not there any more', remedy: 'choose another one' });
    }
  }
}

function shortened(trial: MergeTrial): MergeTrial {
  const { figures } = trial;
  if (figures === null) return trial;
  const { findings } = figures;
  return { ...trial, figures: { ...figures, findings: { ...findings, new: findings.new.slice(0, MOST_TRIED_FINDINGS), gone: [] } } };
}

function* lots<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += LOT) yield items.slice(from, from + LOT);
}
