/** The pipeline up to cabling: where every cable lies and how long it is, neither counted nor checked. */
import { cableInSteps } from '../cabling/cableAll.ts';
import { surveyPlan } from '../survey/surveyPlan.ts';
import type { Progress } from '../work.ts';
import type { Derived } from './engine.ts';

export type LaidPlan = Pick<Derived, 'plan' | 'survey' | 'cabling'>;

/** What `deriveInSteps` gives of it, for those who need no more. */
export function* layInSteps(plan: LaidPlan['plan']): Generator<Progress, LaidPlan> {
  yield { doing: 'Surveying the hall', share: 0 };
  const survey = surveyPlan(plan);
  const cabling = yield* cableInSteps(plan, survey);
  return { plan, survey, cabling };
}
