/** Second pass of the engine: links from rules, their ways, the cables that carry them, lengths, and what lies in each segment. */
import { must } from '../assert.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { finish, partOf, type Pausing, type Progress, type Work } from '../work.ts';
import type { ChannelRows } from './channelRows.ts';
import { Cabler } from './cabler.ts';
import { changedCabinets, havePortsInPlace, haveSameLinks, haveSamePathways, touchedCables, unchangedParts } from './carryOver.ts';
import type { CabledPlan } from './explainCable.ts';
import { findLink } from './findLink.ts';
import { reliefOfOthers } from './capacity/heldRelief.ts';
import { relieve, type ReliefOfParts } from './capacity/relieve.ts';
import { withDetours } from './capacity/withDetours.ts';
import { handLinkNames } from './handLinkNames.ts';
import { cabinetGrounds, haveCabinetsRoom, relieveCabinets } from './cabinets/relieveCabinets.ts';
import { deriveLinks } from './deriveLinks.ts';
import { takeTreesOver } from './keptTrees.ts';
import { linkIdOf, ownLinkOf, type Links, type TierRange } from './linkTable.ts';
import { loadsOf } from './loads/loads.ts';
import { placePorts, portsOfSurvey, type PortTable } from './portTable.ts';
import { haveSameRules, layByRules, type Ruling } from './rules/ruledWays.ts';
import { numberRoutes, renumberRoutes } from './routeNumbers.ts';
import { NONE, type Cabling } from './types.ts';

/** What the next cabling may take over from this one. */
interface Kept {
  readonly links: Links;
  readonly ports: PortTable;
  /** Of the first phase: every cable on its shortest way, whatever lies there. */
  readonly shortest: Cabling;
  readonly ruling: Ruling;
  readonly reliefs: ReliefOfParts;
  /** On what it rested that openings and managers all had room; null where they had not. */
  readonly roomyOn: readonly unknown[] | null;
}

const keptOfCabling = new WeakMap<Cabling, Kept>();

/** How much was done anew in the first phase. */
export interface CablingWork {
  readonly cables: number;
  readonly routes: number;
}

const workOfCabling = new WeakMap<Cabling, CablingWork>();

/** What the first phase of a cabling cut and sought anew, the rest was taken over. */
export function cablingWork(cabling: Cabling): CablingWork {
  return must(workOfCabling.get(must(keptOfCabling.get(cabling), 'kept cabling').shortest), 'work of the cabling');
}

/**
 * By how much a cable is longer so that others have room in pathways, openings and managers: than it would be where nothing is too full.
 * Null where it has no way, or room is still being found.
 */
export function madeRoomMm(cabling: Cabling, cable: number): number | null {
  const pathMm = must(cabling.cables.pathMm[cable], 'path');
  const roomyMm = keptOfCabling.get(cabling)?.ruling.ruled.cables.pathMm[cable] ?? NONE;
  return pathMm === NONE || roomyMm === NONE ? null : pathMm - roomyMm;
}

/** Cables while room is still being found for some of them. */
export interface CablingUnderWay {
  /** What stands so far: cables for which room is still sought keep the way they had, or lie on their shortest. */
  readonly soFar: () => Cabling;
  /** Tells whether a segment is one of those in which room is sought. */
  readonly isOpen: (segment: number) => boolean;
}

/** Progress of cabling; `underWay` is null until every cable has a first way. */
export interface CablingStep extends Progress {
  readonly underWay: CablingUnderWay | null;
}

/** Parts of the work that are done once every cable has its shortest way, and its way by the rules. */
const [SHORTEST, ROUTED] = [0.1, 0.3];

/**
 * Routes every link of a surveyed plan and cuts cables to length, in phases: the shortest ways, ways that rules bend and links that
 * are kept apart, other ways where those overfill a pathway, and other openings and managers where cabinets are too full. Depends on the plan alone: with an earlier cabled plan, cables
 * between cabinets that did not change are taken over, and the result is the same as from scratch.
 */
