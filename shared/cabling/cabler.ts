/** Collects cables into columns: one way, one length, one route each. */
import { must } from '../assert.ts';
import type { CableFamily } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Override, Plan, TierParts } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { copyOfTable, newCableTable } from './cableTable.ts';
import { mergedOverride, NOTHING_SET, type CableOverride } from './cableOverride.ts';
import { findLink } from './findLink.ts';
import type { Links } from './linkTable.ts';
import { orderedLengthMm, requiredLengthMm, slackRule, type SlackRule } from './lengths.ts';
import type { PortTable } from './portTable.ts';
import { pathwayRun, type PathwayRun } from './router.ts';
import { NONE, RouteStatus, type CableTable, type Cabling, type Route } from './types.ts';
import { WayFinder } from './wayFinder.ts';

/** Accesses that a newly cut cable runs between, by cable, root first; NONE when it uses no pathway. */
interface AccessPairs {
  readonly root: Int32Array;
  readonly target: Int32Array;
}

/** What cables of one tier are cut from. */
interface Cutting {
  readonly family: CableFamily;
  readonly familyRow: number;
  readonly slackInside: SlackRule;
  readonly slackBetween: SlackRule;
  /** Lengths that the plan orders of the family; null for all on offer. */
  readonly chosenMm: readonly number[] | null;
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
  readonly #overrides: ReadonlyMap<number, Override>;
  readonly #familyRow: ReadonlyMap<string, number>;
  readonly #base: CableBase | undefined;
  readonly #cuttingOfTier: (Cutting | undefined)[] = [];

  constructor(plan: Plan, survey: Survey, links: Links, ports: PortTable, base: CableBase | undefined) {
    this.#plan = plan;
    this.#survey = survey;
    this.#links = links;
    this.#ways = new WayFinder(plan, survey, ports);
    this.#overrides = overridesByLink(plan, links);
    this.families = usedFamilies(plan, links);
    this.#familyRow = new Map(this.families.map((family, row) => [family.id, row]));
    this.#base = base;
    this.cables = base === undefined ? newCableTable(cableCount(links)) : copyOfTable(base.cabling.cables);
    this.cableOfLink = base === undefined ? new Int32Array(links.table.count).fill(NONE) : base.cabling.links.cable;
  }

