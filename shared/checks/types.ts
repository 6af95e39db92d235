/** Rules and their breaches. A finding is data: codes are stable, texts are for people. */
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
  readonly run: (input: CheckInput) => Iterable<Omit<Finding, 'accepted'>>;
}
