/**
 * Between the two phases of routing: first every cable on its shortest way, then rules (what is pinned, forbidden, carried, kept
 * clear), then links that are kept apart, and last room in the pathways. What an earlier step decided, a later one keeps: cables that
 * make room still pass their pins and still share nothing with those they are kept apart from, and nothing is ever laid where a rule shuts the way.
 */
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import { partOf, type Work } from '../../work.ts';
import { keepApart, type ApartOutcome } from '../diversity/keepApart.ts';
import type { PortTable } from '../portTable.ts';
import type { Cabling } from '../types.ts';
import { bentWays } from './bentWays.ts';
import { Courses, isRuled, type Course } from './courses.ts';
import { withLaidWays, type LaidWay } from './laidWay.ts';
import { keepClearZones } from './shut.ts';

/** What rules made of the shortest ways. */
export interface RuledWays {
  /** Every cable on its shortest way, as if there were no rules. */
  readonly free: Cabling;
  readonly courseOf: (cable: number) => Course;
  /** Cables that have a way but for the rules. */
  readonly ruledOut: ReadonlySet<number>;
  /** Sets of links that are kept apart, in order of their groups' ids. */
  readonly apart: readonly ApartOutcome[];
}

/** What rules made of an earlier state, to be taken over but for some cables. */
export interface Ruling {
  readonly laid: ReadonlyMap<number, LaidWay | null>;
  /** With the ways that rules bend, and also with links kept apart; the shortest ways themselves where no rule says anything. */
  readonly bent: Cabling;
  readonly ruled: Cabling;
}

/** Share of the work after which rules have bent what they bend. */
const BENT = 0.3;

/**
 * The cabling under the plan's rules; the very same object where no rule says anything. `before`: what the same rules made of it
 * over the same network, and the cables of which the shortest way or the ports may differ since.
 */
export function* layByRules(
  plan: Plan,
  survey: Survey,
  ports: PortTable,
  shortest: Cabling,
  before: (Ruling & { readonly touched: () => Int32Array }) | null,
): Work<Ruling> {
  if (!isRuled(plan) && plan.diversityGroups.size === 0) return { laid: new Map(), bent: shortest, ruled: shortest };
  const courses = new Courses(plan, survey.network, shortest);
  const laid = isRuled(plan) ? yield* partOf(bentWays(plan, survey, ports, shortest, courses, before), 0, BENT) : new Map<number, null>();
  const bent = withLaidWays(plan, survey, shortest, laid, before?.bent);
  const { outcomes, ways } = yield* partOf(keepApart({ plan, survey, ports, cabling: bent, courses }), BENT, 1);
  const rules: RuledWays = {
    free: shortest,
    courseOf: (cable) => courses.of(cable),
    ruledOut: new Set([...laid].flatMap(([cable, way]) => (way === null ? [cable] : []))),
    apart: outcomes,
  };
  return { laid, bent, ruled: { ...withLaidWays(plan, survey, bent, ways, before?.ruled), rules } };
}

/** True when rules and what they rest on are what they were, so that what follows from them may be taken over. */
export function haveSameRules(plan: Plan, before: Plan): boolean {
  return plan.routeRules === before.routeRules && plan.diversityGroups === before.diversityGroups && haveSameZones(plan, before);
}

function haveSameZones(plan: Plan, before: Plan): boolean {
  if (plan.obstacles === before.obstacles) return true;
  const [now, then] = [keepClearZones(plan), keepClearZones(before)];
  return now.length === then.length && now.every((zone, at) => zone === then[at]);
}
