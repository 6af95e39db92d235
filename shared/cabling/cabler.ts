/** Collects cables into columns: one way, one length, one route each. */
import { must } from '../assert.ts';
import type { CableFamily } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Override, Plan, TierParts } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import type { Pausing } from '../work.ts';
import { newCableTable, withOwnFigures } from './cableTable.ts';
import { mergedOverride, NOTHING_SET, type CableOverride } from './cableOverride.ts';
import { findLink } from './findLink.ts';
import { requiredByLegsMm } from './givenLegs.ts';
import { linkIdOf, type Links } from './linkTable.ts';
import { orderedLengthMm, requiredLengthMm, slackRule, type SlackRule } from './lengths.ts';
import type { PortTable } from './portTable.ts';
import type { AccessPairs } from './routeNumbers.ts';
import { NONE, RouteStatus, type CableTable } from './types.ts';
import { WayFinder } from './wayFinder.ts';

/** Some milliseconds' worth of cables. */
const CUT_BETWEEN_PAUSES = 50_000;

/** What cables of one tier are cut from. */
interface Cutting {
  readonly family: CableFamily;
  readonly familyRow: number;
  readonly slackInside: SlackRule;
  readonly slackBetween: SlackRule;
  /** Lengths that the plan orders of the family; null for all on offer. */
  readonly chosenMm: readonly number[] | null;
}

/** Cables with their lengths, and the accesses that their ways run between. */
export interface CutCables {
  readonly cables: Omit<CableTable, 'route'>;
  readonly pairs: AccessPairs;
}

/** Cuts the cables of one plan to length, in the order of their first links. */
export class Cabler {
  readonly families: readonly CableFamily[];
  readonly #plan: Plan;
  readonly #survey: Survey;
  readonly #links: Links;
  readonly #ports: PortTable;
  readonly #ways: WayFinder;
  readonly #overrides: ReadonlyMap<number, Override>;
  readonly #familyRow: ReadonlyMap<string, number>;
  readonly #cuttingOfTier: (Cutting | undefined)[] = [];

  constructor(plan: Plan, survey: Survey, links: Links, ports: PortTable) {
    this.#plan = plan;
    this.#survey = survey;
    this.#links = links;
    this.#ports = ports;
    this.#ways = new WayFinder(plan, survey, ports);
    this.#overrides = overridesByLink(plan, links);
    this.families = usedFamilies(plan, links);
    this.#familyRow = new Map(this.families.map((family, row) => [family.id, row]));
  }

