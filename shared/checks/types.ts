/** Rules and their breaches. A finding is data: codes are stable, texts are for people. */
import type { CableChange } from '../cabling/cableChange.ts';
import type { Cabling } from '../cabling/types.ts';
import type { Point } from '../geometry/shapes.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { Takeoff } from '../takeoff/types.ts';

export type Severity = 'error' | 'warning';

export interface Finding {
  /** Stable: `cabinet.overlap`, `cable.over-reach`. */
  readonly code: string;
  readonly severity: Severity;
  /** Ids of the things concerned, sorted. */
  readonly ids: readonly string[];
  /** Where on the plan: hall id and point; null when it has no place. */
  readonly place: { readonly hall: string; readonly at: Point } | null;
  /** What is wrong, one sentence, with names and figures. */
  readonly message: string;
  readonly required: string;
  readonly actual: string;
  /** What to do about it. */
  readonly mend: string;
  /** Reason of the exclusion that accepts it; null when it stands. */
  readonly accepted: string | null;
}

export interface CheckInput {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
  readonly takeoff: Takeoff;
}

/** A breach as a rule raises it, before anybody has accepted it. */
export type Raised = Omit<Finding, 'accepted'>;

/** A rule that looks long for what it tells gives this meanwhile, so that whoever runs it may listen. */
export type Pause = 'pause';

/** Stands for one run of all rules: what a rule notes of a run is kept under it. */
export type RunKey = object;

/** An earlier run, and what differs since. */
export interface EarlierRun {
  readonly run: RunKey;
  readonly input: CheckInput;
  /** Rows of the cabinets that are other objects now, or hold such devices; null: the rows do not compare. */
  readonly cabinets: readonly number[] | null;
  /** The cables whose figures differ; null: the rows do not compare. */
  readonly cables: CableChange | null;
}

export interface CheckContext {
  readonly run: RunKey;
  /** Null: everything is judged afresh. */
  readonly earlier: EarlierRun | null;
}

/** One rule, one file. */
export interface Check {
  /** Codes that it may raise. */
  readonly codes: readonly string[];
  /** One line for the list of checks. */
  readonly title: string;
  /**
   * Objects on which alone it depends whether there is any breach, where that is known. A rule that found nothing before
   * need not run again while they are the same: moving a cabinet changes no port.
   */
  readonly rests?: (input: CheckInput) => readonly unknown[];
  /** All breaches, and pauses where it takes long. Rules that judge thing by thing (cabinetRule.ts, cableRule.ts) go by the context over what differs alone. */
  readonly run: (input: CheckInput, context: CheckContext) => Iterable<Raised | Pause>;
}
