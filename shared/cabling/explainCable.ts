/** The derivation of one cable's length, term by term, from what the engine used. */
import { assert, must } from '../assert.ts';
import type { Plan } from '../plan/types.ts';
import { toElevationOf } from '../survey/network.ts';
import type { Access, Survey, SurveyedCabinet } from '../survey/types.ts';
import { bayBetween, wayThroughBay } from './bays.ts';
import { overrideOfCable } from './cableOverride.ts';
import { openingOf, wayToOpening, wayWithinCabinet, type PortPlace } from './inCabinet.ts';
import { requiredLengthMm, skuOfLength, slackRule } from './lengths.ts';
import { portPlace, portsOfSurvey } from './portTable.ts';
import { channelReachMm } from './reach.ts';
import { partsOfLink } from './tierParts.ts';
import { NONE, RouteStatus, Yields, type CableDerivation, type Cabling, type Term } from './types.ts';

/** What explaining needs of a derived plan. */
export interface CabledPlan {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cabling: Cabling;
}

interface End {
  readonly surveyed: SurveyedCabinet;
  readonly port: PortPlace;
}

/** Derives one cable by its row; of a splitter, the leg that sets the length. Terms run from end A to end B and add up to the path. */
export function explainCable({ plan, survey, cabling }: CabledPlan, cable: number): CableDerivation {
  const { cables } = cabling;
  const link = cables.longestLink[cable]!;
  const status = must(
    Object.values(RouteStatus).find((value) => value === cables.status[cable]),
    'status',
  );
  const family = must(cabling.families[cables.family[cable]!], 'family');
  const terms = status === RouteStatus.noRoute ? [] : termsOf(survey, cabling, cable, link, status);
  const pathMm = known(cables.pathMm[cable]!);
  assert(
    pathMm === null || terms.reduce((sum, term) => sum + term.lengthMm, 0) === pathMm,
    `terms of ${cabling.cableId(cable)} do not add up`,
  );
  const requiredMm = known(cables.requiredMm[cable]!);
  const orderedMm = known(cables.orderedMm[cable]!);
  const slack = slackRule(plan.settings.slack, family.slackClass, status === RouteStatus.sameCabinet);
  const slackMm = pathMm === null ? 0 : requiredLengthMm(pathMm, cables.pathwayMm[cable]!, slack) - pathMm;
  const linkIds = Array.from({ length: cables.linkCount[cable]! }, (_, leg) => cabling.linkId(cables.firstLink[cable]! + leg));
  return {
    cableId: cabling.cableId(cable),
    cableName: cabling.cableName(cable),
    linkIds,
    status,
    terms,
    pathMm,
    slack: pathMm === null ? null : { ...slack, totalMm: slackMm },
    legsMm: pathMm === null || cables.slackMm[cable] === slackMm ? null : cables.slackMm[cable]! - slackMm,
    requiredMm,
    overriddenRequiredMm: overrideOfCable(plan, cabling, cable).requiredMm,
    family,
    chosenMm: plan.lengthPlans.get(family.id)?.lengthsMm ?? null,
    orderedMm,
    surplusMm: orderedMm === null || requiredMm === null ? null : orderedMm - requiredMm,
    sku: orderedMm === null ? null : skuOfLength(family, orderedMm),
    reachMm: channelReachMm(plan.catalog, partsOfLink(cabling, link), family),
  };
}

function termsOf(survey: Survey, cabling: Cabling, cable: number, link: number, status: Exclude<RouteStatus, 0>): Term[] {
  const { links } = cabling;
  const ports = portsOfSurvey(survey);
  const end = (device: number, port: number): End => ({
    surveyed: must(survey.cabinets[must(survey.devices[device], 'device').cabinet], 'cabinet'),
    port: portPlace(ports, device, port),
  });
  const a = end(links.aDevice[link]!, links.aPort[link]!);
  const b = end(links.bDevice[link]!, links.bPort[link]!);
  switch (status) {
    case RouteStatus.sameCabinet:
      return withinCabinet(a, b, (cabling.cables.yields[cable]! & Yields.managerA) !== 0);
    case RouteStatus.bayed:
      return throughBay(a, b);
    case RouteStatus.pathways:
      return overPathways(survey, cabling, cable, a, b);
  }
}

function withinCabinet(a: End, b: End, isOther: boolean): Term[] {
  const way = wayWithinCabinet(a.surveyed.model, a.port, b.port, isOther ? 'other' : 'shorter');
  const { id, name } = a.surveyed.cabinet;
  return nonZero([
    {
      kind: 'port-to-manager',
      lengthMm: way.firstAcrossMm,
      id,
      note: `${name}, port to the ${way.manager} manager${yielding(isOther, way.manager)}`,
    },
    { kind: 'manager', lengthMm: way.managerMm, id, note: `${name}, along the ${way.manager} manager` },
    { kind: 'front-to-rear', lengthMm: way.frontToRearMm, id, note: `${name}, front to rear` },
    { kind: 'port-to-manager', lengthMm: way.secondAcrossMm, id, note: `${name}, ${way.manager} manager to port` },
  ]);
}