export function* cableInSteps(plan: Plan, survey: Survey, previous?: CabledPlan): Generator<CablingStep, Cabling> {
  yield { doing: 'Routing cables', share: 0, underWay: null };
  if (previous !== undefined) takeTreesOver(previous.survey.network, survey.network);
  const linked = previous !== undefined && haveSameLinks(plan, survey, previous) ? previous : undefined;
  const reuse = linked !== undefined && haveSamePathways(plan, survey, linked) ? linked : undefined;
  const kept = linked === undefined ? undefined : must(keptOfCabling.get(linked.cabling), 'kept cabling');
  const { links, ports, shortest } = yield* routing(firstPhase(plan, survey, linked, kept, reuse !== undefined));
  const isHeld = reuse !== undefined && haveSameRules(plan, reuse.plan);
  const touched = (): Int32Array =>
    reuse === undefined
      ? new Int32Array()
      : touchedCables(survey, reuse.survey, changedCabinets(survey, reuse.survey), links.table, shortest.cables);
  const laying = layByRules(plan, survey, ports, shortest, isHeld && kept !== undefined ? { ...kept.ruling, touched } : null);
  const ruling = yield* beforeWays(partOf(laying, SHORTEST, ROUTED));
  const { ruled } = ruling;
  const relieving = relieve(plan, survey, ruled, ports, (partOf) =>
    kept === undefined || !isHeld ? new Map() : unchangedParts(survey, reuse.survey, partOf, kept.reliefs),
  );
  /** Ways found before that cables may keep meanwhile. */
  const heldIn = (parts: readonly number[]): ReliefOfParts => {
    if (kept === undefined || !isHeld) return new Map();
    return reliefOfOthers(kept.reliefs, parts, new Set(touched()));
  };
  let [underWay, open] = [null as CablingUnderWay | null, NaN];
  for (;;) {
    const slice = relieving.next();
    if (slice.done === true) {
      const laid = withDetours(plan, survey, ruled, slice.value, reuse?.cabling);
      const grounds = cabinetGrounds(survey, laid);
      const isRoomy = (reuse !== undefined && haveSameObjects(grounds, kept?.roomyOn)) || haveCabinetsRoom(plan, survey, laid);
      const cabling = isRoomy ? laid : yield* relievingCabinets(relieveCabinets(plan, survey, laid, ports), laid);
      keptOfCabling.set(cabling, { links, ports, shortest, ruling, reliefs: slice.value, roomyOn: isRoomy ? grounds : null });
      return cabling;
    }
    const { found, open: parts, partOf, share } = slice.value;
    if (parts.length !== open) {
      open = parts.length;
      underWay = {
        soFar: () => withDetours(plan, survey, ruled, new Map([...heldIn(parts), ...found]), reuse?.cabling),
        isOpen: (segment) => parts.includes(partOf[segment]!),
      };
    }
    yield { doing: 'Finding room in full pathways', share: ROUTED + (1 - ROUTED) * share, underWay };
  }
}

/** Steps of the last phase; meanwhile what was laid before it can be shown. */
function* relievingCabinets(work: Pausing<Cabling>, laid: Cabling): Generator<CablingStep, Cabling> {
  const underWay = { soFar: () => laid, isOpen: () => false };
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield { doing: 'Finding room in cabinets', share: 1, underWay };
  }
}

function haveSameObjects(now: readonly unknown[], then: readonly unknown[] | null | undefined): boolean {
  return then?.length === now.length && now.every((one, at) => one === then[at]);
}

/** Steps of a work before every cable has its first way. */
function* beforeWays<T>(work: Work<T>): Generator<CablingStep, T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield { ...slice.value, underWay: null };
  }
}

/** Every cable on its shortest way, though pathways be overfull: what trays must hold to be sized by. */
export function cableShortestWays(plan: Plan, survey: Survey): Cabling {
  return finish(cableAfresh(plan, survey)).shortest;
}

type FirstPhase = Pick<Kept, 'links' | 'ports' | 'shortest'>;

/** Steps of the first phase. */
function* routing(work: Pausing<FirstPhase>): Generator<CablingStep, FirstPhase> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    yield { doing: 'Routing cables', share: 0, underWay: null };
  }
}

function* firstPhase(
  plan: Plan,
  survey: Survey,
  linked: CabledPlan | undefined,
  kept: Kept | undefined,
  isSamePathways: boolean,
): Pausing<FirstPhase> {
  if (linked === undefined || kept === undefined) return yield* cableAfresh(plan, survey);
  return yield* isSamePathways ? cableMoved(plan, survey, linked.survey, kept) : cableOverOthers(plan, survey, linked.survey, kept);
}

