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

/** Everything that follows from a plan. References must be sound (parsePlan checks them). */
export function derive(plan: Plan): Derived {
  const survey = surveyPlan(plan);
  const cabling = cableAll(plan, survey);
  const takeoff = takeOff(plan, survey, cabling);
  const findings = runChecks({ plan, survey, cabling, takeoff });
  return { plan, survey, cabling, takeoff, findings };
}
