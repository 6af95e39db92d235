/** Which drawing lies over which: past one, past all, several at once, each hall for itself, and back by undo. */
import { describe, expect, test } from 'vitest';
import { undoStep, runCommand } from '../../../shared/commands/history.ts';
import { orderUnderlays, type UnderlayOrder } from '../../../shared/commands/orderUnderlays.ts';
import { fromBottomUp, levelOnTop } from '../../../shared/drawings/underlayOrder.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Drawings a to d in one hall, z in another. */
function drawn(): Plan {
  const plan = new PlanBuilder().hall().build();
  const [hall] = [...plan.halls.values()];
  const halls = new Map([...plan.halls, ['other', { ...hall!, id: 'other', name: 'Other' }]]);
  const underlays = ['a', 'b', 'c', 'd'].map((id) => ({ ...underlayOf(id, hall!.id, 'file'), name: id }));
  return { ...plan, halls, underlays: new Map([...underlays, underlayOf('z', 'other', 'file')].map((one) => [one.id, one])) };
}

function order({ underlays }: Plan): string {
  return fromBottomUp(underlays.values())
    .filter(({ hall }) => hall !== 'other')
    .map(({ id }) => id)
    .join('');
}

function after(plan: Plan, to: UnderlayOrder, ...ids: string[]): { readonly plan: Plan; readonly label: string; readonly undone: Plan } {
  const run = runCommand(plan, orderUnderlays, { ids, to });
  if (!run.ok || run.value.step === null) throw new Error(run.ok ? 'nothing changed' : run.error.message);
  return { plan: run.value.plan, label: run.value.step.label, undone: undoStep(run.value.plan, run.value.step) };
}

describe('drawings', () => {
  test('of a plan from before lie by their ids, and change places by named steps that come back whole', () => {
    const plan = drawn();
    expect(order(plan)).toBe('abcd');
    const forward = after(plan, 'forward', 'b');
    expect([order(forward.plan), forward.label]).toEqual(['acbd', 'Bring b forward']);
    expect(forward.undone).toEqual(plan);
    const back = after(forward.plan, 'back', 'd');
    expect([order(back.plan), back.label]).toEqual(['dacb', 'Send d to the back']);
    expect(order(after(back.plan, 'front', 'a').plan)).toBe('dcba');
    expect(order(after(back.plan, 'backward', 'b').plan)).toBe('dabc');
    const read = parsePlan(new TextEncoder().encode(serializePlan(back.plan)));
    expect(read.ok ? order(read.value) : read.error).toBe('dacb');
  });

  test('several go together and keep their order; one at the end waits for the others', () => {
    const plan = drawn();
    const forward = after(plan, 'forward', 'a', 'b');
    expect([order(forward.plan), forward.label]).toEqual(['cabd', 'Bring 2 drawings forward']);
    expect(order(after(plan, 'forward', 'b', 'd').plan)).toBe('acbd');
    expect(order(after(plan, 'backward', 'a', 'c').plan)).toBe('acbd');
    expect(order(after(plan, 'front', 'a', 'c').plan)).toBe('bdac');
    expect(order(after(plan, 'back', 'b', 'd').plan)).toBe('bdac');
  });

  test('of another hall stay; at the end it is said that nothing lies further', () => {
    const plan = drawn();
    expect(after(plan, 'front', 'a').plan.underlays.get('z')).toBe(plan.underlays.get('z'));
    for (const [ids, to, end] of [
      [['d'], 'forward', 'nothing lies in front of d'],
      [['c', 'd'], 'front', 'nothing lies in front of 2 drawings'],
      [['a'], 'backward', 'nothing lies behind a'],
      [['z'], 'back', 'nothing lies behind Floor'],
    ] as const) {
      const run = runCommand(plan, orderUnderlays, { ids, to });
      expect(run.ok ? null : run.error.message).toBe(end);
    }
  });

  test('that are added lie on top', () => {
    const plan = after(drawn(), 'front', 'a').plan;
    const [{ hall }] = [plan.underlays.get('a')!];
    expect([levelOnTop(plan.underlays.values(), hall), levelOnTop(plan.underlays.values(), 'none')]).toEqual([{ level: 4 }, {}]);
  });
});
