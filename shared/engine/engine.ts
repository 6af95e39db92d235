/**
 * The whole pipeline on a plan: survey, cabling, takeoff, checks. Pure; every derived thing of the program comes from here.
 */
import type { Cabling } from '../cabling/types.ts';
import type { Finding } from '../checks/types.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { Takeoff } from '../takeoff/types.ts';
import { cableChange } from '../cabling/cableChange.ts';
import { cableInSteps, type CablingUnderWay } from '../cabling/cableAll.ts';
import { checkInSteps, runChecks } from '../checks/runChecks.ts';
import { surveyPlan } from '../survey/surveyPlan.ts';
import { takeOff } from '../takeoff/takeOff.ts';
import { finish, partOf, scaled, type Progress, type Work } from '../work.ts';
import { interimOf, type Interim } from './interim.ts';
import { isUntouched, type PassName } from './passes.ts';

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
  return finish(deriveInSteps(plan, previous));
}

/** Progress of a derivation; `interim` gives what can be shown meanwhile, the same function as long as it gives the same. */
export interface DeriveStep extends Progress {
  readonly interim: (() => Interim) | null;
}

/** Shares of the work after which routing and the rest begin. */
const [SURVEYED, CABLED, COUNTED] = [0.05, 0.8, 0.9];

/**
 * `derive` with pauses, for hosts that listen in between. What it returns does not depend on them. A pass whose reads (passes.ts) did
 * not change is left out; those that run go, where they can, over what differs alone.
 */
export function* deriveInSteps(plan: Plan, previous?: Derived): Generator<DeriveStep, Derived> {
  const held = (pass: PassName): Derived | undefined =>
    previous !== undefined && isUntouched(pass, plan, previous.plan) ? previous : undefined;
  yield { doing: 'Surveying the hall', share: 0, interim: null };
  const survey = held('survey')?.survey ?? surveyPlan(plan, previous);
  const cabling = held('cabling')?.cabling ?? (yield* cablingSteps(plan, survey, previous));
  yield { doing: 'Counting', share: CABLED, interim: null };
  const takeoff = held('takeoff')?.takeoff ?? takeOff(plan, survey, cabling, cableChange(cabling, previous?.cabling));
  const findings =
    held('checks')?.findings ?? (yield* withoutInterim(partOf(checkInSteps({ plan, survey, cabling, takeoff }, previous), COUNTED, 1)));
  return { plan, survey, cabling, takeoff, findings };
}

/** Steps of which nothing can be shown before they are done. */
function* withoutInterim<T>(work: Work<T>): Generator<DeriveStep, T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield { ...slice.value, interim: null };
  }
}

function* cablingSteps(plan: Plan, survey: Survey, previous: Derived | undefined): Generator<DeriveStep, Cabling> {
  const rest = (cabling: Cabling): Derived => {
    const takeoff = takeOff(plan, survey, cabling, cableChange(cabling, previous?.cabling));
    return { plan, survey, cabling, takeoff, findings: runChecks({ plan, survey, cabling, takeoff }, previous) };
  };
  const work = cableInSteps(plan, survey, previous);
  let [last, interim] = [null as CablingUnderWay | null, null as DeriveStep['interim']];
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    const { underWay, ...progress } = slice.value;
    if (underWay !== last) {
      last = underWay;
      interim = underWay === null ? null : () => interimOf(underWay, rest, previous);
    }
    yield { ...scaled(progress, SURVEYED, CABLED), interim };
  }
}
