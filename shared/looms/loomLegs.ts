/** The legs of a loom: how far each plug sticks out of the bound part at either end, which differs by the rack unit of its port. */
import { must } from '../assert.ts';
import { openingOf, wayToOpening, wayToOpeningMm } from '../cabling/inCabinet.ts';
import { slackRule } from '../cabling/lengths.ts';
import { portPlace, portsOfSurvey, sideName, type PortTable } from '../cabling/portTable.ts';
import { Yields, type Cabling, type Route } from '../cabling/types.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import { outsideMm } from '../survey/accesses.ts';
import type { Access, Survey } from '../survey/types.ts';

/** Of one link, from its breakout points at the two cabinets' openings to its two ports; ends as in the route. */
export interface LegNeed {
  readonly cable: number;
  readonly link: number;
  /** The way alone, and with slack or what a longer length set by hand adds. */
  readonly portMm: readonly [number, number];
  readonly needMm: readonly [number, number];
}

export interface BundleNeed {
  /** From opening to opening, and with slack. */
  readonly boundMm: number;
  readonly trunkNeedMm: number;
  readonly legs: readonly LegNeed[];
}

export interface LegContext {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
  readonly ports: PortTable;
}

export function legContext(plan: Plan, survey: Survey, cabling: Cabling): LegContext {
  return { plan, survey, cabling, ports: portsOfSurvey(survey) };
}

/** From opening to opening, and with slack. */
export function boundPart(
  context: LegContext,
  route: Route,
  family: CableFamily,
): { readonly boundMm: number; readonly trunkNeedMm: number } {
  const { plan, survey } = context;
  const [first, second] = [must(survey.accesses[route.accessA], 'access'), must(survey.accesses[route.accessB], 'access')];
  const boundMm = route.pathwayMm + outsideMm(first) + outsideMm(second);
  const { pctOfPathway } = slackRule(plan.settings.slack, family.slackClass, false);
  return { boundMm, trunkNeedMm: boundMm + Math.ceil((route.pathwayMm * pctOfPathway) / 100) };
}

/** Cables of one route and one family. Bound part and legs of a member add up to what it requires, or to more where it was set shorter by hand. */
export function bundleNeed(context: LegContext, members: readonly number[], route: Route, family: CableFamily): BundleNeed {
  const bound = boundPart(context, route, family);
  const legs: LegNeed[] = [];
  visitLegs(context, members, route, family, bound.trunkNeedMm, (cable, link, aMm, bMm, moreAMm, moreBMm) => {
    legs.push({ cable, link, portMm: [aMm, bMm], needMm: [aMm + moreAMm, bMm + moreBMm] });
  });
  return { ...bound, legs };
}

/** Told of each leg: its cable and link, the way to the port at either end, and what is to be added to it. */
export type LegVisitor = (cable: number, link: number, aMm: number, bMm: number, moreAMm: number, moreBMm: number) => void;

/** The legs of a bundle one by one, without a list of them: a campus has a million. */
export function visitLegs(
  context: LegContext,
  members: readonly number[],
  route: Route,
  family: CableFamily,
  trunkNeedMm: number,
  visit: LegVisitor,
): void {
  const { plan, survey, cabling } = context;
  const { cables, links } = cabling;
  const [first, second] = [must(survey.accesses[route.accessA], 'access'), must(survey.accesses[route.accessB], 'access')];
  const [toFirst, toSecond] = [wayInside(context, first), wayInside(context, second)];
  const { perEndMm } = slackRule(plan.settings.slack, family.slackClass, false);
  const [waysA, waysB]: [number[], number[]] = [[], []];
  for (const cable of members) {
    const from = cables.firstLink[cable]!;
    const count = cables.linkCount[cable]!;
    let longestMm = 0;
    for (let leg = 0; leg < count; leg += 1) {
      const link = from + leg;
      const [aDevice, bDevice] = [links.aDevice[link]!, links.bDevice[link]!];
      const aIsFirst = must(survey.devices[aDevice], 'device').cabinet === first.cabinet;
      const yields = cables.yields[cable]!;
      const [otherA, otherB] = [(yields & Yields.managerA) !== 0, (yields & Yields.managerB) !== 0];
      const aMm = aIsFirst ? toFirst(aDevice, links.aPort[link]!, otherA) : toFirst(bDevice, links.bPort[link]!, otherB);
      const bMm = aIsFirst ? toSecond(bDevice, links.bPort[link]!, otherB) : toSecond(aDevice, links.aPort[link]!, otherA);
      waysA[leg] = aMm;
      waysB[leg] = bMm;
      longestMm = Math.max(longestMm, aMm + bMm);
    }
    const extraMm = Math.max(0, cables.requiredMm[cable]! - trunkNeedMm - longestMm - 2 * perEndMm);
    const [moreAMm, moreBMm] = [perEndMm + Math.ceil(extraMm / 2), perEndMm + Math.floor(extraMm / 2)];
    for (let leg = 0; leg < count; leg += 1) visit(cable, from + leg, waysA[leg]!, waysB[leg]!, moreAMm, moreBMm);
  }
}

/** Whether every link of a cable joins the two cabinets of its route: the legs of a splitter may part on their way. */
export function joinsTwoCabinets({ survey, cabling }: LegContext, cable: number, route: Route): boolean {
  const [endA, endB] = [route.accessA, route.accessB].map((access) => must(survey.accesses[access], 'access').cabinet);
  const { aDevice, bDevice } = cabling.links;
  const first = cabling.cables.firstLink[cable]!;
  for (let link = first; link < first + cabling.cables.linkCount[cable]!; link += 1) {
    const a = must(survey.devices[aDevice[link]!], 'device').cabinet;
    const b = must(survey.devices[bDevice[link]!], 'device').cabinet;
    if (!((a === endA && b === endB) || (a === endB && b === endA))) return false;
  }
  return true;
}

/** The way from a port to the opening where a loom leaves the cabinet. */
function wayInside({ survey, ports }: LegContext, access: Access): (device: number, port: number, isOther: boolean) => number {
  const { model } = must(survey.cabinets[access.cabinet], 'cabinet');
  const opening = openingOf(model, access.side, access.edgeOfCabinet);
  return (device, port, isOther) => {
    const at = ports.firstPort[device]! + port;
    if (isOther) return wayToOpening(model, portPlace(ports, device, port), opening, 'other').totalMm;
    return wayToOpeningMm(model, sideName(ports.side[at]!), ports.xMm[at]!, ports.zMm[at]!, opening);
  };
}
