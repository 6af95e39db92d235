/** Random commands about where cables run. */
import { runCommand } from '../../shared/commands/history.ts';
import { setSegments } from '../../shared/commands/pathways.ts';
import {
  allowSegment,
  forbidSegments,
  keepApart,
  pinRoute,
  putRouteRules,
  releaseApart,
  removeRouteRules,
  unpinRoute,
} from '../../shared/commands/routeRules.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { RouteScope } from '../../shared/plan/routeRules.ts';
import { anyOf, bytesOf, some, type Runner, type Seed } from './randomChoices.ts';
import { COPPER, JUMPER } from './testCatalog.ts';

/** Cables of a family, of a fabric or one of its tiers, or of one link. */
const scopeOf = (plan: Plan, { a, b, c }: Seed): RouteScope => {
  if (c % 4 === 0) return { kind: 'family', family: a % 2 === 0 ? JUMPER.id : COPPER.id };
  if (c % 4 === 1) return { kind: 'fabric', fabric: anyOf(plan.fabrics.keys(), a), tier: b % 2 === 0 ? null : 'node-leaf' };
  return { kind: 'links', links: [anyOf(plan.links.keys(), a)] };
};

export const routeRunners: readonly Runner[] = [
  (plan, seed) =>
    runCommand(plan, pinRoute, {
      newId: newId('routeRules', plan, bytesOf(seed)),
      scope: scopeOf(plan, seed),
      waypoint:
        seed.c % 3 === 0
          ? { kind: 'junction', id: anyOf(plan.junctions.keys(), seed.b) }
          : { kind: 'segment', id: anyOf(plan.segments.keys(), seed.b) },
    }),
  (plan, seed) =>
    runCommand(plan, forbidSegments, {
      newId: newId('routeRules', plan, bytesOf(seed)),
      scope: scopeOf(plan, seed),
      segments: some(plan, 'segments', seed),
    }),
  (plan, seed) => runCommand(plan, unpinRoute, { rule: anyOf(plan.routeRules.keys(), seed.a), position: seed.b % 2 }),
  (plan, seed) => {
    const rule = anyOf(plan.routeRules.keys(), seed.a);
    return runCommand(plan, allowSegment, { rule, segment: plan.routeRules.get(rule)?.avoid[0] ?? 'nothing' });
  },
  (plan, seed) => {
    const rules = [...plan.routeRules.values()].slice(0, 1);
    if (seed.c % 3 === 0) return runCommand(plan, removeRouteRules, { ids: some(plan, 'routeRules', seed) });
    return runCommand(plan, putRouteRules, {
      rules: rules.map((rule) => ({ ...rule, name: `Route ${seed.a}`, via: [...rule.via].reverse() })),
    });
  },
  (plan, seed) => {
    const group = { id: newId('diversityGroups', plan, bytesOf(seed)), name: `Apart ${seed.a}` };
    const tier = { kind: 'fabric', fabric: anyOf(plan.fabrics.keys(), seed.a), tier: 'leaf-spine', end: 'a' } as const;
    const links = { kind: 'links', links: some(plan, 'links', seed) } as const;
    return runCommand(plan, keepApart, { group: { ...group, members: seed.c % 2 === 0 ? tier : links } });
  },
  (plan, seed) => runCommand(plan, releaseApart, { ids: some(plan, 'diversityGroups', seed) }),
  (plan, seed) =>
    runCommand(plan, setSegments, {
      ids: some(plan, 'segments', seed),
      set: { carries: seed.c % 4 === 0 ? undefined : (['fiber', 'copper', 'power'] as const).slice(seed.c % 3) },
    }),
];
