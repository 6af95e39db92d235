/** Second pass of the engine: links from rules, their ways, the cables that carry them, lengths, and what lies in each segment. */
import { must } from '../assert.ts';
import type { CableFamily } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan, TierParts } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { deriveLinks, findLink, linkIdOf, type Links } from './linkTable.ts';
import { loadsOf } from './loads.ts';
import { orderedLengthMm, requiredLengthMm, slackRule } from './lengths.ts';
import { placePorts } from './portTable.ts';
import { pathwayRun } from './router.ts';
import { NONE, RouteStatus, type CableTable, type Cabling, type Route } from './types.ts';
import { WayFinder, type Way } from './wayFinder.ts';

/** Routes every link of a surveyed plan and cuts cables to length. Depends on the plan alone. */
export function cableAll(plan: Plan, survey: Survey): Cabling {
  const links = deriveLinks(plan, survey);
  const cabler = new Cabler(plan, survey, links);
  for (const range of links.ranges) {
    for (let first = range.firstLink; first < range.firstLink + range.count; first += range.legs) {
      cabler.addCable(first, Math.min(range.legs, range.firstLink + range.count - first));
    }
  }
  return cabler.finish();
}

/** Collects cables into columns. */
class Cabler {
  readonly #plan: Plan;
  readonly #survey: Survey;
  readonly #links: Links;
  readonly #ways: WayFinder;
  readonly #overrides: ReadonlyMap<number, { readonly requiredMm: number | null; readonly family: string | null }>;
  readonly #families: readonly CableFamily[];
  readonly #familyRow: ReadonlyMap<string, number>;
  readonly #routes: Route[] = [];
  readonly #routeOfPair = new Map<number, number>();
  readonly #cableOfLink: Int32Array;
  readonly #cables: CableTable;
  #count = 0;

  constructor(plan: Plan, survey: Survey, links: Links) {
    this.#plan = plan;
    this.#survey = survey;
    this.#links = links;
    this.#ways = new WayFinder(plan, survey, placePorts(survey));
    this.#overrides = overridesByLink(plan, links);
    this.#families = usedFamilies(plan, links);
    this.#familyRow = new Map(this.#families.map((family, row) => [family.id, row]));
    this.#cableOfLink = new Int32Array(links.table.count).fill(NONE);
    this.#cables = newCableTable(links.ranges.reduce((sum, { count, legs }) => sum + Math.ceil(count / legs), 0));
  }

