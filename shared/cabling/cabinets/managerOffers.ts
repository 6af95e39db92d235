/** Which ends of cables may go by the other manager of their side, and how much longer that makes them. */
import { must } from '../../assert.ts';
import type { Survey } from '../../survey/types.ts';
import type { ManagerStretch } from '../cabinetLoads.ts';
import { openingOf, wayToOpening, wayWithinCabinet, type ManagerChoice } from '../inCabinet.ts';
import { portPlace, portsOfSurvey, type PortTable } from '../portTable.ts';
import { NONE, Yields, type Cabling } from '../types.ts';

/** An end that goes over, and by how much that makes the cable longer. A cable that stays in its cabinet goes as end A. */
export interface ManagerMove {
  readonly cable: number;
  readonly end: 'a' | 'b';
  readonly extraMm: number;
}

export interface Offer extends ManagerMove {
  readonly stretch: ManagerStretch;
}

export interface OfferInput {
  readonly survey: Survey;
  readonly cabling: Cabling;
  /** Flags of the ends that went over so far, by cable. */
  readonly yields: ReadonlyMap<number, number>;
  /** Cables that keep their ways. */
  readonly fixed: ReadonlySet<number>;
}

export function flagOf(end: 'a' | 'b'): number {
  return end === 'a' ? Yields.managerA : Yields.managerB;
}

/** What may go over, first what loses least; of equal ones the last cables: the first keep their ways. */
export function offersOf(input: OfferInput, stretches: readonly ManagerStretch[]): Offer[] {
  return stretches
    .flatMap((stretch) => offerOf(input, stretch) ?? [])
    .sort((a, b) => a.extraMm - b.extraMm || b.cable - a.cable || (a.end < b.end ? -1 : 1));
}

function offerOf({ survey, cabling, yields, fixed }: OfferInput, stretch: ManagerStretch): Offer | null {
  const { cable, end } = stretch;
  const before = yields.get(cable) ?? 0;
  if (end === null || fixed.has(cable) || (before & flagOf(end)) !== 0) return null;
  const ports = portsOfSurvey(survey);
  const now = before | flagOf(end);
  const longest = cabling.cables.longestLink[cable]!;
  const way = wayInside(survey, cabling, ports, cable, longest, now);
  if (!otherLegsFollow(survey, cabling, ports, cable, now, way)) return null;
  return { cable, end, extraMm: way.totalMm - wayInside(survey, cabling, ports, cable, longest, before).totalMm, stretch };
}

/** Of a link, what lies in the cabinets of its two ends. */
interface WayInside {
  readonly totalMm: number;
  readonly managers: string;
}

/** Whether all links of a cable take the managers that the one takes which sets the length, and none becomes longer than it. */
function otherLegsFollow(
  survey: Survey,
  cabling: Cabling,
  ports: PortTable,
  cable: number,
  yields: number,
  { totalMm, managers }: WayInside,
): boolean {
  const { cables, links } = cabling;
  const longest = cables.longestLink[cable]!;
  const cabinetsOf = (link: number): string =>
    [links.aDevice[link]!, links.bDevice[link]!].map((device) => must(survey.devices[device], 'device').cabinet).join();
  for (let link = cables.firstLink[cable]!; link < cables.firstLink[cable]! + cables.linkCount[cable]!; link += 1) {
    if (link === longest) continue;
    if (cabinetsOf(link) !== cabinetsOf(longest)) return false;
    const way = wayInside(survey, cabling, ports, cable, link, yields);
    if (way.managers !== managers || way.totalMm > totalMm) return false;
  }
  return true;
}

function wayInside(survey: Survey, cabling: Cabling, ports: PortTable, cable: number, link: number, yields: number): WayInside {
  const { links, cables, routes } = cabling;
  const [aDevice, bDevice] = [links.aDevice[link]!, links.bDevice[link]!];
  const [a, b] = [portPlace(ports, aDevice, links.aPort[link]!), portPlace(ports, bDevice, links.bPort[link]!)];
  const choice = (flag: number): ManagerChoice => ((yields & flag) === 0 ? 'shorter' : 'other');
  const cabinetOfA = must(survey.devices[aDevice], 'device').cabinet;
  if (cables.route[cable] === NONE) {
    const { model } = must(survey.cabinets[cabinetOfA], 'cabinet');
    const { totalMm, manager } = wayWithinCabinet(model, a, b, choice(Yields.managerA));
    return { totalMm, managers: manager };
  }
  const { accessA, accessB } = must(routes[cables.route[cable]!], 'route');
  const startsAtA = must(survey.accesses[accessA], 'access').cabinet === cabinetOfA;
  const way = (port: typeof a, row: number, flag: number): WayInside => {
    const { cabinet, side, edgeOfCabinet } = must(survey.accesses[row], 'access');
    const { model } = must(survey.cabinets[cabinet], 'cabinet');
    const { totalMm, manager } = wayToOpening(model, port, openingOf(model, side, edgeOfCabinet), choice(flag));
    return { totalMm, managers: manager };
  };
  const atA = way(a, startsAtA ? accessA : accessB, Yields.managerA);
  const atB = way(b, startsAtA ? accessB : accessA, Yields.managerB);
  return { totalMm: atA.totalMm + atB.totalMm, managers: `${atA.managers} ${atB.managers}` };
}