  /** Cuts every cable; also the column of the links' cables. */
  *cutAll(): Pausing<CutCables & { readonly cableOfLink: Int32Array }> {
    const cables = newCableTable(cableCount(this.#links));
    const cableOfLink = new Int32Array(this.#links.table.count).fill(NONE);
    const pairs = newPairs(cables.count);
    let cable = 0;
    for (const { firstLink, count, legs } of this.#links.ranges) {
      for (let first = firstLink; first < firstLink + count; first += legs, cable += 1) {
        cables.tier[cable] = this.#links.table.tier[first]!;
        cables.firstLink[cable] = first;
        cables.linkCount[cable] = Math.min(legs, firstLink + count - first);
        cableOfLink.fill(cable, first, first + cables.linkCount[cable]!);
      }
    }
    yield* this.#cutRows(cables, null, pairs);
    return { cables, pairs, cableOfLink };
  }

  /** Cuts some cables anew (rows of the table); the others keep their figures. Pairs are by position in `rows`. */
  *cutAgain(before: CableTable, rows: Int32Array): Pausing<CutCables> {
    const cables = withOwnFigures(before, rows);
    const pairs = newPairs(rows.length);
    yield* this.#cutRows(cables, rows, pairs);
    return { cables, pairs };
  }

  /** All cables, or these rows. */
  *#cutRows(cables: CutCables['cables'], rows: Int32Array | null, pairs: AccessPairs): Pausing<void> {
    const count = rows === null ? cables.count : rows.length;
    for (let from = 0; from < count; from += CUT_BETWEEN_PAUSES) {
      if (from > 0) yield;
      this.#cutSome(cables, rows, pairs, from, Math.min(count, from + CUT_BETWEEN_PAUSES));
    }
  }

  /** A loop of its own, as loops within generators run slower. */
  #cutSome(cables: CutCables['cables'], rows: Int32Array | null, pairs: AccessPairs, from: number, to: number): void {
    for (let place = from; place < to; place += 1) this.#cutOne(cables, rows === null ? place : rows[place]!, pairs, place);
  }

  /** One cable for `legs` links that stand together. Its length is that of the leg that needs the longest, whose accesses are noted. */
  #cutOne(columns: CutCables['cables'], cable: number, pairs: AccessPairs, place: number): void {
    const [firstLink, legs] = [columns.firstLink[cable]!, columns.linkCount[cable]!];
    const override = this.#overrideOf(firstLink, legs);
    const cutting = this.#cuttingOf(columns.tier[cable]!, firstLink, override);
    columns.family[cable] = cutting.familyRow;
    columns.requiredMm[cable] = NONE;
    for (let link = firstLink; link < firstLink + legs; link += 1) {
      this.#findWay(link);
      if (this.#ways.status === RouteStatus.noRoute) {
        setUnrouted(columns, cable, link);
        pairs.root[place] = NONE;
        break;
      }
      if (!this.#setLeg(columns, cable, link, cutting)) continue;
      pairs.root[place] = Math.min(this.#ways.accessA, this.#ways.accessB);
      pairs.target[place] = Math.max(this.#ways.accessA, this.#ways.accessB);
    }
    this.#makeRoomForLegs(columns, cable, cutting.family, pairs.root[place]!, pairs.target[place]!);
    if (override.requiredMm !== null) columns.requiredMm[cable] = override.requiredMm;
    const requiredMm = columns.requiredMm[cable];
    columns.orderedMm[cable] = requiredMm === NONE ? NONE : (orderedLengthMm(cutting.family, requiredMm, cutting.chosenMm) ?? NONE);
  }

  /** Sets the cable's lengths by the way found last; false when another leg already needs as much. */
  #setLeg(columns: CutCables['cables'], cable: number, link: number, cutting: Cutting): boolean {
    const { status, pathMm, pathwayMm } = this.#ways;
    const slack = status === RouteStatus.sameCabinet ? cutting.slackInside : cutting.slackBetween;
    const requiredMm = requiredLengthMm(pathMm, pathwayMm, slack);
    if (requiredMm <= columns.requiredMm[cable]!) return false;
    columns.longestLink[cable] = link;
    columns.status[cable] = status;
    columns.pathMm[cable] = pathMm;
    columns.pathwayMm[cable] = pathwayMm;
    columns.slackMm[cable] = requiredMm - pathMm;
    columns.requiredMm[cable] = requiredMm;
    return true;
  }

  /** A trunk is long enough for the legs that its maker gives, and for its body between them. */
  #makeRoomForLegs(columns: CutCables['cables'], cable: number, family: CableFamily, accessA: number, accessB: number): void {
    const [tier, firstLink] = [columns.tier[cable]!, columns.firstLink[cable]!];
    if (must(this.#links.ranges[tier], 'tier').tier.rows !== 'trunks') return;
    const { legs } = must(this.#plan.trunks.get(linkIdOf(this.#links.ranges, tier, firstLink)), 'trunk');
    const run = { status: columns.status[cable]!, pathwayMm: columns.pathwayMm[cable]!, accessA, accessB };
    const places = { plan: this.#plan, survey: this.#survey, ports: this.#ports };
    const neededMm = requiredByLegsMm(places, { family, legs, links: this.#links.table, firstLink }, run);
    if (neededMm === null || neededMm <= columns.requiredMm[cable]!) return;
    columns.requiredMm[cable] = neededMm;
    columns.slackMm[cable] = neededMm - columns.pathMm[cable]!;
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

function newPairs(count: number): AccessPairs {
  return { root: new Int32Array(count).fill(NONE), target: new Int32Array(count).fill(NONE) };
}

/** No way, so no length either. */
export function setUnrouted(columns: CutCables['cables'], cable: number, link: number): void {
  columns.longestLink[cable] = link;
  columns.status[cable] = RouteStatus.noRoute;
  for (const column of [columns.pathMm, columns.pathwayMm, columns.slackMm, columns.requiredMm]) column[cable] = NONE;
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
