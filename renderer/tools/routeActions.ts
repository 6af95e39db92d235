/** Where the selected cables run: pinned through a tray, kept out of it, kept apart from each other. */
import { forbidSegments, keepApart, pinRoute } from '../../shared/commands/routeRules.ts';
import { tiersWithLinks } from '../../shared/fabrics/fabricRule.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import { sortedById } from '../../shared/plan/sortedById.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { DiversityGroup, RouteScope } from '../../shared/plan/routeRules.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import { runCommand } from './editActions.ts';

/** Cables that a rule may be about. */
export interface ScopeChoice {
  readonly value: string;
  readonly label: string;
  readonly scope: RouteScope;
}

/** Every tier of every fabric, every fabric, and every cable family that the plan knows. */
export function scopeChoices(plan: Plan): ScopeChoice[] {
  const fabrics = sortedById(plan.fabrics).flatMap(({ id, name, rule }): ScopeChoice[] => [
    ...tiersWithLinks(rule).map((tier) => choice({ kind: 'fabric', fabric: id, tier }, `Tier ${tier} of ${name}`)),
    choice({ kind: 'fabric', fabric: id, tier: null }, `All of ${name}`),
  ]);
  const families = sortedById(plan.catalog.cableFamilies).map(({ id, name }) => choice({ kind: 'family', family: id }, `Family ${name}`));
  return [...fabrics, ...families];
}

function choice(scope: RouteScope, label: string): ScopeChoice {
  return { value: JSON.stringify(scope), label, scope };
}

/** Whose cables these are, in words. */
export function scopeText(plan: Plan, scope: RouteScope): string {
  switch (scope.kind) {
    case 'family':
      return plan.catalog.cableFamilies.get(scope.family)?.name ?? scope.family;
    case 'fabric': {
      const fabric = plan.fabrics.get(scope.fabric)?.name ?? scope.fabric;
      return scope.tier === null ? fabric : `${scope.tier} of ${fabric}`;
    }
    case 'links':
      return countText(scope.links.length, 'link');
  }
}

/** Whose cables are kept apart, in words. */
export function membersText(plan: Plan, { members }: DiversityGroup): string {
  if (members.kind === 'links') return countText(members.links.length, 'link');
  const fabric = plan.fabrics.get(members.fabric)?.name ?? members.fabric;
  return `${members.tier} of ${fabric}, by device at end ${members.end.toUpperCase()}`;
}

export function pinThrough(planner: Planner, scope: RouteScope, segment: string, randomBytes: RandomBytes): boolean {
  const newRule = newId('routeRules', planner.plan.getState().plan, randomBytes);
  return runCommand(planner, pinRoute, { newId: newRule, scope, waypoint: { kind: 'segment', id: segment } });
}

export function forbid(planner: Planner, scope: RouteScope, segments: readonly string[], randomBytes: RandomBytes): boolean {
  const newRule = newId('routeRules', planner.plan.getState().plan, randomBytes);
  return runCommand(planner, forbidSegments, { newId: newRule, scope, segments });
}

const APART_PATTERN = 'Apart {n}';

export function keepMembersApart(planner: Planner, members: DiversityGroup['members'], randomBytes: RandomBytes): boolean {
  const { plan } = planner.plan.getState();
  const names = new Set([...plan.diversityGroups.values()].map(({ name }) => name));
  const name = nameFromPattern(APART_PATTERN, firstFreeNumber(APART_PATTERN, 1, names));
  return runCommand(planner, keepApart, { group: { id: newId('diversityGroups', plan, randomBytes), name, members } });
}

/** Cables and trays in the selection. */
function selected({ session }: Planner): { readonly links: readonly string[]; readonly segments: readonly string[] } {
  const { selection } = session.getState();
  return { links: selectedIds(selection, 'cable'), segments: selectedIds(selection, 'segment') };
}

export function hasCablesAndTray(planner: Planner): boolean {
  const { links, segments } = selected(planner);
  return links.length > 0 && segments.length === 1;
}

export function hasCablesAndTrays(planner: Planner): boolean {
  const { links, segments } = selected(planner);
  return links.length > 0 && segments.length > 0;
}

export function hasCables(planner: Planner): boolean {
  return selected(planner).links.length > 1;
}

export function pinSelected(planner: Planner, randomBytes: RandomBytes): void {
  const { links, segments } = selected(planner);
  const [segment] = segments;
  if (segment === undefined || !pinThrough(planner, { kind: 'links', links }, segment, randomBytes)) return;
  const name = planner.plan.getState().plan.segments.get(segment)?.name ?? segment;
  planner.session.setState({ notice: { text: `${countText(links.length, 'cable')} pinned through ${name}`, tone: 'info' } });
}

export function forbidSelected(planner: Planner, randomBytes: RandomBytes): void {
  const { links, segments } = selected(planner);
  if (!forbid(planner, { kind: 'links', links }, segments, randomBytes)) return;
  const text = `${countText(segments.length, 'tray')} forbidden to ${countText(links.length, 'cable')}`;
  planner.session.setState({ notice: { text, tone: 'info' } });
}

export function keepSelectedApart(planner: Planner, randomBytes: RandomBytes): void {
  const { links } = selected(planner);
  if (!keepMembersApart(planner, { kind: 'links', links }, randomBytes)) return;
  planner.session.setState({
    notice: { text: `${countText(links.length, 'cable')} kept apart; Findings tells where they cannot be`, tone: 'info' },
  });
}
