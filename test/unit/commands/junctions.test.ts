import { describe, expect, it } from 'vitest';
import { mergeJunctions, straightenJunctions } from '../../../shared/commands/junctions.ts';
import { redoStep, runCommand, undoStep } from '../../../shared/commands/history.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import type { Command } from '../../../shared/commands/command.ts';
import type { Plan } from '../../../shared/plan/types.ts';

/** Two runs that do not touch: a–b–c from west to east, d–e beside its end. */
const base = (): PlanBuilder =>
  new PlanBuilder()
    .hall()
    .junction('a', 0, 0)
    .junction('b', 3000, 0)
    .junction('c', 6000, 0)
    .junction('d', 6100, 100)
    .junction('e', 9000, 100)
    .segment('T1', 'a', 'b')
    .segment('T2', 'b', 'c')
    .segment('T3', 'd', 'e');

function after<A>(plan: Plan, command: Command<A>, args: A): Plan {
  const ran = runCommand(plan, command, args);
  if (!ran.ok || ran.value.step === null) throw new Error(JSON.stringify(ran));
  const { plan: next, step } = ran.value;
  expect(serializePlan(undoStep(next, step))).toBe(serializePlan(plan));
  expect(serializePlan(redoStep(undoStep(next, step), step))).toBe(serializePlan(next));
  return next;
}

function refusal<A>(plan: Plan, command: Command<A>, args: A): string {
  const ran = runCommand(plan, command, args);
  return ran.ok ? 'done' : ran.error.message;
}

describe('merging junctions', () => {
  it('joins what hung on one to the other, which stays where it is', () => {
    const next = after(base().build(), mergeJunctions, { id: 'd', into: 'c' });
    expect([...next.junctions.keys()]).not.toContain('d');
    expect(next.segments.get('T3')).toMatchObject({ from: 'c', to: 'e' });
    expect(next.junctions.get('c')).toMatchObject({ xMm: 6000, yMm: 0 });
  });

  it('takes out the segment between the two, and its place in a group', () => {
    const next = after(base().group('g', 'segment:T1', 'segment:T2').build(), mergeJunctions, { id: 'b', into: 'a' });
    expect([...next.segments.keys()]).toEqual(['T2', 'T3']);
    expect(next.segments.get('T2')).toMatchObject({ from: 'a', to: 'c' });
    expect(next.groups.get('g')?.members).toEqual([{ kind: 'segment', id: 'T2' }]);
  });

  it('is refused where two trays would run the same way, and for a length measured on site', () => {
    const loop = base().segment('T4', 'a', 'c', { elevationMm: 2500 }).build();
    expect(refusal(loop, mergeJunctions, { id: 'b', into: 'a' })).toBe('T2 would lie along another tray');
    const surveyed = base().segment('T3', 'd', 'e', { surveyedLengthMm: 2950 }).build();
    expect(refusal(surveyed, mergeJunctions, { id: 'd', into: 'c' })).toContain('surveyed length');
    expect(refusal(base().build(), mergeJunctions, { id: 'd', into: 'd' })).toBe('a junction cannot be merged with itself');
  });
});

describe('straightening a junction', () => {
  it('makes one segment of two', () => {
    const next = after(base().build(), straightenJunctions, { ids: ['b'] });
    expect([...next.segments.keys()]).toEqual(['T1', 'T3']);
    expect(next.segments.get('T1')).toMatchObject({ from: 'a', to: 'c' });
    expect(next.junctions.has('b')).toBe(false);
  });

  it('makes one of a chain, and adds up what was measured on site', () => {
    const chain = base()
      .segment('T3', 'c', 'e', { surveyedLengthMm: 30 })
      .segment('T1', 'a', 'b', { surveyedLengthMm: 10 })
      .segment('T2', 'b', 'c', { surveyedLengthMm: 20 });
    const next = after(chain.build(), straightenJunctions, { ids: ['b', 'c'] });
    expect([...next.segments.values()]).toMatchObject([{ id: 'T1', from: 'a', to: 'e', surveyedLengthMm: 60 }]);
  });

  it('is refused at an end, at a branch, and between unlike segments', () => {
    expect(refusal(base().build(), straightenJunctions, { ids: ['a'] })).toBe('a junction between two segments alone can be taken out');
    expect(refusal(base().segment('T4', 'b', 'e').build(), straightenJunctions, { ids: ['b'] })).toBe(
      'a junction between two segments alone can be taken out',
    );
    expect(refusal(base().segment('T2', 'b', 'c', { widthMm: 600 }).build(), straightenJunctions, { ids: ['b'] })).toBe(
      'T1 and T2 differ in width',
    );
  });
});
