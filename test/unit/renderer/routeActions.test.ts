/** Pinning, keeping out and keeping apart, from the selection as from the inspector. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findAction } from '../../../renderer/actions/actionTable.ts';
import { editsOf } from '../../../renderer/panels/edits.ts';
import { keepMembersApart, scopeChoices, scopeText } from '../../../renderer/tools/routeActions.ts';
import { must } from '../../../shared/assert.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat, type Seat } from '../../support/plannerSeat.ts';

let at: Seat;

beforeEach(() => {
  at = seat();
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A01', 3000, 3000)
    .cabinet('A02', 6000, 3000)
    .device('s1', 'A01', 10, { type: 'test/switch' })
    .device('s2', 'A02', 10, { type: 'test/switch' })
    .junction('j1', 1000, 3600)
    .junction('j2', 9000, 3600)
    .segment('T1', 'j1', 'j2')
    .segment('T2', 'j1', 'j2', { elevationMm: 2900 })
    .link('L1', 's1:1/1', 's2:1/1')
    .link('L2', 's1:2/1', 's2:2/1')
    .build();
  at.planner.plan.replacePlan(plan);
});

function run(id: string): boolean {
  const action = must(findAction(id), id);
  if (!action.enabled(at.planner)) return false;
  action.run(at.planner);
  return true;
}

const cable = (id: string) => ({ kind: 'cable', id }) as const;
const tray = (id: string) => ({ kind: 'segment', id }) as const;

describe('routes from the selection', () => {
  it('pin cables through a tray in one step that undo takes back', () => {
    const { session, plan } = at.planner;
    session.select([cable('L1')]);
    expect(run('route.pin')).toBe(false);
    session.select([cable('L1'), cable('L2'), tray('T2')]);
    expect(run('route.pin')).toBe(true);
    expect([...plan.getState().plan.routeRules.values()]).toMatchObject([
      { scope: { kind: 'links', links: ['L1', 'L2'] }, via: [{ kind: 'segment', id: 'T2' }] },
    ]);
    expect(session.getState().notice?.text).toBe('2 cables pinned through T2');
    expect(run('edit.undo')).toBe(true);
    expect(plan.getState().plan.routeRules.size).toBe(0);
  });

  it('keep cables out of trays, and tell a contradiction', () => {
    const { session, plan } = at.planner;
    session.select([cable('L1'), tray('T1'), tray('T2')]);
    expect(run('route.pin')).toBe(false);
    expect(run('route.forbid')).toBe(true);
    expect([...plan.getState().plan.routeRules.values()]).toMatchObject([{ avoid: ['T1', 'T2'], via: [] }]);
    session.select([cable('L1'), tray('T1')]);
    run('route.pin');
    expect(session.getState().notice).toMatchObject({ tone: 'error' });
  });

  it('keep cables apart, under the next free name', () => {
    const { session, plan } = at.planner;
    session.select([cable('L1'), cable('L2')]);
    expect(run('route.apart')).toBe(true);
    expect(run('route.apart')).toBe(true);
    expect([...plan.getState().plan.diversityGroups.values()].map(({ name }) => name).sort()).toEqual(['Apart 1', 'Apart 2']);
  });
});

describe('routes from the inspector', () => {
  it('set what trays carry, and do not leave one with nothing', () => {
    const segments = () => [must(at.planner.plan.getState().plan.segments.get('T1'), 'T1')];
    const edits = editsOf(at.planner);
    expect(edits.setSegmentService(segments(), 'copper', false)).toBeNull();
    expect(segments()[0]?.carries).toEqual(['fiber', 'power']);
    edits.setSegmentService(segments(), 'power', false);
    expect(edits.setSegmentService(segments(), 'fiber', false)).toContain('carries something');
    edits.setSegmentService(segments(), 'copper', true);
    edits.setSegmentService(segments(), 'power', true);
    expect(segments()[0]).not.toHaveProperty('carries');
  });

  it('offer every tier, fabric and family, and keep the links of a tier apart by device', () => {
    const generated = generateRailOptimised(loadCatalog(), {
      su: 1,
      nodesPerSu: 2,
      rails: 2,
      uplinksPerLeaf: 2,
      switchPorts: 8,
      ufm: false,
    });
    if (!generated.ok) throw new Error(generated.error.message);
    at.planner.plan.replacePlan(generated.value);
    const plan = at.planner.plan.getState().plan;
    const labels = scopeChoices(plan).map(({ label }) => label);
    expect(labels.some((label) => label.startsWith('Tier node-leaf of '))).toBe(true);
    expect(labels.some((label) => label.startsWith('Family '))).toBe(true);
    const [fabric] = plan.fabrics.keys();
    const members = { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'node-leaf', end: 'a' } as const;
    expect(keepMembersApart(at.planner, members, (count) => new Uint8Array(count))).toBe(true);
    expect(scopeText(plan, { kind: 'fabric', fabric: must(fabric, 'fabric'), tier: 'node-leaf' })).toMatch(/^node-leaf of /);
  });
});
