/** Which of the rules on a cable leave it no way. */
import { must } from '../../assert.ts';
import type { Plan, ServiceClass } from '../../plan/types.ts';
import type { RouteRule } from '../../plan/routeRules.ts';
import type { Survey } from '../../survey/types.ts';
import { CableSearch } from '../diversity/cableSearch.ts';
import { placePorts } from '../portTable.ts';
import type { Cabling } from '../types.ts';
import { shutTo, type Course, type Shutting } from './courses.ts';
import { openView } from './openNetwork.ts';
import { shutByZones } from './shut.ts';

export interface Blame {
  /** Without its pins there would be a way. */
  readonly pinnedBy: RouteRule | null;
  /** Without what any one of them forbids there would be a way. */
  readonly forbiddenBy: readonly RouteRule[];
  /** Did pathways carry this, there would be a way. */
  readonly carried: ServiceClass | null;
  /** Were there no keep-clear zones, there would be a way. */
  readonly zones: boolean;
}

/** What, left out by itself, gives the cable a way; where only several together do, all that bears on it. */
export function blameFor(plan: Plan, survey: Survey, cabling: Cabling, cable: number): Blame {
  const course = must(cabling.rules, 'rules').courseOf(cable);
  const { pinnedBy, forbiddenBy, carried } = course;
  const zones = shutByZones(plan, survey.network);
  const full: Shutting = { carried, avoid: avoidedBy(forbiddenBy), zones };
  const hasWay = (shutting: Shutting, pins: Course['pins']): boolean => {
    const shut = shutTo(survey.network, shutting);
    const tried = { ...course, pins, shut, network: openView(survey.network, shut) };
    return new CableSearch({ survey, ports: placePorts(survey), cabling }, cable, tried).find([]) !== null;
  };
  const blame: Blame = {
    pinnedBy: pinnedBy !== null && hasWay(full, []) ? pinnedBy : null,
    forbiddenBy: forbiddenBy.filter((rule) => {
      return hasWay({ ...full, avoid: avoidedBy(forbiddenBy.filter((other) => other !== rule)) }, course.pins);
    }),
    carried: hasWay({ ...full, carried: null }, course.pins) ? carried : null,
    zones: hasWay({ ...full, zones: null }, course.pins),
  };
  const isFound = blame.pinnedBy !== null || blame.forbiddenBy.length > 0 || blame.carried !== null || blame.zones;
  return isFound ? blame : { pinnedBy, forbiddenBy, carried: saysCarries(survey) ? carried : null, zones: zones.parts.size > 0 };
}

function avoidedBy(rules: readonly RouteRule[]): ReadonlySet<string> {
  return new Set(rules.flatMap(({ avoid }) => avoid));
}

function saysCarries({ network }: Survey): boolean {
  return network.segments.some(({ carries }) => carries !== undefined);
}
