/** Trunks whose makers give their legs: what of the length the legs take, and how long a trunk must be so that the rest reaches. */
import { must } from '../assert.ts';
import type { CableEnd, CableFamily } from '../catalog/types.ts';
import type { Plan, TrunkLeg } from '../plan/types.ts';
import { outsideMm } from '../survey/accesses.ts';
import type { Survey } from '../survey/types.ts';
import { bayBetween, wayThroughBay } from './bays.ts';
import { wayWithinCabinet } from './inCabinet.ts';
import { slackRule } from './lengths.ts';
import { portPlace, type PortTable } from './portTable.ts';
import { RouteStatus, type LinkTable } from './types.ts';

/** From the breakout point to the plug of a leg, counted from 1; null where the maker does not say. */
export function givenLegMm({ legMm, staggerMm }: CableEnd, leg: number): number | null {
  const firstMm = legMm ?? null;
  if (firstMm === null || leg === 1) return firstMm;
  const moreMm = staggerMm ?? null;
  return moreMm === null ? null : firstMm + (leg - 1) * moreMm;
}

/** The longest legs of both ends together; null where either is unknown. */
export function longestLegsMm({ endA, endB }: Pick<CableFamily, 'endA' | 'endB'>): number | null {
  const [aMm, bMm] = [givenLegMm(endA, endA.legs), givenLegMm(endB, endB.legs)];
  return aMm === null || bMm === null ? null : aMm + bMm;
}

/** Whether the maker gives the legs of either end. */
export function hasGivenLegs({ endA, endB }: Pick<CableFamily, 'endA' | 'endB'>): boolean {
  return [endA, endB].some(({ legMm }) => (legMm ?? null) !== null);
}

/** A trunk with rows of its links; leg n of the list is link `firstLink` + n. */
export interface LaidTrunk {
  readonly family: CableFamily;
  readonly legs: readonly TrunkLeg[];
  readonly links: Pick<LinkTable, 'aDevice' | 'aPort' | 'bDevice' | 'bPort'>;
  readonly firstLink: number;
}

/** How it runs; accesses are without meaning where it takes no pathway. */
export interface TrunkRun {
  readonly status: number;
  readonly pathwayMm: number;
  readonly accessA: number;
  readonly accessB: number;
}

export interface TrunkPlaces {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly ports: PortTable;
}

/**
 * The least length of a trunk by its legs: over pathways its body spans from opening to opening, with the slack of both ends; inside
 * a cabinet or through a bay every pair of legs reaches with what the body adds. Null where a leg is unknown, where it has no way,
 * and where its legs do not all join the same two cabinets.
 */
export function requiredByLegsMm(places: TrunkPlaces, trunk: LaidTrunk, run: TrunkRun): number | null {
  const longestMm = longestLegsMm(trunk.family);
  if (longestMm === null || run.status === RouteStatus.noRoute || !joinsOnePair(places, trunk)) return null;
  if (run.status !== RouteStatus.pathways) return longestMm + bodyBesidePathwaysMm(places, trunk, run.status);
  const { slack } = places.plan.settings;
  const { perEndMm, pctOfPathway } = slackRule(slack, trunk.family.slackClass, false);
  const outsidesMm = [run.accessA, run.accessB].reduce((sum, row) => sum + outsideMm(must(places.survey.accesses[row], 'access')), 0);
  return run.pathwayMm + Math.ceil((run.pathwayMm * pctOfPathway) / 100) + outsidesMm + 2 * perEndMm + longestMm;
}

/** What a trunk that stays in its cabinet, or goes through a bay, needs between its breakout points so that every pair of known legs reaches with slack. */
export function bodyBesidePathwaysMm(places: TrunkPlaces, { family, legs, links, firstLink }: LaidTrunk, status: number): number {
  const { perEndMm } = slackRule(places.plan.settings.slack, family.slackClass, status === RouteStatus.sameCabinet);
  return legs.reduce((mostMm, { leg }, place) => {
    const [aMm, bMm] = [givenLegMm(family.endA, leg), givenLegMm(family.endB, leg)];
    if (aMm === null || bMm === null) return mostMm;
    return Math.max(mostMm, wayBesidePathways(places, links, firstLink + place).totalMm + 2 * perEndMm - aMm - bMm);
  }, 0);
}

/** From port to port by the managers of one cabinet, or of baying neighbours: across at both ends, and in all. */
export function wayBesidePathways(
  { survey, ports }: Omit<TrunkPlaces, 'plan'>,
  links: LaidTrunk['links'],
  link: number,
): { readonly firstAcrossMm: number; readonly secondAcrossMm: number; readonly totalMm: number } {
  const [a, b] = [links.aDevice[link]!, links.bDevice[link]!];
  const [cabinetA, cabinetB] = [a, b].map((device) => must(survey.cabinets[must(survey.devices[device], 'device').cabinet], 'cabinet'));
  const [portA, portB] = [portPlace(ports, a, links.aPort[link]!), portPlace(ports, b, links.bPort[link]!)];
  const [first, second] = [must(cabinetA, 'cabinet'), must(cabinetB, 'cabinet')];
  if (first === second) return wayWithinCabinet(first.model, portA, portB);
  return wayThroughBay(first, portA, second, portB, must(bayBetween(first, second), 'bay'));
}

/** Whether all legs join the same two cabinets, whichever end of them is called A. */
export function joinsOnePair({ survey }: Pick<TrunkPlaces, 'survey'>, { legs, links, firstLink }: LaidTrunk): boolean {
  const pairOf = (place: number): string =>
    [links.aDevice, links.bDevice]
      .map((column) => must(survey.devices[column[firstLink + place]!], 'device').cabinet)
      .sort((a, b) => a - b)
      .join();
  const pair = pairOf(0);
  return legs.every((_, place) => pairOf(place) === pair);
}
