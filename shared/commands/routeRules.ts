/** Where cables must and must not run: pinning, forbidding, and links that are kept apart. */
import { changeOf, refuse } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { findAll } from './find.ts';
import { tiersWithLinks } from '../fabrics/fabricRule.ts';
import type { Command } from './command.ts';
import type { Plan } from '../plan/types.ts';
import type { DiversityGroup, RouteRule, RouteScope, Waypoint } from '../plan/routeRules.ts';

/** Puts rules into the plan, new ones or in place of those of the same id. */
export const putRouteRules: Command<{ readonly rules: readonly RouteRule[] }> = (plan, { rules }) => {
  if (rules.length === 0) return refuse('no rule is given', 'choose what to pin or to forbid');
  for (const rule of rules) {
    const sound = checkRule(plan, rule);
    if (!sound.ok) return sound;
  }
  return changeOf(plan, `Route by ${namedOrCounted(rules, 'rule')}`, { put: { routeRules: rules } });
};

/** Takes rules away: their cables go as they like again. */
export const removeRouteRules: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'routeRules', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Remove ${namedOrCounted(found.value, 'route rule')}`, { remove: { routeRules: found.value.map(({ id }) => id) } });
};

export interface RuleAddition {
  /** Id of the rule, when there is none yet for the same cables. */
  readonly newId: string;
  readonly scope: RouteScope;
}

/** Pins one more place on the way of some cables, after those that are pinned. */
export const pinRoute: Command<RuleAddition & { readonly waypoint: Waypoint }> = (plan, { newId, scope, waypoint }) => {
  const known = ruleFor(plan, scope) ?? newRule(plan, newId, scope);
  if (!known.avoid.includes(waypoint.id)) return putRouteRules(plan, { rules: [{ ...known, via: [...known.via, waypoint] }] });
  return refuse(`${nameOf(plan, waypoint)} is forbidden to the same cables`, 'allow it first, or pin another pathway');
};

/** Takes one pinned place off a rule, by its position; a rule that says nothing more goes. */
export const unpinRoute: Command<{ readonly rule: string; readonly position: number }> = (plan, { rule: id, position }) => {
  const found = findAll(plan, 'routeRules', [id]);
  if (!found.ok) return found;
  const [rule] = found.value;
  if (rule?.via[position] === undefined) return refuse('no such place is pinned', 'select the rule again');
  return putOrRemove(plan, { ...rule, via: rule.via.filter((_, at) => at !== position) }, `Unpin ${nameOf(plan, rule.via[position])}`);
};

export interface ForbidSegments extends RuleAddition {
  readonly segments: readonly string[];
}

/** Forbids pathways to some cables, beside those that are forbidden to them. */
export const forbidSegments: Command<ForbidSegments> = (plan, { newId, scope, segments }) => {
  const found = findAll(plan, 'segments', segments);
  if (!found.ok) return found;
  const known = ruleFor(plan, scope) ?? newRule(plan, newId, scope);
  const pinned = found.value.find(({ id }) => known.via.some((waypoint) => waypoint.id === id));
  if (pinned !== undefined) return refuse(`${pinned.name} is pinned for the same cables`, 'unpin it first, or forbid another pathway');
  const avoid = [...new Set([...known.avoid, ...segments])];
  const checked = checkRule(plan, { ...known, avoid });
  if (!checked.ok) return checked;
  return changeOf(plan, `Forbid ${namedOrCounted(found.value, 'pathway')}`, { put: { routeRules: [{ ...known, avoid }] } });
};

/** Allows a pathway again that a rule forbids; a rule that says nothing more goes. */
export const allowSegment: Command<{ readonly rule: string; readonly segment: string }> = (plan, { rule: id, segment }) => {
  const found = findAll(plan, 'routeRules', [id]);
  if (!found.ok) return found;
  const [rule] = found.value;
  if (rule?.avoid.includes(segment) !== true) return refuse('the rule does not forbid this pathway', 'select it again');
  const name = plan.segments.get(segment)?.name ?? segment;
  return putOrRemove(plan, { ...rule, avoid: rule.avoid.filter((one) => one !== segment) }, `Allow ${name}`);
};

/** Keeps links apart, or changes which. */
export const keepApart: Command<{ readonly group: DiversityGroup }> = (plan, { group }) => {
  const { members } = group;
  if (members.kind === 'links') {
    const links = [...new Set(members.links)];
    if (links.length < 2) return refuse('one link alone cannot be kept apart', 'select two links or more');
    return changeOf(plan, `Keep ${counted(links.length, 'link')} apart`, {
      put: { diversityGroups: [{ ...group, members: { kind: 'links', links } }] },
    });
  }
  const sound = checkTier(plan, members.fabric, members.tier);
  if (!sound.ok) return sound;
  return changeOf(plan, `Keep ${members.tier} links apart`, { put: { diversityGroups: [group] } });
};

/** Lets links share pathways again. */
export const releaseApart: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'diversityGroups', ids);
  if (!found.ok) return found;
  const remove = { diversityGroups: found.value.map(({ id }) => id) };
  return changeOf(plan, `Release ${namedOrCounted(found.value, 'diversity group')}`, { remove });
};

/** The rule about exactly these cables; the first by id where a merge left two. */
export function ruleFor({ routeRules }: Pick<Plan, 'routeRules'>, scope: RouteScope): RouteRule | null {
  const key = scopeKey(scope);
  const same = [...routeRules.values()].filter((rule) => scopeKey(rule.scope) === key).map(({ id }) => id);
  return routeRules.get(same.sort()[0] ?? '') ?? null;
}

function scopeKey(scope: RouteScope): string {
  switch (scope.kind) {
    case 'family':
      return JSON.stringify(['family', scope.family]);
    case 'fabric':
      return JSON.stringify(['fabric', scope.fabric, scope.tier]);
    case 'links':
      return JSON.stringify(['links', ...[...new Set(scope.links)].sort()]);
  }
}

function newRule(plan: Plan, id: string, scope: RouteScope): RouteRule {
  return { id, name: freeName(plan, subjectOf(plan, scope)), scope, via: [], avoid: [] };
}

function subjectOf(plan: Plan, scope: RouteScope): string {
  switch (scope.kind) {
    case 'family':
      return plan.catalog.cableFamilies.get(scope.family)?.name ?? scope.family;
    case 'fabric': {
      const fabric = plan.fabrics.get(scope.fabric)?.name ?? scope.fabric;
      return scope.tier === null ? fabric : `${fabric} ${scope.tier}`;
    }
    case 'links':
      return scope.links.length === 1 ? 'One link' : counted(scope.links.length, 'link');
  }
}

function freeName({ routeRules }: Plan, subject: string): string {
  const taken = new Set([...routeRules.values()].map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${subject} route` : `${subject} route ${number}`;
    if (!taken.has(name)) return name;
  }
}