  /** Cuts every cable, or those that the base says are touched, and numbers routes in the order of the cables that use them. */
  cut(): void {
    const pairs = { root: new Int32Array(this.cables.count).fill(NONE), target: new Int32Array(this.cables.count) };
    let cable = 0;
    for (const { firstLink, count, legs } of this.#links.ranges) {
      for (let first = firstLink; first < firstLink + count; first += legs, cable += 1) {
        const cableLegs = Math.min(legs, firstLink + count - first);
        if (this.#base !== undefined && !this.#base.isTouched(first, cableLegs)) continue;
        if (this.#base === undefined) this.cableOfLink.fill(cable, first, first + cableLegs);
        this.#cutOne(cable, first, cableLegs, pairs);
      }
    }
    this.#numberRoutes(pairs);
  }

  /** One cable for `legs` links that stand together. Its length is that of the leg that needs the longest, whose accesses are noted. */
  #cutOne(cable: number, firstLink: number, legs: number, pairs: AccessPairs): void {
    const columns = this.cables;
    const tier = this.#links.table.tier[firstLink]!;
    const override = this.#overrideOf(firstLink, legs);
    const cutting = this.#cuttingOf(tier, firstLink, override);
    columns.tier[cable] = tier;
    columns.family[cable] = cutting.familyRow;
    columns.firstLink[cable] = firstLink;
    columns.linkCount[cable] = legs;
    columns.requiredMm[cable] = NONE;
    columns.route[cable] = NONE;
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      this.#findWay(link);
      if (this.#ways.status === RouteStatus.noRoute) {
        this.#setUnrouted(cable, link);
        pairs.root[cable] = NONE;
        break;
      }
      if (!this.#setLeg(cable, link, cutting)) continue;
      pairs.root[cable] = Math.min(this.#ways.accessA, this.#ways.accessB);
      pairs.target[cable] = Math.max(this.#ways.accessA, this.#ways.accessB);
    }
    if (override.requiredMm !== null) columns.requiredMm[cable] = override.requiredMm;
    const requiredMm = columns.requiredMm[cable];
    columns.orderedMm[cable] = requiredMm === NONE ? NONE : (orderedLengthMm(cutting.family, requiredMm, cutting.chosenMm) ?? NONE);
  }

  #numberRoutes({ root, target }: AccessPairs): void {
    const { cables } = this;
    const before = this.#base?.cabling.routes ?? [];
    const rowOfPair = new Map<number, number>();
    const rowBefore = new Int32Array(before.length).fill(NONE);
    for (let cable = 0; cable < cables.count; cable += 1) {
      const old = cables.route[cable]!;
      if (old !== NONE) {
        const route = must(before[old], 'route');
        if (rowBefore[old]! === NONE) rowBefore[old] = this.#rowOf(rowOfPair, route.accessA, route.accessB, route);
        cables.route[cable] = rowBefore[old]!;
      } else if (root[cable]! !== NONE) {
        cables.route[cable] = this.#rowOf(rowOfPair, root[cable]!, target[cable]!, null);
      }
    }
  }

  /** Row of the route between two accesses; written out when it is met for the first time, or taken over. */
  #rowOf(rowOfPair: Map<number, number>, root: number, target: number, known: PathwayRun | null): number {
    const { accesses, network } = this.#survey;
    const key = root * accesses.length + target;
    let row = rowOfPair.get(key);
    if (row === undefined) {
      const run = known ?? must(pathwayRun(network, must(accesses[root], 'access'), must(accesses[target], 'access')), 'route');
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

  /** Sets the cable's lengths by the way found last; false when another leg already needs as much. */
  #setLeg(cable: number, link: number, cutting: Cutting): boolean {
    const { status, pathMm, pathwayMm } = this.#ways;
    const slack = status === RouteStatus.sameCabinet ? cutting.slackInside : cutting.slackBetween;
    const requiredMm = requiredLengthMm(pathMm, pathwayMm, slack);
    const columns = this.cables;
    if (requiredMm <= columns.requiredMm[cable]!) return false;
    columns.longestLink[cable] = link;
    columns.status[cable] = status;
    columns.pathMm[cable] = pathMm;
    columns.pathwayMm[cable] = pathwayMm;
    columns.slackMm[cable] = requiredMm - pathMm;
    columns.requiredMm[cable] = requiredMm;
    return true;
  }

  #findWay(link: number): void {
    const { aDevice, aPort, bDevice, bPort } = this.#links.table;
    if (aPort[link] === NONE || bPort[link] === NONE) this.#ways.setNone();
    else this.#ways.find(aDevice[link]!, aPort[link]!, bDevice[link]!, bPort[link]!);
  }

  /** What a cable is cut from: its tier's family, or its own. */
  #cuttingOf(tier: number, link: number, { family: own }: CableOverride): Cutting {
    const range = must(this.#links.ranges[tier], 'tier');
    if (own !== null || range.names.kind === 'hand') return this.#newCutting(own ?? partsOf(this.#links, link).family);
    return (this.#cuttingOfTier[tier] ??= this.#newCutting(partsOf(this.#links, link).family));
  }

  #newCutting(id: string): Cutting {
    const family = must(this.#plan.catalog.cableFamilies.get(id), `cable family ${id}`);
    const { slack } = this.#plan.settings;
    return {
      family,
      familyRow: must(this.#familyRow.get(id), `row of family ${id}`),
      slackInside: slackRule(slack, family.slackClass, true),
      slackBetween: slackRule(slack, family.slackClass, false),
      chosenMm: this.#plan.lengthPlans.get(id)?.lengthsMm ?? null,
    };
  }

  #overrideOf(firstLink: number, legs: number): CableOverride {
    if (this.#overrides.size === 0) return NOTHING_SET;
    return mergedOverride(Array.from({ length: legs }, (_, leg) => this.#overrides.get(firstLink + leg)));
  }
}

function partsOf(links: Links, link: number): TierParts {
  const range = must(links.ranges[links.table.tier[link]!], 'tier');
  return range.names.kind === 'hand' ? must(range.names.links[link - range.firstLink], 'link').parts : must(range.tier.parts, 'parts');
}

function overridesByLink(plan: Plan, links: Links): Map<number, Override> {
  const byLink = new Map<number, Override>();
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
