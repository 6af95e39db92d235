/** Writes the ways of the second phase into the columns of the first. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Network, Survey } from '../../survey/types.ts';
import { overrideOfCable } from '../cableOverride.ts';
import { copyOfTable } from '../cableTable.ts';
import { requiredByLegsMm, type TrunkRun } from '../givenLegs.ts';
import { orderedLengthMm, requiredLengthMm, slackRule } from '../lengths.ts';
import { loadsOf } from '../loads/loads.ts';
import { portsOfSurvey } from '../portTable.ts';
import { keepEnds } from '../routeNumbers.ts';
import { NONE, RouteStatus, type Cabling, type CableTable, type Route } from '../types.ts';
import type { Detour, OtherWay } from './detours.ts';
import type { ReliefOfParts } from './relieve.ts';

/**
 * The cabling with some cables on other ways; the very same object when all keep theirs. `before`: what came of this earlier over
 * the same network and the same links.
 */
export function withDetours(plan: Plan, survey: Survey, shortest: Cabling, reliefs: ReliefOfParts, before?: Cabling): Cabling {
  const detours = [...reliefs.values()].flatMap((relief) => relief.detours);
  const crowdings = [...reliefs.values()].flatMap((relief) => relief.crowdings);
  if (detours.length === 0 && crowdings.length === 0) return shortest;
  const cables = copyOfTable(shortest.cables);
  const changed: Cabling = { ...shortest, cables, crowdings };
  const overByCable = new Map<number, OtherWay>();
  for (const detour of detours) {
    setLengths(plan, survey, changed, detour);
    if (detour.over !== null) overByCable.set(detour.cable, detour.over);
  }
  return overOtherWays(survey.network, changed, overByCable, before);
}

/**
 * Gives cables their other ways, and counts what lies where. Where the same cables share routes as they did before, the column of
 * before is handed on, and only routes that are other ones now are counted again.
 */
export function overOtherWays(network: Network, changed: Cabling, overByCable: ReadonlyMap<number, OtherWay>, before?: Cabling): Cabling {
  const routes = numberRoutes(changed, overByCable);
  const isShared = before !== undefined && isSameColumn(changed.cables.route, before.cables.route);
  const cables: CableTable = isShared ? { ...changed.cables, route: before.cables.route } : changed.cables;
  if (isShared) keepEnds(routes, before.routes);
  const loads = loadsOf(network, { families: changed.families, cables, routes }, isShared ? before : undefined);
  return { ...changed, cables, routes, loads };
}

function isSameColumn(column: Int32Array, before: Int32Array): boolean {
  return column.length === before.length && column.every((value, row) => value === before[row]);
}

/** Another way changes the path and what follows from it. */
export function setLengths(plan: Plan, survey: Survey, cabling: Cabling, { cable, over, pathMm, pathwayMm }: Detour): void {
  const { cables } = cabling;
  const status = over === null ? RouteStatus.bayed : RouteStatus.pathways;
  cables.status[cable] = status;
  cables.pathwayMm[cable] = pathwayMm;
  cables.route[cable] = NONE;
  setPath(plan, survey, cabling, cable, pathMm, { status, pathwayMm, accessA: over?.accessA ?? NONE, accessB: over?.accessB ?? NONE });
}

/** A path and the lengths that follow from it; a length set by hand stays. */
export function setPath(plan: Plan, survey: Survey, cabling: Cabling, cable: number, pathMm: number, run: TrunkRun): void {
  const { cables, families } = cabling;
  const family = must(families[cables.family[cable]!], 'family');
  const slack = slackRule(plan.settings.slack, family.slackClass, run.status === RouteStatus.sameCabinet);
  const neededMm = Math.max(requiredLengthMm(pathMm, run.pathwayMm, slack), neededByLegsMm(plan, survey, cabling, cable, run) ?? 0);
  cables.pathMm[cable] = pathMm;
  cables.slackMm[cable] = neededMm - pathMm;
  const requiredMm = overrideOfCable(plan, cabling, cable).requiredMm ?? neededMm;
  cables.requiredMm[cable] = requiredMm;
  cables.orderedMm[cable] = orderedLengthMm(family, requiredMm, plan.lengthPlans.get(family.id)?.lengthsMm ?? null) ?? NONE;
}

function neededByLegsMm(
  plan: Plan,
  survey: Survey,
  { tiers, families, cables, links, cableId }: Cabling,
  cable: number,
  run: TrunkRun,
): number | null {
  if (must(tiers[cables.tier[cable]!], 'tier').rows !== 'trunks') return null;
  const { legs } = must(plan.trunks.get(cableId(cable)), 'trunk');
  const family = must(families[cables.family[cable]!], 'family');
  const places = { plan, survey, ports: portsOfSurvey(survey) };
  return requiredByLegsMm(places, { family, legs, links, firstLink: cables.firstLink[cable]! }, run);
}

const keys = new WeakMap<OtherWay, string>();

/** The same for ways that are the same; written once for each, as thousands of cables may share one. */
function keyOf(over: OtherWay): string {
  let key = keys.get(over);
  if (key === undefined) {
    key = `${over.accessA} ${over.accessB} ${over.steps.map(({ edge, toMm }) => `${edge}:${toMm}`).join()}`;
    keys.set(over, key);
  }
  return key;
}

const routeOfWay = new WeakMap<OtherWay, Route>();

/** The same object for as long as the way is kept. */
function routeAlong(over: OtherWay): Route {
  let route = routeOfWay.get(over);
  if (route === undefined) {
    const { accessA, accessB, steps } = over;
    const pathwayMm = steps.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0);
    routeOfWay.set(over, (route = { accessA, accessB, steps, pathwayMm }));
  }
  return route;
}

/** Routes in the order of the cables that use them, each once. */
export function numberRoutes({ cables, routes }: Pick<Cabling, 'cables' | 'routes'>, overByCable: ReadonlyMap<number, OtherWay>): Route[] {
  const numbered: Route[] = [];
  const rowBefore = new Int32Array(routes.length).fill(NONE);
  const rowByKey = new Map<string, number>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    const over = overByCable.get(cable);
    const old = cables.route[cable]!;
    if (over !== undefined) {
      const key = keyOf(over);
      let row = rowByKey.get(key);
      if (row === undefined) rowByKey.set(key, (row = numbered.push(routeAlong(over)) - 1));
      cables.route[cable] = row;
    } else if (old !== NONE) {
      if (rowBefore[old] === NONE) rowBefore[old] = numbered.push(must(routes[old], 'route')) - 1;
      cables.route[cable] = rowBefore[old]!;
    }
  }
  return numbered;
}
