/** Which of the rules on a cable leave it no way. */
import { must } from '../../assert.ts';
import type { Plan, ServiceClass } from '../../plan/types.ts';
import type { RouteRule } from '../../plan/routeRules.ts';
import type { Survey } from '../../survey/types.ts';
import { CableSearch } from '../diversity/cableSearch.ts';
import { portsOfSurvey } from '../portTable.ts';
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

/**
 * Tells for a cable what, left out by itself, gives it a way; where only several together do, all that bears on it. Cables of one
 * course between the same two cabinets have the same answer, since any of a cabinet's openings would do.
 */
export function blamesOf(plan: Plan, survey: Survey, cabling: Cabling): (cable: number) => Blame {
  const ground = { survey, ports: portsOfSurvey(survey), cabling };
  const zones = shutByZones(plan, survey.network);
  const views = new Map<string, Pick<Course, 'shut' | 'network'>>();
  /** Shared by all cables that it is opened to, with the trees sought over it. */
  const viewWith = (shutting: Shutting): Pick<Course, 'shut' | 'network'> => {
    const key = JSON.stringify([shutting.carried, [...shutting.avoid].sort(), shutting.zones === null]);
    let view = views.get(key);
    if (view === undefined) {
      const shut = shutTo(survey.network, shutting);
      views.set(key, (view = { shut, network: openView(survey.network, shut) }));
    }
    return view;
  };
  const blame = (cable: number, course: Course): Blame => {
    const { pinnedBy, forbiddenBy, carried } = course;
    const full: Shutting = { carried, avoid: avoidedBy(forbiddenBy), zones };
    const hasWay = (shutting: Shutting, pins: Course['pins']): boolean =>
      new CableSearch(ground, cable, { ...course, pins, ...viewWith(shutting) }).find([]) !== null;
    const found: Blame = {
      pinnedBy: pinnedBy !== null && hasWay(full, []) ? pinnedBy : null,
      forbiddenBy: forbiddenBy.filter((rule) => {
        return hasWay({ ...full, avoid: avoidedBy(forbiddenBy.filter((other) => other !== rule)) }, course.pins);
      }),
      carried: hasWay({ ...full, carried: null }, course.pins) ? carried : null,
      zones: hasWay({ ...full, zones: null }, course.pins),
    };
    const isFound = found.pinnedBy !== null || found.forbiddenBy.length > 0 || found.carried !== null || found.zones;
    return isFound ? found : { pinnedBy, forbiddenBy, carried: saysCarries(survey) ? carried : null, zones: zones.parts.size > 0 };
  };
  const known = new Map<Course, Map<number, Blame>>();
  return (cable) => {
    const course = must(cabling.rules, 'rules').courseOf(cable);
    const ofCourse = known.get(course) ?? new Map<number, Blame>();
    known.set(course, ofCourse);
    const [from, to] = endCabinets(survey, cabling, cable);
    const key = from * survey.cabinets.length + to;
    const before = ofCourse.get(key);
    if (before !== undefined) return before;
    const fresh = blame(cable, course);
    ofCourse.set(key, fresh);
    return fresh;
  };
}

/** From end A. */
function endCabinets({ devices }: Survey, { cables, links }: Cabling, cable: number): readonly [number, number] {
  const link = cables.longestLink[cable]!;
  const cabinetOf = (device: number): number => must(devices[device], 'device').cabinet;
  return [cabinetOf(links.aDevice[link]!), cabinetOf(links.bDevice[link]!)];
}

function avoidedBy(rules: readonly RouteRule[]): ReadonlySet<string> {
  return new Set(rules.flatMap(({ avoid }) => avoid));
}

function saysCarries({ network }: Survey): boolean {
  return network.segments.some(({ carries }) => carries !== undefined);
}
