/**
 * The course of each cable: what is shut to it and what it must pass. It follows from the rules that name the cable, its family,
 * its tier or its fabric, from what pathways carry, and from keep-clear zones. Forbidden pathways of all these rules add up; of pins
 * those of the narrowest rule hold (links, tier, fabric, family; then the smallest id).
 */
import { must } from '../../assert.ts';
import type { CableFamily } from '../../catalog/types.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Plan, ServiceClass } from '../../plan/types.ts';
import type { RouteRule, Waypoint } from '../../plan/routeRules.ts';
import type { Network } from '../../survey/types.ts';
import type { Cabling } from '../types.ts';
import { openNetwork } from './openNetwork.ts';
import { keepClearZones, shutByZones, type Shut } from './shut.ts';

/** A place that the way must pass. */
export type Pin = { readonly kind: 'segment'; readonly edge: number } | { readonly kind: 'junction'; readonly vertices: readonly number[] };

export interface Course {
  readonly shut: Shut;
  /** The network without what is shut. */
  readonly network: Network;
  /** From end A of a link. */
  readonly pins: readonly Pin[];
  readonly pinnedBy: RouteRule | null;
  readonly forbiddenBy: readonly RouteRule[];
  /** Rules whose pins give way to those of a narrower one. */
  readonly outranked: readonly RouteRule[];
  readonly carried: ServiceClass;
}

/** What a family's cables are, for pathways that say what they carry. */
export function serviceClassOf({ medium }: Pick<CableFamily, 'medium'>): ServiceClass {
  return medium === 'copper' ? 'copper' : 'fiber';
}

/** Whether anything bends ways at all. Nearly every plan says no, and then nothing of this is done. */
export function isRuled(plan: Pick<Plan, 'routeRules' | 'segments' | 'obstacles'>): boolean {
  return plan.routeRules.size > 0 || keepClearZones(plan).length > 0 || saysWhatItCarries(plan.segments);
}

const carriesOfTable = new WeakMap<Plan['segments'], boolean>();

function saysWhatItCarries(segments: Plan['segments']): boolean {
  let says = carriesOfTable.get(segments);
  if (says === undefined) {
    says = [...segments.values()].some(({ carries }) => carries !== undefined);
    carriesOfTable.set(segments, says);
  }
  return says;
}

/** Rows of the cables that carry a link, or of a trunk or cable by its own id; none where there is no such link. */
export function cablesOfLink(cabling: Pick<Cabling, 'channels' | 'findCable'>, id: string): readonly number[] {
  const channel = cabling.channels.find(({ link }) => link.id === id);
  const rows = channel === undefined ? [id] : channel.sections.flatMap((section) => (section === null ? [] : [section.row]));
  return [...new Set(rows.flatMap((row) => cabling.findCable(row) ?? []))];
}

/** Courses of all cables of a plan. */
export class Courses {
  readonly #plan: Plan;
  readonly #network: Network;
  readonly #cabling: Pick<Cabling, 'tiers' | 'families' | 'cables'>;
  readonly #rules: readonly RouteRule[];
  readonly #zoned: Shut;
  readonly #edgeOf: ReadonlyMap<string, number>;
  readonly #verticesOf: ReadonlyMap<string, readonly number[]>;
  /** Rules about single links, by cable. */
  readonly #ownRules = new Map<number, RouteRule[]>();
  readonly #byKey = new Map<string, Course>();
  /** Courses of cables without rules of their own, by tier and family. */
  readonly #common = new Map<number, Course>();

  constructor(plan: Plan, network: Network, cabling: Pick<Cabling, 'tiers' | 'families' | 'cables' | 'channels' | 'findCable'>) {
    this.#plan = plan;
    this.#network = network;
    this.#cabling = cabling;
    this.#rules = sortedById(plan.routeRules);
    this.#zoned = shutByZones(plan, network);
    this.#edgeOf = new Map(network.segments.map(({ id }, edge) => [id, edge]));
    const vertices = new Map<string, number[]>();
    network.vertexJunction.forEach((junction, vertex) => vertices.set(junction, [...(vertices.get(junction) ?? []), vertex]));
    this.#verticesOf = vertices;
    for (const rule of this.#rules) {
      if (rule.scope.kind !== 'links') continue;
      for (const cable of new Set(rule.scope.links.flatMap((id) => cablesOfLink(cabling, id)))) {
        this.#ownRules.set(cable, [...(this.#ownRules.get(cable) ?? []), rule]);
      }
    }
  }

