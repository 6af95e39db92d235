/**
 * The whole pipeline on a plan: survey, cabling, takeoff, checks. Pure; every derived thing of the program comes from here.
 */
import type { Cabling } from '../cabling/types.ts';
import type { Finding } from '../checks/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { Takeoff } from '../takeoff/types.ts';
import { cableAll } from '../cabling/cableAll.ts';
import { runChecks } from '../checks/runChecks.ts';
import { surveyPlan } from '../survey/surveyPlan.ts';
import { takeOff } from '../takeoff/takeOff.ts';

export interface Derived {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
  readonly takeoff: Takeoff;
  readonly findings: readonly Finding[];
}

/**
 * Everything that follows from a plan. References must be sound (parsePlan checks them). Given what followed from an earlier
 * state of the plan, what did not change is taken over; the result is the same as from scratch.
 */
export function derive(plan: Plan, previous?: Derived): Derived {
  const work = deriveInSteps(plan, previous);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** `derive` with a pause before each pass, for hosts that listen in between; what it yields is shown to people. */
export function* deriveInSteps(plan: Plan, previous?: Derived): Generator<string, Derived> {
  yield 'Surveying the hall';
  const survey = surveyPlan(plan, previous);
  yield 'Routing cables';
  const cabling = cableAll(plan, survey, previous);
  yield 'Counting';
  const takeoff = takeOff(plan, survey, cabling);
  yield 'Checking';
  const findings = runChecks({ plan, survey, cabling, takeoff }, previous);
  return { plan, survey, cabling, takeoff, findings };
}