  /** One cable for `legs` links that stand together. Its length is that of the leg that needs the longest. */
  addCable(firstLink: number, legs: number): void {
    const cable = this.#count;
    this.#count += 1;
    const columns = this.#cables;
    const family = this.#familyOf(firstLink);
    columns.tier[cable] = this.#links.table.tier[firstLink]!;
    columns.family[cable] = this.#familyRow.get(family.id)!;
    columns.firstLink[cable] = firstLink;
    columns.linkCount[cable] = legs;
    columns.longestLink[cable] = firstLink;
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      const way = this.#wayOf(link);
      if (way.status === RouteStatus.noRoute) {
        this.#setUnrouted(cable, link);
        break;
      }
      this.#setLeg(cable, link, way, family);
    }
    for (let link = firstLink; link < firstLink + legs; link += 1) this.#cableOfLink[link] = cable;
    const overridden = this.#overriddenRequired(firstLink, legs);
    if (overridden !== null) columns.requiredMm[cable] = overridden;
    const requiredMm = columns.requiredMm[cable]!;
    columns.orderedMm[cable] = requiredMm === NONE ? NONE : (orderedLengthMm(family, requiredMm) ?? NONE);
    const way = columns.status[cable] === RouteStatus.pathways ? this.#wayOf(columns.longestLink[cable]!) : null;
    columns.route[cable] = way?.status === RouteStatus.pathways ? this.#route(way.accessA, way.accessB) : NONE;
  }

  finish(): Cabling {
    const { ranges, table } = this.#links;
    const links = { ...table, cable: this.#cableOfLink };
    const cables = this.#cables;
    const linkId = (link: number): string => linkIdOf(ranges, table.tier[link]!, link);
    return {
      tiers: ranges.map((range) => range.tier),
      families: this.#families,
      links,
      cables,
      routes: this.#routes,
      loads: loadsOf(this.#survey.network, this.#families, cables, this.#routes),
      linkId,
      cableId: (cable) => linkId(cables.firstLink[cable]!),
      findCable: (id) => {
        const link = findLink(ranges, id);
        return link === null ? null : links.cable[link]!;
      },
    };
  }

  #setUnrouted(cable: number, link: number): void {
    const columns = this.#cables;
    columns.longestLink[cable] = link;
    columns.status[cable] = RouteStatus.noRoute;
    for (const column of [columns.pathMm, columns.pathwayMm, columns.slackMm, columns.requiredMm]) column[cable] = NONE;
  }

  #setLeg(cable: number, link: number, way: Exclude<Way, { status: typeof RouteStatus.noRoute }>, family: CableFamily): void {
    const columns = this.#cables;
    const pathwayMm = way.status === RouteStatus.pathways ? way.pathwayMm : 0;
    const slack = slackRule(this.#plan.settings.slack, family.slackClass, way.status === RouteStatus.sameCabinet);
    const requiredMm = requiredLengthMm(way.pathMm, pathwayMm, slack);
    if (requiredMm <= columns.requiredMm[cable]!) return;
    columns.longestLink[cable] = link;
    columns.status[cable] = way.status;
    columns.pathMm[cable] = way.pathMm;
    columns.pathwayMm[cable] = pathwayMm;
    columns.slackMm[cable] = requiredMm - way.pathMm;
    columns.requiredMm[cable] = requiredMm;
  }

  #wayOf(link: number): Way {
    const { aDevice, aPort, bDevice, bPort } = this.#links.table;
    if (aPort[link] === NONE || bPort[link] === NONE) return { status: RouteStatus.noRoute };
    return this.#ways.find({ device: aDevice[link]!, port: aPort[link]! }, { device: bDevice[link]!, port: bPort[link]! });
  }

  #route(accessA: number, accessB: number): number {
    const { accesses, network } = this.#survey;
    const [root, target] = accessA < accessB ? [accessA, accessB] : [accessB, accessA];
    const key = root * accesses.length + target;
    let row = this.#routeOfPair.get(key);
    if (row === undefined) {
      const run = must(pathwayRun(network, must(accesses[root], 'access'), must(accesses[target], 'access')), 'route');
      row = this.#routes.push({ accessA: root, accessB: target, ...run }) - 1;
      this.#routeOfPair.set(key, row);
    }
    return row;
  }

  #familyOf(link: number): CableFamily {
    const id = this.#overrides.get(link)?.family ?? partsOf(this.#links, link).family;
    return must(this.#plan.catalog.cableFamilies.get(id), `cable family ${id}`);
  }

  #overriddenRequired(firstLink: number, legs: number): number | null {
    let longest: number | null = null;
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      const requiredMm = this.#overrides.get(link)?.requiredMm ?? null;
      if (requiredMm !== null && (longest === null || requiredMm > longest)) longest = requiredMm;
    }
    return longest;
  }
}

/** Parts of the tier that a link belongs to, or its own when it was drawn by hand. */
export function partsOf(links: Links, link: number): TierParts {
  const range = must(links.ranges[links.table.tier[link]!], 'tier');
  return range.names.kind === 'hand' ? must(range.names.links[link - range.firstLink], 'link').parts : must(range.tier.parts, 'parts');
}

function overridesByLink(plan: Plan, links: Links): Map<number, { requiredMm: number | null; family: string | null }> {
  const byLink = new Map<number, { requiredMm: number | null; family: string | null }>();
  for (const override of plan.overrides.values()) {
    const link = findLink(links.ranges, override.id);
    if (link !== null) byLink.set(link, override);
  }
  return byLink;
}

/** Every family that a tier, a hand-drawn link or an override names, by id. */
function usedFamilies(plan: Plan, links: Links): CableFamily[] {
  const ids = new Set<string>();
  for (const { tier, names } of links.ranges) {
    if (names.kind === 'hand') for (const link of names.links) ids.add(link.parts.family);
    else ids.add(must(tier.parts, 'parts').family);
  }
  for (const { family } of plan.overrides.values()) if (family !== null) ids.add(family);
  return [...ids].sort(compareIds).map((id) => must(plan.catalog.cableFamilies.get(id), `cable family ${id}`));
}

function newCableTable(count: number): CableTable {
  const column = (): Int32Array => new Int32Array(count).fill(NONE);
  return {
    count,
    tier: column(),
    family: column(),
    firstLink: column(),
    linkCount: column(),
    longestLink: column(),
    status: new Uint8Array(count),
    pathMm: column(),
    pathwayMm: column(),
    slackMm: column(),
    requiredMm: column(),
    orderedMm: column(),
    route: column(),
  };
}