  of(cable: number): Course {
    const own = this.#ownRules.get(cable);
    const [tier, family] = [this.#cabling.cables.tier[cable]!, this.#cabling.cables.family[cable]!];
    if (own !== undefined) return this.#courseOf(tier, family, own);
    const key = tier * this.#cabling.families.length + family;
    let course = this.#common.get(key);
    if (course === undefined) this.#common.set(key, (course = this.#courseOf(tier, family, [])));
    return course;
  }

  #courseOf(tierRow: number, familyRow: number, own: readonly RouteRule[]): Course {
    const family = must(this.#cabling.families[familyRow], 'family');
    const tier = must(this.#cabling.tiers[tierRow], 'tier');
    const rules = this.#rules.filter((rule) => {
      const { scope } = rule;
      if (scope.kind === 'links') return own.includes(rule);
      if (scope.kind === 'family') return scope.family === family.id;
      return scope.fabric === tier.fabric && (scope.tier === null || scope.tier === tier.name);
    });
    const carried = serviceClassOf(family);
    const key = JSON.stringify([carried, rules.map(({ id }) => id)]);
    let course = this.#byKey.get(key);
    if (course === undefined) this.#byKey.set(key, (course = this.#newCourse(carried, rules)));
    return course;
  }

  #newCourse(carried: ServiceClass, rules: readonly RouteRule[]): Course {
    const forbiddenBy = rules.filter(({ avoid }) => avoid.some((id) => this.#edgeOf.has(id)));
    const pinning = rules.filter(({ via }) => via.length > 0).sort((a, b) => breadthOf(a) - breadthOf(b));
    const [pinnedBy = null, ...outranked] = pinning;
    const avoid = [...new Set(forbiddenBy.flatMap((rule) => rule.avoid))].sort();
    const shut = shutTo(this.#network, { carried, avoid: new Set(avoid), zones: this.#zoned });
    return {
      shut,
      network: openNetwork(this.#network, JSON.stringify([carried, avoid]), shut),
      pins: (pinnedBy?.via ?? []).flatMap((waypoint) => this.#pinOf(waypoint) ?? []),
      pinnedBy,
      forbiddenBy,
      outranked,
      carried,
    };
  }

  /** Null for a place that is gone; a check tells of it. */
  #pinOf({ kind, id }: Waypoint): Pin | null {
    if (kind === 'segment') {
      const edge = this.#edgeOf.get(id);
      return edge === undefined ? null : { kind, edge };
    }
    // A junction that no pathway leads to is there, and no way passes it.
    return this.#plan.junctions.has(id) ? { kind, vertices: this.#verticesOf.get(id) ?? [] } : null;
  }
}

/** What shuts pathways to a cable; any of it may be left out, to see what it does. */
export interface Shutting {
  readonly carried: ServiceClass | null;
  /** Ids of segments. */
  readonly avoid: ReadonlySet<string>;
  readonly zones: Shut | null;
}

export function shutTo(network: Network, { carried, avoid, zones }: Shutting): Shut {
  const whole = zones?.whole.slice() ?? new Uint8Array(network.edgeCount);
  network.segments.forEach(({ id, carries }, edge) => {
    if (avoid.has(id) || (carried !== null && carries !== undefined && !carries.includes(carried))) whole[edge] = 1;
  });
  return { whole, parts: zones?.parts ?? NO_PARTS };
}

const NO_PARTS: Shut['parts'] = new Map();

/** Narrow rules first. */
function breadthOf({ scope }: RouteRule): number {
  switch (scope.kind) {
    case 'links':
      return 0;
    case 'fabric':
      return scope.tier === null ? 2 : 1;
    case 'family':
      return 3;
  }
}
