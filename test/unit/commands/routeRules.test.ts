import { describe, expect, it } from 'vitest';
import { duplicateThings, idsForCopies } from '../../../shared/commands/duplicate.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { mergeJunctions, straightenJunctions } from '../../../shared/commands/junctions.ts';
import { addRun } from '../../../shared/commands/pathways.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import type { Command } from '../../../shared/commands/command.ts';
import {
  allowSegment,
  forbidSegments,
  keepApart,
  pinRoute,
  putRouteRules,
  releaseApart,
  unpinRoute,
} from '../../../shared/commands/routeRules.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { RouteScope } from '../../../shared/plan/routeRules.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const FAMILY: RouteScope = { kind: 'family', family: 'test/jumper' };
const LINK: RouteScope = { kind: 'links', links: ['L1'] };

/** Two ways from west to east, and two links. */
function ring(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 1000, 1000)
    .cabinet('B', 9000, 1000)
    .device('a', 'A', 10)
    .device('b', 'B', 10)
    .junction('w', 1000, 1000)
    .junction('m', 5000, 1000)
    .junction('e', 9000, 1000)
    .junction('n', 5000, 5000)
    .segment('s1', 'w', 'm')
    .segment('s2', 'm', 'e')
    .segment('n1', 'w', 'n')
    .segment('n2', 'n', 'e')
    .link('L1', 'a:1', 'b:1')
    .link('L2', 'a:2', 'b:2');
}

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const outcome = runCommand(plan, command, args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value.plan;
}

function refusal<A>(plan: Plan, command: Command<A>, args: A): string {
  const outcome = runCommand(plan, command, args);
  if (outcome.ok) throw new Error('was not refused');
  return outcome.error.message;
}

describe('rules for routes', () => {
  it('pins one place after another in one rule for the same cables, and takes them off again', () => {
    let plan = after(ring().build(), pinRoute, { newId: 'r1', scope: LINK, waypoint: { kind: 'segment', id: 'n1' } });
    plan = after(plan, pinRoute, { newId: 'r2', scope: LINK, waypoint: { kind: 'junction', id: 'n' } });
    expect([...plan.routeRules.values()]).toMatchObject([
      { id: 'r1', name: 'One link route', via: [{ id: 'n1' }, { id: 'n' }], avoid: [] },
    ]);
    plan = after(plan, unpinRoute, { rule: 'r1', position: 0 });
    expect(plan.routeRules.get('r1')?.via).toEqual([{ kind: 'junction', id: 'n' }]);
    expect(after(plan, unpinRoute, { rule: 'r1', position: 0 }).routeRules.size).toBe(0);
  });

  it('forbids and allows, and refuses what contradicts itself or leads nowhere', () => {
    const plan = after(ring().build(), forbidSegments, { newId: 'r1', scope: FAMILY, segments: ['s1', 's2'] });
    expect(plan.routeRules.get('r1')).toMatchObject({ avoid: ['s1', 's2'], via: [] });
    expect(after(plan, allowSegment, { rule: 'r1', segment: 's1' }).routeRules.get('r1')?.avoid).toEqual(['s2']);
    expect(refusal(plan, pinRoute, { newId: 'r2', scope: FAMILY, waypoint: { kind: 'segment', id: 's1' } })).toContain('forbidden');
    expect(refusal(plan, pinRoute, { newId: 'r2', scope: LINK, waypoint: { kind: 'segment', id: 'gone' } })).toContain('no segment "gone"');
    const nothing = { id: 'r3', name: 'Nothing', scope: LINK, via: [], avoid: [] };
    expect(refusal(plan, putRouteRules, { rules: [nothing] })).toContain('neither pins nor forbids');
    const tier: RouteScope = { kind: 'fabric', fabric: 'none', tier: 'leaf-spine' };
    expect(refusal(plan, forbidSegments, { newId: 'r4', scope: tier, segments: ['s1'] })).toContain('no fabric');
  });

  it('loses what is deleted in the same step, and goes when it says nothing more', () => {
    const plan = ring()
      .routeRule('r1', LINK, ['n1', 'n2'], ['s1'])
      .routeRule('r2', FAMILY, [], ['n1'])
      .keepApart('g', ['L1', 'L2'])
      .build();
    const lessTray = after(plan, removeThings, { segments: ['n1'] });
    expect(lessTray.routeRules.get('r1')?.via).toEqual([{ kind: 'segment', id: 'n2' }]);
    expect(lessTray.routeRules.has('r2')).toBe(false);
    const lessLink = after(plan, removeThings, { links: ['L1'] });
    expect([...lessLink.routeRules.keys()]).toEqual(['r2']);
    expect(lessLink.diversityGroups.size).toBe(0);
  });

  it('keeps every part of a cut tray and every copy of a tray forbidden', () => {
    const plan = ring().routeRule('r', FAMILY, [], ['s1']).build();
    const cut = after(plan, addRun, {
      junctions: [{ id: 'x', hall: 'H', xMm: 3000, yMm: 1000 }],
      segments: [],
      splits: [{ segment: 's1', junction: 'x', newId: 's1b' }],
    });
    expect(cut.routeRules.get('r')?.avoid).toEqual(['s1', 's1b']);
    const picked = { segments: ['s1'] };
    const copies = idsForCopies(plan, picked, (table, count) => Array.from({ length: count }, (_, at) => `${table}${at}`));
    const copied = after(plan, duplicateThings, { ...copies, dxMm: 0, dyMm: 3000 });
    expect(copied.routeRules.get('r')?.avoid).toEqual(['s1', 'segments0']);
  });

  it('follows trays that become one and junctions that are merged', () => {
    const plan = ring().junction('x', 5000, 8000).segment('x1', 'n', 'x').routeRule('r', LINK, ['s2', '@x'], []).build();
    expect(after(plan, straightenJunctions, { ids: ['m'] }).routeRules.get('r')?.via[0]).toEqual({ kind: 'segment', id: 's1' });
    expect(after(plan, mergeJunctions, { id: 'x', into: 'n' }).routeRules.get('r')?.via[1]).toEqual({ kind: 'junction', id: 'n' });
  });

  it('keeps links apart and lets them go', () => {
    const members = { kind: 'links', links: ['L1', 'L2', 'L1'] } as const;
    const plan = after(ring().build(), keepApart, { group: { id: 'g', name: 'Uplinks', members } });
    expect(plan.diversityGroups.get('g')?.members).toEqual({ kind: 'links', links: ['L1', 'L2'] });
    expect(after(plan, releaseApart, { ids: ['g'] }).diversityGroups.size).toBe(0);
    expect(refusal(plan, keepApart, { group: { id: 'h', name: 'One', members: { kind: 'links', links: ['L1', 'L1'] } } })).toContain(
      'alone',
    );
  });

  it('stands in the file only where there is any', () => {
    expect(serializePlan(ring().build())).not.toMatch(/routeRules|diversityGroups|carries/);
    const plan = ring()
      .routeRule('r', LINK, ['n1'], ['s1'])
      .keepApart('g', ['L1', 'L2'])
      .segment('c', 'w', 'e', { carries: ['power'] })
      .build();
    const read = parsePlanText(serializePlan(plan));
    expect(read.ok && serializePlan(read.value)).toBe(serializePlan(plan));
  });
});
