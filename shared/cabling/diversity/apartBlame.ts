/** Why links cannot be kept apart: what all of them pass whatever way they take, and which rules, left out, would let them. */
import { must } from '../../assert.ts';
import type { RouteRule } from '../../plan/routeRules.ts';
import type { Plan, ServiceClass } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import type { Pausing } from '../../work.ts';
import { portsOfSurvey } from '../portTable.ts';
import { shutTo, type Course } from '../rules/courses.ts';
import { openNetwork } from '../rules/openNetwork.ts';
import { shutByZones } from '../rules/shut.ts';
import type { Cabling } from '../types.ts';
import { CableSearch, type Ban } from './cableSearch.ts';
import { Meeting } from './conflicts.ts';
import type { Member } from './conflictSearch.ts';
import { settleApart, type ApartOutcome } from './keepApart.ts';
import { leastShared, type LeastShared } from './leastShared.ts';
import { memberNet } from './memberNet.ts';
import { neededByAll } from './needs.ts';

export interface ApartBlame {
  /** Without the pins of any one of them there would be separate ways. */
  readonly pinnedBy: readonly RouteRule[];
  /** Without what any one of them forbids there would be. */
  readonly forbiddenBy: readonly RouteRule[];
  /** Did pathways carry this, there would be. */
  readonly carried: ServiceClass | null;
  /** Were there no keep-clear zones, there would be. */
  readonly zones: boolean;
  /** Places that each of the cables that hinder each other must pass, one after the other. */
  readonly inSeries: readonly Ban[];
  /** Where no places hold them together: what they share at least, by what would part them. */
  readonly shared: LeastShared;
}

const NONE_SHARED: LeastShared = { enough: 'all', places: [] };

/** Nothing is known of it. */
export const NO_BLAME: ApartBlame = { pinnedBy: [], forbiddenBy: [], carried: null, zones: false, inSeries: [], shared: NONE_SHARED };

/** For sets that are left together; pauses often. */
export function apartBlames(
  plan: Plan,
  survey: Survey,
  cabling: Cabling,
): (outcome: Extract<ApartOutcome, { kind: 'together' }>) => Pausing<ApartBlame> {
  const rules = must(cabling.rules, 'rules');
  const ground = { survey, ports: portsOfSurvey(survey), cabling };
  const zones = shutByZones(plan, survey.network);
  const says = survey.network.segments.some(({ carries }) => carries !== undefined);
  const isApart = function* (members: readonly Member[]): Pausing<boolean> {
    return (yield* settleApart(survey, members)).kind === 'apart';
  };
  return function* (outcome) {
    // Cables that an earlier set has laid stay there, whatever rules say.
    const isLaid = (cable: number): boolean => rules.apart.some(({ kind, cables }) => kind === 'apart' && cables.includes(cable));
    if (outcome.cables.some(isLaid)) return NO_BLAME;
    const membersBy = (change: (course: Course) => Course): Member[] =>
      outcome.set.strands.flatMap((strand, at) =>
        strand
          .filter((cable) => outcome.cables.includes(cable))
          .map((cable) => ({ search: new CableSearch(ground, cable, change(rules.courseOf(cable))), strand: at })),
      );
    const opened = (course: Course, left: { readonly rule?: RouteRule; readonly carried?: null; readonly zones?: null }): Course => {
      const avoid = new Set(course.forbiddenBy.filter((rule) => rule !== left.rule).flatMap((rule) => rule.avoid));
      const shutting = { carried: left.carried === null ? null : course.carried, avoid, zones: left.zones === null ? null : zones };
      const shut = shutTo(survey.network, shutting);
      const key = JSON.stringify(['opened', shutting.carried, [...avoid].sort(), left.zones === null]);
      return { ...course, shut, network: openNetwork(survey.network, key, shut) };
    };
    const courses = outcome.cables.map((cable) => rules.courseOf(cable));
    const pinning = [...new Set(courses.flatMap(({ pins, pinnedBy }) => (pinnedBy === null || pins.length === 0 ? [] : [pinnedBy])))];
    const forbidding = [...new Set(courses.flatMap(({ forbiddenBy }) => forbiddenBy))];
    const members = membersBy((course) => course);
    const searches = members.map(({ search }) => search);
    const needing = searches.filter(({ cable }) => outcome.needing.length === 0 || outcome.needing.includes(cable));
    const without = (change: (course: Course) => Course): Pausing<boolean> => isApart(membersBy(change));
    const [pinnedBy, forbiddenBy]: [RouteRule[], RouteRule[]] = [[], []];
    for (const rule of pinning) {
      if (yield* without((course) => (course.pinnedBy === rule ? { ...course, pins: [] } : course))) pinnedBy.push(rule);
    }
    for (const rule of forbidding) {
      if (yield* without((course) => (course.forbiddenBy.includes(rule) ? opened(course, { rule }) : course))) forbiddenBy.push(rule);
    }
    const isCarried = says && (yield* without((course) => opened(course, { carried: null })));
    return {
      pinnedBy,
      forbiddenBy,
      carried: isCarried ? must(courses[0], 'course').carried : null,
      zones: zones.parts.size > 0 && (yield* without((course) => opened(course, { zones: null }))),
      inSeries: outcome.places.length > 1 ? [] : neededByAll(new Meeting(survey, searches), needing),
      shared: outcome.places.length > 0 || pinning.length > 0 ? NONE_SHARED : yield* sharedBy(survey, members),
    };
  };
}

function* sharedBy(survey: Survey, members: readonly Member[]): Pausing<LeastShared> {
  const meeting = new Meeting(
    survey,
    members.map(({ search }) => search),
  );
  const net = memberNet(survey, meeting, members);
  return yield* leastShared(
    net,
    members.map(({ strand }) => strand),
    [...members.keys()],
  );
}
