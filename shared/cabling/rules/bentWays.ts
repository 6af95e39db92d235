/** Which cables rules turn off their shortest ways, and where these go instead. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import type { Work } from '../../work.ts';
import { requiredLengthMm, slackRule } from '../lengths.ts';
import type { PortTable } from '../portTable.ts';
import type { PathwayRun } from '../router.ts';
import { NONE, RouteStatus, type Cabling } from '../types.ts';
import { WayFinder } from '../wayFinder.ts';
import type { Course, Courses } from './courses.ts';
import type { LaidWay } from './laidWay.ts';
import { pinsFrom, ruledCost, ruledRun } from './ruledRouter.ts';
import { isShutAlong } from './shut.ts';

/** Cables whose ways are sought between two pauses: some milliseconds. */
const SOUGHT_AT_ONCE = 64;

/** What was found before, and holds but for some cables. */
export interface BentBefore {
  readonly laid: ReadonlyMap<number, LaidWay | null>;
  /** Rows of the cables to judge again. */
  readonly touched: () => Iterable<number>;
}

/**
 * New ways of the cables that cannot keep their shortest; null for one that has none. A cable whose shortest way touches nothing
 * that is shut to it keeps that way, since closing others makes none shorter. Depends on the plan's rules, what pathways carry,
 * keep-clear zones, the network, and for each cable on its own shortest way and the places of its ports. Pauses now and then.
 */
export function* bentWays(
  plan: Plan,
  survey: Survey,
  ports: PortTable,
  shortest: Cabling,
  courses: Courses,
  before: BentBefore | null,
): Work<Map<number, LaidWay | null>> {
  const { cables } = shortest;
  const laid = new Map(before?.laid);
  const seeker = new BentWaySeeker(plan, survey, ports, shortest);
  const openRoutes = new OpenRoutes(shortest);
  let sought = 0;
  for (const cable of before?.touched() ?? Array(cables.count).keys()) {
    laid.delete(cable);
    const status = cables.status[cable];
    if (status === RouteStatus.noRoute || status === RouteStatus.sameCabinet) continue;
    const course = courses.of(cable);
    const isKept = status === RouteStatus.bayed || openRoutes.isOpen(course, cables.route[cable]!);
    if (course.pins.length === 0 && isKept && !hasLegsElsewhere(survey, shortest, cable)) continue;
    if (sought % SOUGHT_AT_ONCE === 0) yield { doing: 'Following route rules', share: cable / cables.count };
    sought += 1;
    laid.set(cable, seeker.seek(cable, course));
  }
  return laid;
}

/** Of a cable with several links only the longest way is known; one of the others may lead where something is shut. */
function hasLegsElsewhere({ devices }: Survey, { cables, links }: Cabling, cable: number): boolean {
  const [first, longest] = [cables.firstLink[cable]!, cables.longestLink[cable]!];
  const cabinetAt = (column: Int32Array, link: number): number => must(devices[column[link]!], 'device').cabinet;
  for (let link = first; link < first + cables.linkCount[cable]!; link += 1) {
    for (const column of [links.aDevice, links.bDevice]) if (cabinetAt(column, link) !== cabinetAt(column, longest)) return true;
  }
  return false;
}

/** Whether routes touch nothing that is shut, asked once for each course. */
class OpenRoutes {
  readonly #cabling: Cabling;
  readonly #known = new Map<Course, Int8Array>();

  constructor(cabling: Cabling) {
    this.#cabling = cabling;
  }

  isOpen(course: Course, route: number): boolean {
    let known = this.#known.get(course);
    if (known === undefined) this.#known.set(course, (known = new Int8Array(this.#cabling.routes.length).fill(NONE)));
    if (known[route] === NONE) {
      const { steps } = must(this.#cabling.routes[route], 'route');
      known[route] = steps.some(({ edge, fromMm, toMm }) => isShutAlong(course.shut, edge, fromMm, toMm)) ? 0 : 1;
    }
    return known[route] === 1;
  }
}

/** Ways under one course, read from one end. */
interface Seeking {
  readonly ways: WayFinder;
  readonly runOf: (root: number, target: number) => PathwayRun;
}

class BentWaySeeker {
  readonly #plan: Plan;
  readonly #survey: Survey;
  readonly #ports: PortTable;
  readonly #cabling: Cabling;
  readonly #seekings = new Map<Course, [fromEndA: Seeking | undefined, fromEndB: Seeking | undefined]>();

  constructor(plan: Plan, survey: Survey, ports: PortTable, cabling: Cabling) {
    this.#plan = plan;
    this.#survey = survey;
    this.#ports = ports;
    this.#cabling = cabling;
  }

  /** Of a cable with several links, the way of that which needs the longest; null when one of them has none. */
  seek(cable: number, course: Course): LaidWay | null {
    const { cables, links, families } = this.#cabling;
    const { slack } = this.#plan.settings;
    const { slackClass } = must(families[cables.family[cable]!], 'family');
    let [longest, longestMm] = [null as LaidWay | null, NONE];
    for (let link = cables.firstLink[cable]!; link < cables.firstLink[cable]! + cables.linkCount[cable]!; link += 1) {
      const [a, b] = [links.aDevice[link]!, links.bDevice[link]!];
      const { ways, runOf } = this.#seekingFor(course, this.#cabinetOf(a) < this.#cabinetOf(b));
      ways.find(a, links.aPort[link]!, b, links.bPort[link]!);
      if (ways.status === RouteStatus.noRoute) return null;
      const { pathMm, pathwayMm, accessA, accessB } = ways;
      // A leg that stays in its cabinet is never the longest, where another one leaves it.
      if (ways.status === RouteStatus.sameCabinet) continue;
      const requiredMm = requiredLengthMm(pathMm, pathwayMm, slackRule(slack, slackClass, false));
      if (requiredMm <= longestMm) continue;
      longestMm = requiredMm;
      const [root, target] = [Math.min(accessA, accessB), Math.max(accessA, accessB)];
      const over = ways.status === RouteStatus.pathways ? { accessA: root, accessB: target, steps: runOf(root, target).steps } : null;
      longest = { longestLink: link, over, pathMm, pathwayMm };
    }
    return longest;
  }

  #cabinetOf(device: number): number {
    return must(this.#survey.devices[device], 'device').cabinet;
  }

  #seekingFor(course: Course, rootIsEndA: boolean): Seeking {
    let both = this.#seekings.get(course);
    if (both === undefined) this.#seekings.set(course, (both = [undefined, undefined]));
    return (both[rootIsEndA ? 0 : 1] ??= this.#newSeeking(course, rootIsEndA));
  }

  #newSeeking(course: Course, rootIsEndA: boolean): Seeking {
    const { accesses } = this.#survey;
    const pins = pinsFrom(course, rootIsEndA);
    const pathways = {
      cost: (root: (typeof accesses)[number], target: (typeof accesses)[number]): number => ruledCost(course, pins, root, target),
      mustBeTaken: pins.length > 0,
    };
    const runs = new Map<number, PathwayRun>();
    return {
      ways: new WayFinder(this.#plan, this.#survey, this.#ports, pathways),
      runOf: (root, target) => {
        const key = root * accesses.length + target;
        let run = runs.get(key);
        if (run === undefined) {
          run = must(ruledRun(course, pins, must(accesses[root], 'access'), must(accesses[target], 'access')), 'way');
          runs.set(key, run);
        }
        return run;
      },
    };
  }
}
