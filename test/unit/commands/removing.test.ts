import { describe, expect, it } from 'vitest';
import { JUMPER } from '../../support/testCatalog.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { removeThings, type RemoveThings } from '../../../shared/commands/remove.ts';
import { runCommand, undoStep, type Outcome } from '../../../shared/commands/history.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { tableNames } from '../../../shared/plan/schema.ts';
import type { Plan } from '../../../shared/plan/types.ts';

const parts = { family: JUMPER.id, transceiverA: null, transceiverB: null };

/** Two cabinets with a server each, joined by a link and a fabric; trays j1–j2–j3. */
const plan = new PlanBuilder()
  .hall()
  .hall('Annex')
  .door('dock')
  .cabinet('A01', 1000, 2000)
  .cabinet('A02', 1600, 2000)
  .device('s1', 'A01', 1)
  .device('s2', 'A02', 1)
  .junction('j1', 0, 0)
  .junction('j2', 5000, 0)
  .junction('j3', 9000, 0)
  .segment('t1', 'j1', 'j2')
  .segment('t2', 'j2', 'j3')
  .link('l1', 's1:p1', 's2:p1')
  .override('l1', { label: 'uplink' })
  .override('f/node-leaf/su1.node01:1–su1.leaf1:1', { label: 'N1' })
  .fabric({
    id: 'f',
    name: 'Compute',
    rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 2, ufm: false } },
    tiers: { 'node-leaf': parts, 'leaf-spine': parts },
    slots: { 'su1.node01': 's1', 'su1.leaf1': 's2' },
  })
  .exclusion('e1', 'cabinet.overlap', ['A01', 'A02'])
  .group('pod', 'cabinet:A01', 'segment:t1')
  .build();

function remove(things: RemoveThings): Outcome {
  const ran = runCommand(plan, removeThings, things);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return ran.value;
}

/** Ids that the plan has lost, by table. */
function lost(next: Plan): Record<string, string[]> {
  const gone = tableNames.map((table) => [table, [...plan[table].keys()].filter((id) => !next[table].has(id)).sort()] as const);
  return Object.fromEntries(gone.filter(([, ids]) => ids.length > 0));
}

describe('deleting', () => {
  it('takes a cabinet with its devices, their links, what was set on these, and their places in fabrics', () => {
    const { plan: next } = remove({ cabinets: ['A01'] });
    expect(lost(next)).toEqual({ cabinets: ['A01'], devices: ['s1'], links: ['l1'], overrides: ['l1'] });
    expect(next.fabrics.get('f')?.slots).toEqual({ 'su1.leaf1': 's2' });
  });

  it('takes a hall with all that stands in it, and leaves a fabric without devices', () => {
    const { plan: next } = remove({ halls: ['H'] });
    expect(lost(next)).toMatchObject({ halls: ['H'], doors: ['dock'], cabinets: ['A01', 'A02'], segments: ['t1', 't2'] });
    expect(next.fabrics.get('f')?.slots).toEqual({});
  });

  it('takes a segment with the junctions that nothing else uses', () => {
    expect(lost(remove({ segments: ['t1'] }).plan)).toEqual({ segments: ['t1'], junctions: ['j1'] });
  });

  it('takes a junction with its segments', () => {
    expect(lost(remove({ junctions: ['j2'] }).plan)).toEqual({ junctions: ['j1', 'j2', 'j3'], segments: ['t1', 't2'] });
  });

  it('takes a fabric with what was set on its links, and leaves its devices', () => {
    expect(lost(remove({ fabrics: ['f'] }).plan)).toEqual({ fabrics: ['f'], overrides: ['f/node-leaf/su1.node01:1–su1.leaf1:1'] });
  });

  it('takes what goes out of its group, and a group with its last member', () => {
    const { plan: next } = remove({ cabinets: ['A01'] });
    expect(next.groups.get('pod')?.members).toEqual([{ kind: 'segment', id: 't1' }]);
    expect(lost(remove({ cabinets: ['A01'], segments: ['t1'] }).plan)).toMatchObject({ groups: ['pod'] });
    expect(lost(remove({ groups: ['pod'] }).plan)).toEqual({ groups: ['pod'] });
  });

  it('is taken back to the byte, whatever went along', () => {
    for (const table of tableNames) {
      for (const id of plan[table].keys()) {
        const { plan: next, step } = remove({ [table]: [id] });
        if (step === null) throw new Error(`deleting ${id} changed nothing`);
        expect(serializePlan(next)).not.toBe(serializePlan(plan));
        expect(serializePlan(undoStep(next, step))).toBe(serializePlan(plan));
      }
    }
  });

  it('says what was selected, not what went along', () => {
    expect(remove({ cabinets: ['A01'] }).step?.label).toBe('Delete A01');
    expect(remove({ cabinets: ['A01', 'A02'] }).step?.label).toBe('Delete 2 cabinets');
    expect(remove({ cabinets: ['A01'], segments: ['t1', 't2'] }).step?.label).toBe('Delete A01 and 2 segments');
    expect(remove({ cabinets: ['A01'], segments: ['t1'], doors: ['dock'] }).step?.label).toBe('Delete 3 things');
  });

  it('refuses nothing, and what is not there', () => {
    expect(runCommand(plan, removeThings, {})).toMatchObject({ ok: false, error: { code: 'command.rejected' } });
    expect(runCommand(plan, removeThings, { cabinets: ['X'] })).toMatchObject({ ok: false, error: { code: 'command.not-found' } });
  });
});
