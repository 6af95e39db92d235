/** Collects cables into columns: one way, one length, one route each. */
import { assert, must } from '../assert.ts';
import type { CableFamily } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan, TierParts } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { findLink, type Links } from './linkTable.ts';
import { orderedLengthMm, requiredLengthMm, slackRule } from './lengths.ts';
import type { PortTable } from './portTable.ts';
import { pathwayRun } from './router.ts';
import { NONE, RouteStatus, type CableTable, type Cabling, type Route } from './types.ts';
import { WayFinder, type Way } from './wayFinder.ts';

type PathwayWay = Extract<Way, { status: typeof RouteStatus.pathways }>;

/** What a person set on a link; null where the rule stands. */
interface LinkOverride {
  readonly requiredMm: number | null;
  readonly family: string | null;
}

/** Cables as they were before, with the cables that must be cut anew. */
export interface CableBase {
  readonly cabling: Cabling;
  readonly isTouched: (firstLink: number, legs: number) => boolean;
}

/** Builds the cables of one plan in the order of their first links. */
export class Cabler {
  readonly families: readonly CableFamily[];
  readonly routes: Route[] = [];
  readonly cables: CableTable;
  readonly cableOfLink: Int32Array;
  readonly #plan: Plan;
  readonly #survey: Survey;
  readonly #links: Links;
  readonly #ways: WayFinder;
  readonly #overrides: ReadonlyMap<number, LinkOverride>;
  readonly #familyRow: ReadonlyMap<string, number>;
  readonly #base: CableBase | undefined;

  constructor(plan: Plan, survey: Survey, links: Links, ports: PortTable, base: CableBase | undefined) {
    this.#plan = plan;
    this.#survey = survey;
    this.#links = links;
    this.#ways = new WayFinder(plan, survey, ports);
    this.#overrides = overridesByLink(plan, links);
    this.families = usedFamilies(plan, links);
    this.#familyRow = new Map(this.families.map((family, row) => [family.id, row]));
    this.#base = base;
    this.cables = base === undefined ? newCableTable(cableCount(links)) : copyOf(base.cabling.cables);
    this.cableOfLink = base === undefined ? new Int32Array(links.table.count).fill(NONE) : base.cabling.links.cable;
  }

  /** Cuts every cable, or those that the base says are touched, and numbers routes in the order of the cables that use them. */
  cut(): void {
    const ways = new Map<number, PathwayWay>();
    let cable = 0;
    for (const { firstLink, count, legs } of this.#links.ranges) {
      for (let first = firstLink; first < firstLink + count; first += legs, cable += 1) {
        const cableLegs = Math.min(legs, firstLink + count - first);
        if (this.#base !== undefined && !this.#base.isTouched(first, cableLegs)) continue;
        if (this.#base === undefined) this.cableOfLink.fill(cable, first, first + cableLegs);
        const way = this.#cutOne(cable, first, cableLegs);
        if (way !== null) ways.set(cable, way);
      }
    }
    this.#numberRoutes(ways);
  }

  /** One cable for `legs` links that stand together. Its length is that of the leg that needs the longest, whose way is returned. */
  #cutOne(cable: number, firstLink: number, legs: number): PathwayWay | null {
    const columns = this.cables;
    const family = this.#familyOf(firstLink);
    columns.tier[cable] = this.#links.table.tier[firstLink]!;
    columns.family[cable] = this.#familyRow.get(family.id)!;
    columns.firstLink[cable] = firstLink;
    columns.linkCount[cable] = legs;
    columns.requiredMm[cable] = NONE;
    columns.route[cable] = NONE;
    let longest: Way = { status: RouteStatus.noRoute };
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      const way = this.#wayOf(link);
      if (way.status === RouteStatus.noRoute) {
        this.#setUnrouted(cable, link);
        longest = way;
        break;
      }
      if (this.#setLeg(cable, link, way, family)) longest = way;
    }
    const overridden = this.#overriddenRequired(firstLink, legs);
    if (overridden !== null) columns.requiredMm[cable] = overridden;
    const requiredMm = columns.requiredMm[cable]!;
    columns.orderedMm[cable] = requiredMm === NONE ? NONE : (orderedLengthMm(family, requiredMm) ?? NONE);
    return longest.status === RouteStatus.pathways ? longest : null;
  }

  #numberRoutes(ways: ReadonlyMap<number, PathwayWay>): void {
    const { cables, routes } = this;
    const before = this.#base?.cabling.routes ?? [];
    const rowOfPair = new Map<number, number>();
    const rowBefore = new Int32Array(before.length).fill(NONE);
    for (let cable = 0; cable < cables.count; cable += 1) {
      const old = cables.route[cable]!;
      if (old !== NONE) {
        if (rowBefore[old]! === NONE) rowBefore[old] = this.#rowOf(rowOfPair, must(before[old], 'route'));
        cables.route[cable] = rowBefore[old]!;
      } else {
        const way = ways.get(cable);
        if (way !== undefined) cables.route[cable] = this.#rowOf(rowOfPair, way);
      }
    }
    assert(routes.length === rowOfPair.size, 'routes are numbered once');
  }