function putOrRemove(plan: Plan, rule: RouteRule, label: string): ReturnType<Command<unknown>> {
  const saysNothing = rule.via.length + rule.avoid.length === 0;
  return changeOf(plan, label, saysNothing ? { remove: { routeRules: [rule.id] } } : { put: { routeRules: [rule] } });
}

function checkRule(plan: Plan, { scope, via, avoid }: RouteRule): Result<null, UserError> {
  if (via.length + avoid.length === 0) return refuse('the rule neither pins nor forbids anything', 'choose a pathway to pin or to forbid');
  if (scope.kind === 'fabric') {
    const sound = checkTier(plan, scope.fabric, scope.tier);
    if (!sound.ok) return sound;
  }
  for (const [at, { kind, id }] of via.entries()) {
    if (!(kind === 'segment' ? plan.segments : plan.junctions).has(id)) return refuse(`there is no ${kind} "${id}" to pin`, 'pin another');
    if (via[at - 1]?.id === id) return refuse('the same place is pinned twice in a row', 'pin it once');
  }
  const missing = avoid.find((id) => !plan.segments.has(id));
  if (missing !== undefined) return refuse(`there is no segment "${missing}" to forbid`, 'forbid another');
  return ok(null);
}

function checkTier(plan: Plan, id: string, tier: string | null): Result<null, UserError> {
  const fabric = plan.fabrics.get(id);
  if (fabric === undefined) return refuse(`there is no fabric "${id}"`, 'choose another fabric');
  if (tier === null || tiersWithLinks(fabric.rule).includes(tier)) return ok(null);
  return refuse(`${fabric.name} has no tier "${tier}"`, 'choose another tier');
}

function nameOf(plan: Plan, { kind, id }: Waypoint): string {
  return kind === 'segment' ? (plan.segments.get(id)?.name ?? id) : `junction ${id}`;
}
