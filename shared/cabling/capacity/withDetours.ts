/** Writes the ways of the second phase into the columns of the first. */
import { must } from '../../assert.ts';
import type { Plan } from '../../plan/types.ts';
import type { Survey } from '../../survey/types.ts';
import { overrideOfCable } from '../cableOverride.ts';
import { copyOfTable } from '../cableTable.ts';
import { orderedLengthMm, requiredLengthMm, slackRule } from '../lengths.ts';
import { loadsOf } from '../loads/loads.ts';
import { NONE, RouteStatus, type Cabling, type Route } from '../types.ts';
import type { Detour, OtherWay, ReliefOfParts } from './relieve.ts';

/** The cabling with some cables on other ways; the very same object when all keep theirs. */
export function withDetours(plan: Plan, survey: Survey, shortest: Cabling, reliefs: ReliefOfParts): Cabling {
  const detours = [...reliefs.values()].flatMap((relief) => relief.detours);
  const crowdings = [...reliefs.values()].flatMap((relief) => relief.crowdings);
  if (detours.length === 0 && crowdings.length === 0) return shortest;
  const cables = copyOfTable(shortest.cables);
  const changed: Cabling = { ...shortest, cables, crowdings };
  const overByCable = new Map<number, OtherWay>();
  for (const detour of detours) {
    setLengths(plan, changed, detour);
    if (detour.over !== null) overByCable.set(detour.cable, detour.over);
  }
  const routes = numberRoutes(changed, overByCable);
  return { ...changed, routes, loads: loadsOf(survey.network, { families: shortest.families, cables, routes }) };
}

/** Another way changes the path and what follows from it; a length set by hand stays. */
export function setLengths(plan: Plan, cabling: Cabling, { cable, over, pathMm, pathwayMm }: Detour): void {
  const { cables, families } = cabling;
  const family = must(families[cables.family[cable]!], 'family');
  const neededMm = requiredLengthMm(pathMm, pathwayMm, slackRule(plan.settings.slack, family.slackClass, false));
  cables.status[cable] = over === null ? RouteStatus.bayed : RouteStatus.pathways;
  cables.pathMm[cable] = pathMm;
  cables.pathwayMm[cable] = pathwayMm;
  cables.slackMm[cable] = neededMm - pathMm;
  cables.route[cable] = NONE;
  const requiredMm = overrideOfCable(plan, cabling, cable).requiredMm ?? neededMm;
  cables.requiredMm[cable] = requiredMm;
  cables.orderedMm[cable] = orderedLengthMm(family, requiredMm, plan.lengthPlans.get(family.id)?.lengthsMm ?? null) ?? NONE;
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
      if (row === undefined) {
        const pathwayMm = over.steps.reduce((sum, { fromMm, toMm }) => sum + Math.abs(toMm - fromMm), 0);
        rowByKey.set(key, (row = numbered.push({ ...over, pathwayMm }) - 1));
      }
      cables.route[cable] = row;
    } else if (old !== NONE) {
      if (rowBefore[old] === NONE) rowBefore[old] = numbered.push(must(routes[old], 'route')) - 1;
      cables.route[cable] = rowBefore[old]!;
    }
  }
  return numbered;
}
