/** Trunks as their maker makes them: legs of lengths that the catalog gives, and a body between the two breakout points. */
import { must } from '../assert.ts';
import { bodyBesidePathwaysMm, givenLegMm, joinsOnePair, longestLegsMm, wayBesidePathways } from '../cabling/givenLegs.ts';
import { slackRule } from '../cabling/lengths.ts';
import { NONE, RouteStatus } from '../cabling/types.ts';
import type { CableEnd, CableFamily } from '../catalog/types.ts';
import type { Trunk } from '../plan/types.ts';
import { bundleNeed, joinsTwoCabinets, type BundleNeed, type LegContext } from './loomLegs.ts';

/** Between the breakout points, of a trunk of this nominal length from plug to plug of its longest legs; null where a leg is unknown. */
export function bodyMm(family: CableFamily, lengthMm: number): number | null {
  const legsMm = longestLegsMm(family);
  return legsMm === null ? null : lengthMm - legsMm;
}

/** What a trunk needs between its breakout points: the way from opening to opening, and the slack of both ends, which lies there. */
export function bodyNeedMm({ plan }: LegContext, { trunkNeedMm }: BundleNeed, { slackClass }: CableFamily): number {
  return trunkNeedMm + 2 * slackRule(plan.settings.slack, slackClass, false).perEndMm;
}

/** Lengths of a trunk's leg in the order of the cabinets of its route. */
export function givenLegs(context: LegContext, cable: number, link: number, firstCabinet: number): readonly [number | null, number | null] {
  const { plan, survey, cabling } = context;
  const { cables, links, families } = cabling;
  const family = must(families[cables.family[cable]!], 'family');
  const trunk = must(plan.trunks.get(cabling.cableId(cable)), 'trunk');
  const { leg } = must(trunk.legs[link - cables.firstLink[cable]!], 'leg');
  const [aMm, bMm] = [givenLegMm(family.endA, leg), givenLegMm(family.endB, leg)];
  const aIsFirst = must(survey.devices[links.aDevice[link]!], 'device').cabinet === firstCabinet;
  return aIsFirst ? [aMm, bMm] : [bMm, aMm];
}

export interface TrunkLegNeed {
  readonly leg: number;
  /** Rows of the device, and its port's place in the list of its type. */
  readonly device: number;
  readonly port: number;
  readonly needMm: number;
  readonly givenMm: number | null;
}

export interface TrunkNeed {
  readonly cable: number;
  readonly family: CableFamily;
  /** Where a leg comes from: the opening of its cabinet, or the manager where the trunk takes no pathway. */
  readonly legsFrom: 'opening' | 'manager';
  readonly legsA: readonly TrunkLegNeed[];
  readonly legsB: readonly TrunkLegNeed[];
  readonly bodyNeedMm: number;
  /** At its shortest, within its tolerance; null where a leg is unknown or no length serves. */
  readonly leastBodyMm: number | null;
}

/** What a trunk needs beside what its maker gives; null where it has no way, or its legs do not end in two cabinets. */
export function trunkNeed(context: LegContext, trunk: Trunk): TrunkNeed | null {
  const { cabling } = context;
  const { cables, families } = cabling;
  const cable = cabling.findCable(trunk.id);
  if (cable === null || cables.status[cable] === RouteStatus.noRoute) return null;
  const family = must(families[cables.family[cable]!], 'family');
  const needs = cables.route[cable] === NONE ? besidePathways(context, trunk, cable, family) : overPathways(context, trunk, cable, family);
  if (needs === null) return null;
  const orderedMm = cables.orderedMm[cable]!;
  return { cable, family, ...needs, leastBodyMm: orderedMm === NONE ? null : bodyMm(family, orderedMm - family.tolerance.minusMm) };
}

type Needs = Pick<TrunkNeed, 'legsFrom' | 'legsA' | 'legsB' | 'bodyNeedMm'>;

function overPathways(context: LegContext, trunk: Trunk, cable: number, family: CableFamily): Needs | null {
  const { survey, cabling } = context;
  const { cables, links, routes } = cabling;
  const route = must(routes[cables.route[cable]!], 'route');
  if (!joinsTwoCabinets(context, cable, route)) return null;
  const need = bundleNeed(context, [cable], route, family);
  const firstCabinet = must(survey.accesses[route.accessA], 'access').cabinet;
  const legsOf = (end: 'A' | 'B'): TrunkLegNeed[] =>
    need.legs.map(({ link, portMm }, place) => {
      const aIsFirst = must(survey.devices[links.aDevice[link]!], 'device').cabinet === firstCabinet;
      return legNeed(context, trunk, family, end, place, link, portMm[(end === 'A') === aIsFirst ? 0 : 1]);
    });
  return { legsFrom: 'opening', legsA: legsOf('A'), legsB: legsOf('B'), bodyNeedMm: bodyNeedMm(context, need, family) };
}

function besidePathways(context: LegContext, trunk: Trunk, cable: number, family: CableFamily): Needs | null {
  const { cables, links } = context.cabling;
  const firstLink = cables.firstLink[cable]!;
  const laid = { family, legs: trunk.legs, links, firstLink };
  if (!joinsOnePair(context, laid)) return null;
  const legsOf = (end: 'A' | 'B'): TrunkLegNeed[] =>
    trunk.legs.map((_, place) => {
      const { firstAcrossMm, secondAcrossMm } = wayBesidePathways(context, links, firstLink + place);
      return legNeed(context, trunk, family, end, place, firstLink + place, end === 'A' ? firstAcrossMm : secondAcrossMm);
    });
  const bodyNeedMm = bodyBesidePathwaysMm(context, laid, cables.status[cable]!);
  return { legsFrom: 'manager', legsA: legsOf('A'), legsB: legsOf('B'), bodyNeedMm };
}

function legNeed(
  { cabling: { links } }: LegContext,
  trunk: Trunk,
  { endA, endB }: CableFamily,
  end: 'A' | 'B',
  place: number,
  link: number,
  needMm: number,
): TrunkLegNeed {
  const { leg } = must(trunk.legs[place], 'leg');
  const [device, port] = end === 'A' ? [links.aDevice[link]!, links.aPort[link]!] : [links.bDevice[link]!, links.bPort[link]!];
  return { leg, device, port, needMm, givenMm: givenLegMm(end === 'A' ? endA : endB, leg) };
}

/** What a sheet says of the legs of a family of trunks: `legs 1.00 to 1.55 m at end A, unknown at end B`. */
export function makerLegsText({ endA, endB }: CableFamily, lengthText: (lengthMm: number) => string): string {
  const ofEnd = (end: CableEnd): string => {
    const [first, last] = [givenLegMm(end, 1), givenLegMm(end, end.legs)];
    if (first === null || last === null) return 'unknown';
    return first === last ? lengthText(first) : `${lengthText(first)} to ${lengthText(last)}`;
  };
  const [a, b] = [ofEnd(endA), ofEnd(endB)];
  return a === b ? `maker’s legs ${a}` : `maker’s legs ${a} at end A, ${b} at end B`;
}