function* cableAfresh(plan: Plan, survey: Survey): Pausing<FirstPhase> {
  const links = deriveLinks(plan, survey);
  yield;
  const ports = portsOfSurvey(survey);
  const cabler = new Cabler(plan, survey, links, ports);
  yield;
  const { cables, pairs, cableOfLink } = yield* cabler.cutAll();
  yield;
  const { column, routes, written } = numberRoutes(survey, pairs);
  yield;
  const { families } = cabler;
  const shortest = assemble(plan, survey, links, cableOfLink, { families, cables: { ...cables, route: column }, routes });
  workOfCabling.set(shortest, { cables: cables.count, routes: written });
  return { links, ports, shortest };
}

/** Every cable over other pathways than before, or by other rules of length; links, and what carries them, are taken over. */
function* cableOverOthers(plan: Plan, survey: Survey, previous: Survey, kept: Kept): Pausing<FirstPhase> {
  const { links, shortest: before } = kept;
  const ports = havePortsInPlace(survey, previous) ? kept.ports : placePorts(survey);
  const { cables, pairs } = yield* new Cabler(plan, survey, links, ports).cutAgain(
    before.cables,
    Int32Array.from(before.cables.route.keys()),
  );
  const { column, routes, written } = numberRoutes(survey, pairs);
  const cut = { families: before.families, cables: { ...cables, route: column }, routes };
  const shortest = assemble(plan, survey, links, before.links.cable, cut);
  workOfCabling.set(shortest, { cables: cables.count, routes: written });
  return { links, ports, shortest };
}

/** Over the same pathways: cables of devices and cabinets that are where they were are taken over. */
function* cableMoved(plan: Plan, survey: Survey, previous: Survey, kept: Kept): Pausing<FirstPhase> {
  const { links, shortest: before } = kept;
  const ports = havePortsInPlace(survey, previous) ? kept.ports : placePorts(survey);
  const changedCabinet = changedCabinets(survey, previous);
  const rows = touchedCables(survey, previous, changedCabinet, links.table, before.cables);
  const { cables, pairs } = yield* new Cabler(plan, survey, links, ports).cutAgain(before.cables, rows);
  const { column, routes, written } = renumberRoutes(survey, before, changedCabinet, rows, pairs);
  const cut = { families: before.families, cables: { ...cables, route: column }, routes };
  const shortest = assemble(plan, survey, links, before.links.cable, cut, before);
  workOfCabling.set(shortest, { cables: rows.length, routes: written });
  return { links, ports, shortest };
}

function assemble(
  plan: Plan,
  survey: Survey,
  { ranges, table, channels }: Links,
  cableOfLink: Int32Array,
  { families, cables, routes }: Pick<Cabling, 'families' | 'cables' | 'routes'>,
  before?: Cabling,
): Cabling {
  let channelsById: ReadonlyMap<string, ChannelRows> | undefined;
  const channelOf = (id: string): ChannelRows | undefined =>
    channels.length === 0 ? undefined : (channelsById ??= new Map(channels.map((one) => [one.link.id, one]))).get(id);
  const linkId = (link: number): string => linkIdOf(ranges, table.tier[link]!, link);
  return {
    tiers: ranges.map((range) => range.tier),
    families,
    links: { ...table, cable: cableOfLink },
    cables,
    routes,
    channels,
    loads: loadsOf(survey.network, { families, cables, routes }, before),
    crowdings: [],
    rules: null,
    linkId,
    ownParts: (link) => ownLinkOf(ranges, table.tier[link]!, link).parts,
    cableId: (cable) => linkId(cables.firstLink[cable]!),
    linkName: (id) => handLinkNames(plan).get(id) ?? id,
    cableName: (cable) => {
      const id = linkId(cables.firstLink[cable]!);
      return handLinkNames(plan).get(id) ?? plan.trunks.get(id)?.name ?? sectionName(plan, id);
    },
    findCable: (id) => {
      const link = findLink(ranges, id) ?? firstRowOf(ranges, channelOf(id));
      return link === null ? null : cableOfLink[link]!;
    },
  };
}

/** Row of the first cable of a link that runs through panels; null for other links, and where no cable is named. */
function firstRowOf(ranges: readonly TierRange[], channel: ChannelRows | undefined): number | null {
  const first = channel?.sections.find((section) => section !== null);
  return first === undefined ? null : findLink(ranges, first.row);
}

/** A cable of a link that runs through panels is called after the link, and counted from its end A. */
function sectionName(plan: Plan, id: string): string {
  const mark = id.lastIndexOf('#');
  const name = mark === -1 ? undefined : handLinkNames(plan).get(id.slice(0, mark));
  return name === undefined ? id : `${name}${id.slice(mark)}`;
}
