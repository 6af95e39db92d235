/** The legs of a loom: how far each plug sticks out of the bound part at either end, which differs by the rack unit of its port. */
import { must } from '../assert.ts';
import { openingOf, wayToOpeningMm } from '../cabling/inCabinet.ts';
import { slackRule } from '../cabling/lengths.ts';
import { portPlace, portsOfSurvey, type PortTable } from '../cabling/portTable.ts';
import type { Cabling, Route } from '../cabling/types.ts';
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

/** Cables of one route and one family. Bound part and legs of a member add up to what it requires, or to more where it was set shorter by hand. */
export function bundleNeed(context: LegContext, members: readonly number[], route: Route, family: CableFamily): BundleNeed {
  const { plan, survey, cabling } = context;
  const { cables } = cabling;
  const [first, second] = [must(survey.accesses[route.accessA], 'access'), must(survey.accesses[route.accessB], 'access')];
  const boundMm = route.pathwayMm + outsideMm(first) + outsideMm(second);
  const { perEndMm, pctOfPathway } = slackRule(plan.settings.slack, family.slackClass, false);
  const trunkNeedMm = boundMm + Math.ceil((route.pathwayMm * pctOfPathway) / 100);
  const legs = members.flatMap((cable) => {
    const own = linksOf(cabling, cable).map((link) => ({ link, portMm: portsOfLink(context, link, first, second) }));
    const longestMm = Math.max(...own.map(({ portMm }) => portMm[0] + portMm[1]));
    const extraMm = Math.max(0, cables.requiredMm[cable]! - trunkNeedMm - longestMm - 2 * perEndMm);
    const more = [perEndMm + Math.ceil(extraMm / 2), perEndMm + Math.floor(extraMm / 2)] as const;
    return own.map(({ link, portMm }): LegNeed => ({ cable, link, portMm, needMm: [portMm[0] + more[0], portMm[1] + more[1]] }));
  });
  return { boundMm, trunkNeedMm, legs };
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

function linksOf({ cables }: Cabling, cable: number): number[] {
  return Array.from({ length: cables.linkCount[cable]! }, (_, leg) => cables.firstLink[cable]! + leg);
}

function portsOfLink({ survey, cabling: { links }, ports }: LegContext, link: number, first: Access, second: Access): [number, number] {
  const aIsFirst = must(survey.devices[links.aDevice[link]!], 'device').cabinet === first.cabinet;
  const inside = (access: Access, device: number, port: number): number => {
    const { model } = must(survey.cabinets[access.cabinet], 'cabinet');
    const { side, xMm, zMm } = portPlace(ports, device, port);
    return wayToOpeningMm(model, side, xMm, zMm, openingOf(model, access.side, access.edgeOfCabinet));
  };
  const a = [links.aDevice[link]!, links.aPort[link]!] as const;
  const b = [links.bDevice[link]!, links.bPort[link]!] as const;
  return aIsFirst ? [inside(first, ...a), inside(second, ...b)] : [inside(first, ...b), inside(second, ...a)];
}
