import { describe, expect, it } from 'vitest';
import { insertPanels, removePanels, type InsertPanels } from '../../../shared/commands/panels.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { panelHall, QUAD_TRUNK } from '../../support/panelPlans.ts';
import { JUMPER, SPLITTER } from '../../support/testCatalog.ts';

const base = panelHall().build();
const bare: Plan = { ...base, trunks: new Map(), channels: new Map() };

function args(change: Partial<InsertPanels> = {}): InsertPanels {
  const links = { links: ['l1', 'l2', 'l3'], panelA: 'pa', panelB: 'pb' };
  return { ...links, trunk: QUAD_TRUNK, jumperA: JUMPER, jumperB: JUMPER, trunkIds: ['t'], ...change };
}

function refusal(plan: Plan, change: Partial<InsertPanels>): string | null {
  const done = insertPanels(plan, args(change));
  return done.ok ? null : done.error.message;
}

describe('running links through panels', () => {
  it('takes the first free ports and a leg for each, and is one step to undo', () => {
    const done = runCommand(bare, insertPanels, args());
    if (!done.ok || done.value.step === null) throw new Error('refused');
    const { plan, step } = done.value;
    expect(step.label).toBe('Run 3 links through panels');
    expect(plan.trunks.get('t')).toMatchObject({
      name: 'T1',
      legs: [{ leg: 1 }, { leg: 2 }, { leg: 3, a: { device: 'pa', port: 'R3' }, b: { device: 'pb', port: 'R3' } }],
    });
    const { takeoff, findings } = derive(plan);
    expect([takeoff.links.count, takeoff.cables.count]).toEqual([3, 7]);
    expect(findings.filter(({ code, severity }) => severity === 'error' && code.startsWith('channel.'))).toEqual([]);
    expect(undoStep(plan, step)).toEqual(bare);
  });

  it('lays as many trunks as the links need', () => {
    const single = {
      ...QUAD_TRUNK,
      id: 'test/single',
      fiberCount: 8,
      endA: { ...QUAD_TRUNK.endA, legs: 1 },
      endB: { ...QUAD_TRUNK.endB, legs: 1 },
    };
    const done = runCommand(bare, insertPanels, args({ trunk: single, trunkIds: ['t1', 't2', 't3'] }));
    expect(done.ok && [...done.value.plan.trunks.values()].map(({ name, legs }) => [name, legs.length])).toEqual([
      ['T1', 1],
      ['T2', 1],
      ['T3', 1],
    ]);
  });

  it('refuses, with the way out, what cannot be', () => {
    expect(refusal(bare, { links: [] })).toBe('no link is selected');
    expect(refusal(base, {})).toBe('l1 runs through panels already');
    expect(refusal(bare, { panelB: 'pa' })).toBe('both panels are the same one');
    expect(refusal(bare, { panelB: 'w' })).toBe('w is not a patch panel');
    expect(refusal(bare, { trunk: SPLITTER })).toBe('Splitter has other plugs at one end than at the other');
    expect(refusal(bare, { trunkIds: [] })).toBe('3 links take 1 new trunk');
    expect(refusal(base, { links: ['l3'], trunkIds: ['t'] })).toBe('the id "t" is taken');
    expect(refusal(base, { links: ['l3'], trunkIds: ['u'] })).toBe('1 link takes 0 new trunks');
    const many = Array.from({ length: 13 }, (_, i) => `x${i}`);
    expect(refusal(bare, { links: many, trunkIds: ['a', 'b', 'c', 'd'] })).toBe('pa has 12 free ports, and 13 are needed');
  });

  it('is taken back link by link; a trunk goes with its last one', () => {
    const first = runCommand(base, removePanels, { links: ['l1'] });
    if (!first.ok) throw new Error('refused');
    expect([first.value.plan.channels.size, first.value.plan.trunks.size]).toEqual([1, 1]);
    const both = runCommand(first.value.plan, removePanels, { links: ['l2'] });
    expect(both.ok && [both.value.plan.channels.size, both.value.plan.trunks.size]).toEqual([0, 0]);
    expect(removePanels(base, { links: ['l3'] }).ok).toBe(false);
  });
});