function throughBay(a: End, b: End): Term[] {
  const bay = must(bayBetween(a.surveyed, b.surveyed), 'bay');
  const way = wayThroughBay(a.surveyed, a.port, b.surveyed, b.port, bay);
  const [first, second] = [a.surveyed.cabinet, b.surveyed.cabinet];
  return nonZero([
    { kind: 'port-to-manager', lengthMm: way.firstAcrossMm, id: first.id, note: `${first.name}, port to the ${bay.sideOfFirst} manager` },
    { kind: 'manager', lengthMm: way.managerMm, id: first.id, note: `${first.name}, along the manager` },
    { kind: 'front-to-rear', lengthMm: way.frontToRearMm, id: first.id, note: `${first.name}, front to rear` },
    { kind: 'side-to-side', lengthMm: way.sideToSideMm, id: second.id, note: `${first.name} to ${second.name}, through the side` },
    { kind: 'port-to-manager', lengthMm: way.secondAcrossMm, id: second.id, note: `${second.name}, manager to port` },
  ]);
}

function overPathways(survey: Survey, cabling: Cabling, cable: number, a: End, b: End): Term[] {
  const { network, accesses, cabinetRow } = survey;
  const route = must(cabling.routes[cabling.cables.route[cable]!], 'route');
  const [root, target] = [must(accesses[route.accessA], 'access'), must(accesses[route.accessB], 'access')];
  const startsAtA = root.cabinet === cabinetRow.get(a.surveyed.cabinet.id);
  const steps = route.steps.map((step): Term => {
    const lengthMm = Math.abs(step.toMm - step.fromMm);
    const segment = network.segments[step.edge];
    if (segment === undefined) {
      const id = must(network.edgeIds[step.edge], 'level change');
      return { kind: 'level-change', lengthMm, id, note: `level change ${id}` };
    }
    const kind = toElevationOf(segment) === segment.elevationMm ? 'pathway' : 'riser';
    return { kind, lengthMm, id: segment.id, note: segment.name };
  });
  const yields = cabling.cables.yields[cable]!;
  const out = leaving(a, startsAtA ? root : target, yields & Yields.managerA, yields & Yields.openingA);
  const into = leaving(b, startsAtA ? target : root, yields & Yields.managerB, yields & Yields.openingB).reverse();
  return nonZero([...out, ...(startsAtA ? steps : steps.reverse()), ...into]);
}

/** Said of a manager that is taken as the other one of the side is full. */
function yielding(isOther: boolean, manager: 'left' | 'right'): string {
  return isOther ? `, as the ${manager === 'left' ? 'right' : 'left'} one is full` : '';
}

/** From a port onto the pathway; flags say whether it makes way for others. */
function leaving({ surveyed, port }: End, access: Access, otherManager: number, otherOpening: number): Term[] {
  const { id, name } = surveyed.cabinet;
  const way = wayToOpening(
    surveyed.model,
    port,
    openingOf(surveyed.model, access.side, access.edgeOfCabinet),
    otherManager === 0 ? 'shorter' : 'other',
  );
  const sides = `${way.manager} ${port.side} manager${yielding(otherManager !== 0, way.manager)}`;
  const edge = `${access.edgeOfCabinet}${otherOpening === 0 ? '' : `, to the ${access.side} opening, as the nearer one is full`}`;
  return [
    { kind: 'port-to-manager', lengthMm: way.portToManagerMm, id, note: `${name}, port to the ${sides}` },
    { kind: 'manager', lengthMm: way.managerMm, id, note: `${name}, along the manager to the ${edge}` },
    { kind: 'front-to-rear', lengthMm: way.frontToRearMm, id, note: `${name}, ${port.side} to ${access.side}` },
    { kind: 'manager-to-opening', lengthMm: way.managerToOpeningMm, id, note: `${name}, manager sideways to the ${access.side} opening` },
    { kind: 'waterfall', lengthMm: access.waterfallMm, id, note: `${name}, over the waterfall` },
    { kind: 'drop', lengthMm: access.dropMm, id, note: `${name}, drop` },
    { kind: 'offset', lengthMm: access.offsetMm, id, note: `${name}, opening to the pathway's centreline` },
  ];
}

function nonZero(terms: readonly Term[]): Term[] {
  return terms.filter((term) => term.lengthMm !== 0);
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}
