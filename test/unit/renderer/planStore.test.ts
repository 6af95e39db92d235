import { describe, expect, it } from 'vitest';
import { createPlanStore, HISTORY_LIMIT, type PlanChange } from '../../../renderer/state/planStore.ts';
import { renamePlan } from '../../../shared/commands/settings.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = () => new PlanBuilder().hall().cabinet('A01', 1000, 1000).cabinet('A02', 1600, 1000).build();
const move = (dxMm: number) => ({ cabinets: ['A01'], dxMm, dyMm: 0 });

describe('the plan store', () => {
  it('publishes each change with the revisions before and after it', () => {
    const store = createPlanStore(plan());
    const changes: PlanChange[] = [];
    store.onChange((change) => changes.push(change));
    store.run(moveThings, move(500));
    store.undo();
    store.redo();
    expect(changes.map(({ from, to, cause }) => [from, to, cause])).toEqual([
      [0, 1, 'run'],
      [1, 2, 'undo'],
      [2, 3, 'redo'],
    ]);
  });

  it('makes no step of a command that changes nothing', () => {
    const store = createPlanStore(plan());
    expect(store.run(moveThings, move(0))).toEqual({ ok: true, value: null });
    expect(store.getState()).toMatchObject({ revision: 0, past: [] });
  });

  it('refuses without a trace', () => {
    const store = createPlanStore(plan());
    const before = store.getState();
    expect(store.run(moveThings, { cabinets: ['nobody'], dxMm: 1, dyMm: 0 }).ok).toBe(false);
    expect(store.getState()).toBe(before);
  });

  it('tries a command without running it', () => {
    const store = createPlanStore(plan());
    const before = store.getState();
    const tried = store.attempt(moveThings, move(500));
    expect(tried.ok && tried.value.plan.cabinets.get('A01')?.xMm).toBe(1500);
    expect(store.getState()).toBe(before);
  });

  it('names what is undone and redone, and forgets redo when something else is done', () => {
    const store = createPlanStore(plan());
    store.run(moveThings, move(500));
    expect(store.undo()).toBe('Move A01');
    expect(store.redo()).toBe('Move A01');
    store.undo();
    store.run(renamePlan, { name: 'New' });
    expect(store.redo()).toBeNull();
    expect(store.undo()).toBe('Rename the plan to New');
    expect(store.undo()).toBeNull();
  });

  it('keeps the newest steps', () => {
    const store = createPlanStore(plan());
    for (let i = 0; i < HISTORY_LIMIT + 5; i += 1) store.run(moveThings, move(1));
    expect(store.getState().past).toHaveLength(HISTORY_LIMIT);
    expect(store.getState().plan.cabinets.get('A01')?.xMm).toBe(1000 + HISTORY_LIMIT + 5);
  });

  it('starts its history anew with another plan', () => {
    const store = createPlanStore(plan());
    store.run(moveThings, move(500));
    store.replacePlan(plan());
    expect(store.getState()).toMatchObject({ revision: 2, past: [], future: [] });
  });
});
