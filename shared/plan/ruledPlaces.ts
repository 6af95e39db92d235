/** Rules for routes name places and links. What is left of the rules when some of these go, are cut or are copied. */
import { sortedById } from './sortedById.ts';
import type { Plan } from './types.ts';
import type { DiversityGroup, RouteRule, RouteScope } from './routeRules.ts';

/** Ids of what goes. */
export interface GoneThings {
  readonly segments: ReadonlySet<string>;
  readonly junctions: ReadonlySet<string>;
  /** Links drawn by hand, and trunks. */
  readonly links: ReadonlySet<string>;
  readonly fabrics: ReadonlySet<string>;
}

export interface RulesLeft<T> {
  /** Those that lose something and keep enough to mean anything. */
  readonly put: readonly T[];
  /** Ids of the others. */
  readonly emptied: readonly string[];
}

/** Route rules without what goes; one that says nothing more, or of nothing more, goes too. */
export function routeRulesWithout(rules: Iterable<RouteRule>, gone: GoneThings): RulesLeft<RouteRule> {
  return leftOf(rules, (rule) => {
    const via = rule.via.filter(({ kind, id }) => !(kind === 'segment' ? gone.segments : gone.junctions).has(id));
    const avoid = rule.avoid.filter((id) => !gone.segments.has(id));
    const scope = scopeWithout(rule.scope, gone);
    if (scope === null) return null;
    if (scope === rule.scope && via.length === rule.via.length && avoid.length === rule.avoid.length) return rule;
    return via.length + avoid.length === 0 ? null : { ...rule, scope, via, avoid };
  });
}

/** Groups of links kept apart without those that go; of a single link there is nothing to keep apart. */
export function diversityGroupsWithout(groups: Iterable<DiversityGroup>, gone: GoneThings): RulesLeft<DiversityGroup> {
  return leftOf(groups, (group) => {
    const { members } = group;
    if (members.kind === 'fabric') return gone.fabrics.has(members.fabric) ? null : group;
    const links = members.links.filter((id) => !isGone(id, gone));
    if (links.length === members.links.length) return group;
    return links.length < 2 ? null : { ...group, members: { kind: 'links', links } };
  });
}

/** What is forbidden to cables stays so in every part of a tray that is cut, and in copies of it. */
export function routeRulesWithParts(
  plan: Pick<Plan, 'routeRules'>,
  parts: readonly { readonly whole: string; readonly part: string }[],
): RouteRule[] {
  return sortedById(plan.routeRules).flatMap((rule) => {
    const avoid = new Set(rule.avoid);
    for (const { whole, part } of parts) if (avoid.has(whole)) avoid.add(part);
    return avoid.size > new Set(rule.avoid).size ? [{ ...rule, avoid: [...avoid] }] : [];
  });
}

/** Rules that name places by ids that others take over: a tray that becomes part of another, a junction merged into one. */
export function routeRulesRenamed(plan: Pick<Plan, 'routeRules'>, newId: ReadonlyMap<string, string>): RouteRule[] {
  const idNow = (id: string): string => {
    const next = newId.get(id);
    return next === undefined ? id : idNow(next);
  };
  return sortedById(plan.routeRules).flatMap((rule) => {
    if (![...rule.via.map(({ id }) => id), ...rule.avoid].some((id) => newId.has(id))) return [];
    const named = rule.via.map((waypoint) => ({ ...waypoint, id: idNow(waypoint.id) }));
    const via = named.filter(({ id }, at) => named[at - 1]?.id !== id);
    return [{ ...rule, via, avoid: [...new Set(rule.avoid.map(idNow))] }];
  });
}

/** The fabric of a link that a rule makes; empty for one drawn by hand. */
export function fabricOfLinkId(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

function scopeWithout(scope: RouteScope, gone: GoneThings): RouteScope | null {
  switch (scope.kind) {
    case 'family':
      return scope;
    case 'fabric':
      return gone.fabrics.has(scope.fabric) ? null : scope;
    case 'links': {
      const links = scope.links.filter((id) => !isGone(id, gone));
      if (links.length === scope.links.length) return scope;
      return links.length === 0 ? null : { kind: 'links', links };
    }
  }
}

function isGone(link: string, { links, fabrics }: GoneThings): boolean {
  return links.has(link) || fabrics.has(fabricOfLinkId(link));
}

function leftOf<T extends { readonly id: string }>(all: Iterable<T>, without: (one: T) => T | null): RulesLeft<T> {
  const put: T[] = [];
  const emptied: string[] = [];
  for (const one of all) {
    const left = without(one);
    if (left === null) emptied.push(one.id);
    else if (left !== one) put.push(left);
  }
  return { put, emptied };
}
