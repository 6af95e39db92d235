/** Second pass of the engine: links from rules, their ways, the cables that carry them, lengths, and what lies in each segment. */
import { must } from '../assert.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { ChannelRows } from './channelRows.ts';
import { Cabler } from './cabler.ts';
import type { CabledPlan } from './explainCable.ts';
import { findLink } from './findLink.ts';
import { relieve, type ReliefOfParts } from './capacity/relieve.ts';
import { withDetours } from './capacity/withDetours.ts';
import { handLinkNames } from './handLinkNames.ts';
import { deriveLinks } from './deriveLinks.ts';
import { linkIdOf, ownLinkOf, type Links, type TierRange } from './linkTable.ts';
import { loadsOf } from './loads.ts';
import { placePorts, type PortTable } from './portTable.ts';
import type { Cabling } from './types.ts';

/** What the next cabling may take over from this one. */
interface Kept {
  readonly links: Links;
  readonly ports: PortTable;
  /** Of the first phase: every cable on its shortest way, whatever lies there. */
  readonly shortest: Cabling;
  readonly reliefs: ReliefOfParts;
}

const keptOfCabling = new WeakMap<Cabling, Kept>();

/**
 * Routes every link of a surveyed plan and cuts cables to length, in two phases: the shortest ways, then other ways where those
 * overfill a pathway. Depends on the plan alone: with an earlier cabled plan, cables between cabinets that did not change are
 * taken over, and the result is the same as from scratch.
 */
export function cableAll(plan: Plan, survey: Survey, previous?: CabledPlan): Cabling {
  const reuse = previous !== undefined && isComparable(plan, survey, previous) ? previous : undefined;
  const kept = reuse === undefined ? undefined : must(keptOfCabling.get(reuse.cabling), 'kept cabling');
  const { links, ports, shortest } = cableShortest(plan, survey, reuse, kept);
  const reliefs = relieve(plan, survey, shortest, ports, (partOf) =>
    kept === undefined || reuse === undefined ? new Map() : unchangedParts(survey, reuse.survey, partOf, kept.reliefs),
  );
  const cabling = withDetours(plan, survey, shortest, reliefs);
  keptOfCabling.set(cabling, { links, ports, shortest, reliefs });
  return cabling;
}

/** Every cable on its shortest way, though pathways be overfull: what trays must hold to be sized by. */
export function cableShortestWays(plan: Plan, survey: Survey): Cabling {
  return cableShortest(plan, survey, undefined, undefined).shortest;
}

function cableShortest(
  plan: Plan,
  survey: Survey,
  reuse: CabledPlan | undefined,
  kept: Kept | undefined,
): Pick<Kept, 'links' | 'ports' | 'shortest'> {
  const links = kept?.links ?? deriveLinks(plan, survey);
  const ports = kept !== undefined && reuse !== undefined && haveSameModels(survey, reuse.survey) ? kept.ports : placePorts(survey);
  const base =
    kept === undefined || reuse === undefined
      ? undefined
      : { cabling: kept.shortest, isTouched: touchedLinks(survey, reuse.survey, links) };
  const cabler = new Cabler(plan, survey, links, ports, base);
  cabler.cut();
  return { links, ports, shortest: assemble(plan, survey, links, cabler) };
}

function assemble(
  plan: Plan,
  survey: Survey,
  { ranges, table, channels }: Links,
  { cables, routes, families, cableOfLink }: Cabler,
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
    loads: loadsOf(survey.network, families, cables, routes),
    crowdings: [],
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

/** True when nothing but cabinets changed, and every cabinet keeps its row and its number of accesses. */
function isComparable(plan: Plan, survey: Survey, previous: CabledPlan): boolean {
  const before = previous.plan;
  return (
    plan.settings === before.settings &&
    plan.catalog === before.catalog &&
    plan.devices === before.devices &&
    plan.fabrics === before.fabrics &&
    plan.links === before.links &&
    plan.trunks === before.trunks &&
    plan.channels === before.channels &&
    plan.overrides === before.overrides &&
    plan.lengthPlans === before.lengthPlans &&
    survey.network === previous.survey.network &&
    survey.devices === previous.survey.devices &&
    survey.firstAccess.every((first, cabinet) => first === previous.survey.firstAccess[cabinet])
  );
}

function haveSameModels(survey: Survey, previous: Survey): boolean {
  return survey.cabinets.every(({ model }, row) => previous.cabinets[row]?.model === model);
}

/** Tells whether a cable's links touch a cabinet that changed. */
function touchedLinks(survey: Survey, previous: Survey, { table }: Links): (firstLink: number, legs: number) => boolean {
  const changed = Uint8Array.from(survey.cabinets, (cabinet, row) => (cabinet === previous.cabinets[row] ? 0 : 1));
  const changedDevice = Uint8Array.from(survey.devices, ({ cabinet }) => changed[cabinet]!);
  return (firstLink, legs) => {
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      if (changedDevice[table.aDevice[link]!] === 1 || changedDevice[table.bDevice[link]!] === 1) return true;
    }
    return false;
  };
}

/** Relief of those parts of the network in which no cabinet changed. */
function unchangedParts(survey: Survey, previous: Survey, partOf: Int32Array, reliefs: ReliefOfParts): ReliefOfParts {
  if (reliefs.size === 0) return reliefs;
  const unchanged = new Map(reliefs);
  survey.cabinets.forEach((cabinet, row) => {
    if (cabinet === previous.cabinets[row]) return;
    for (const { accesses, firstAccess } of [survey, previous]) {
      for (let access = firstAccess[row]!; access < firstAccess[row + 1]!; access += 1) {
        unchanged.delete(partOf[must(accesses[access], 'access').segment]!);
      }
    }
  });
  return unchanged;
}