  /** Row of the route between the accesses of a way; written out when it is met for the first time, or taken over. */
  #rowOf(rowOfPair: Map<number, number>, way: PathwayWay | Route): number {
    const { accesses, network } = this.#survey;
    const [root, target] = way.accessA < way.accessB ? [way.accessA, way.accessB] : [way.accessB, way.accessA];
    const key = root * accesses.length + target;
    let row = rowOfPair.get(key);
    if (row === undefined) {
      const run = 'steps' in way ? way : must(pathwayRun(network, must(accesses[root], 'access'), must(accesses[target], 'access')), 'route');
      row = this.routes.push({ accessA: root, accessB: target, pathwayMm: run.pathwayMm, steps: run.steps }) - 1;
      rowOfPair.set(key, row);
    }
    return row;
  }

  #setUnrouted(cable: number, link: number): void {
    const columns = this.cables;
    columns.longestLink[cable] = link;
    columns.status[cable] = RouteStatus.noRoute;
    for (const column of [columns.pathMm, columns.pathwayMm, columns.slackMm, columns.requiredMm]) column[cable] = NONE;
  }

  /** Sets the cable's lengths by one leg; false when another leg already needs as much. */
  #setLeg(cable: number, link: number, way: Exclude<Way, { status: typeof RouteStatus.noRoute }>, family: CableFamily): boolean {
    const columns = this.cables;
    const pathwayMm = way.status === RouteStatus.pathways ? way.pathwayMm : 0;
    const slack = slackRule(this.#plan.settings.slack, family.slackClass, way.status === RouteStatus.sameCabinet);
    const requiredMm = requiredLengthMm(way.pathMm, pathwayMm, slack);
    if (requiredMm <= columns.requiredMm[cable]!) return false;
    columns.longestLink[cable] = link;
    columns.status[cable] = way.status;
    columns.pathMm[cable] = way.pathMm;
    columns.pathwayMm[cable] = pathwayMm;
    columns.slackMm[cable] = requiredMm - way.pathMm;
    columns.requiredMm[cable] = requiredMm;
    return true;
  }

  #wayOf(link: number): Way {
    const { aDevice, aPort, bDevice, bPort } = this.#links.table;
    if (aPort[link] === NONE || bPort[link] === NONE) return { status: RouteStatus.noRoute };
    return this.#ways.find({ device: aDevice[link]!, port: aPort[link]! }, { device: bDevice[link]!, port: bPort[link]! });
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

function partsOf(links: Links, link: number): TierParts {
  const range = must(links.ranges[links.table.tier[link]!], 'tier');
  return range.names.kind === 'hand' ? must(range.names.links[link - range.firstLink], 'link').parts : must(range.tier.parts, 'parts');
}

function overridesByLink(plan: Plan, links: Links): Map<number, LinkOverride> {
  const byLink = new Map<number, LinkOverride>();
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

function cableCount(links: Links): number {
  return links.ranges.reduce((sum, { count, legs }) => sum + Math.ceil(count / legs), 0);
}

function copyOf(table: CableTable): CableTable {
  return {
    count: table.count,
    tier: table.tier.slice(),
    family: table.family.slice(),
    firstLink: table.firstLink.slice(),
    linkCount: table.linkCount.slice(),
    longestLink: table.longestLink.slice(),
    status: table.status.slice(),
    pathMm: table.pathMm.slice(),
    pathwayMm: table.pathwayMm.slice(),
    slackMm: table.slackMm.slice(),
    requiredMm: table.requiredMm.slice(),
    orderedMm: table.orderedMm.slice(),
    route: table.route.slice(),
  };
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
