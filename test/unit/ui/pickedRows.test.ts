import { describe, expect, it } from 'vitest';
import { PickedRows } from '../../../renderer/drawer/pickedRows.ts';
import { RowWindows } from '../../../renderer/drawer/rowWindows.ts';
import type { Patch } from 'immer';
import type { RowQuery, RowWindow } from '../../../shared/engine/protocol.ts';
import { createEngineSession } from '../../../shared/engine/session.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { twoCabinets } from '../../support/twoCabinets.ts';

const notThere = { ok: false, error: { code: 'none', message: 'none', remedy: 'none' } } as const;

/** The real engine over a plan that is moved; questions are answered when `answer` is called. */
function engineOf(first: Plan) {
  let revision = 1;
  let plan = first;
  let request = 0;
  const waiting = new Map<number, (window: RowWindow<'cables'>) => void>();
  const session = createEngineSession({
    post: (message) => {
      if (message.type === 'answer') waiting.get(message.request)?.(message.value as RowWindow<'cables'>);
    },
    now: () => 1,
    templates: { list: () => [], counts: () => notThere, generate: () => notThere },
  });
  const answer = async (): Promise<void> => {
    while (session.step());
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  session.receive({ type: 'adopt', revision, plan });
  return {
    answer,
    revision: () => revision,
    ask: (query: RowQuery) =>
      new Promise<RowWindow<'cables'>>((resolve) => {
        request += 1;
        waiting.set(request, resolve);
        session.receive({ type: 'question', request, question: { ask: 'rows', table: 'cables', query } });
      }),
    move: (dxMm: number): void => {
      const outcome = runCommand(plan, moveThings, { cabinets: ['A02'], dxMm, dyMm: 0 });
      if (!outcome.ok || outcome.value.step === null) throw new Error('the move was refused');
      const patches: readonly Patch[] = outcome.value.step.redo;
      plan = outcome.value.plan;
      session.receive({ type: 'patch', from: revision, to: revision + 1, patches });
      revision += 1;
    },
  };
}

const plain = { sort: null, filter: '', scope: null } as const;

describe('picked rows', () => {
  it('are read again after an edit, and never give figures of the plan before', async () => {
    const engine = engineOf(twoCabinets());
    const all = engine.ask({ ...plain, from: 0, count: 9 });
    await engine.answer();
    const ids = new Set((await all).rows.slice(0, 2).map(({ id }) => id));
    const rows = new PickedRows<'cables'>(engine.ask);
    void rows.want(plain, ids);
    expect(rows.read(ids, 1)).toBeNull();
    await engine.answer();
    const before = rows.read(ids, 1)!;
    expect(before.map(({ id }) => id)).toEqual([...ids]);

    engine.move(-600);
    expect(rows.read(ids, engine.revision())).toBeNull();
    void rows.want(plain, ids);
    await engine.answer();
    const after = rows.read(ids, 2)!;
    expect(after.map(({ id }) => id)).toEqual([...ids]);
    expect(after[0]!.pathMm).not.toBe(before[0]!.pathMm);
  });

  it('come in the order of the table, and only those that pass', async () => {
    const engine = engineOf(twoCabinets());
    const all = engine.ask({ ...plain, from: 0, count: 9 });
    await engine.answer();
    const [first, second, third] = (await all).rows.map(({ id }) => id);
    const ids = new Set([third!, first!, 'gone']);
    const rows = new PickedRows<'cables'>(engine.ask);
    void rows.want(plain, ids);
    await engine.answer();
    expect(rows.read(ids, 1)?.map(({ id }) => id)).toEqual([first, third]);
    void rows.want({ ...plain, sort: { by: 'id', descending: true } }, ids);
    await engine.answer();
    expect(rows.read(ids, 1)?.map(({ id }) => id)).toEqual([third, first].toSorted().reverse());
    void rows.want({ ...plain, scope: [second!] }, ids);
    await engine.answer();
    expect(rows.read(ids, 1)).toEqual([]);
    void rows.want({ ...plain, filter: 'nothing holds this' }, ids);
    await engine.answer();
    expect(rows.read(ids, 1)).toEqual([]);
    expect(rows.read(new Set(ids), 1)).toBeNull();
  });

  it('are found among the rows on the page, while these are of the plan as it is', async () => {
    const engine = engineOf(twoCabinets());
    const windows = new RowWindows<'cables'>(engine.ask);
    windows.refresh(plain);
    await engine.answer();
    const [first, second] = [0, 1].map((place) => windows.current().rowAt(place)!.id);
    const ids = new Set([second!, first!]);
    expect(windows.find(ids, 1)?.map(({ id }) => id)).toEqual([first, second]);
    expect(windows.find(new Set([first!, 'elsewhere']), 1)).toBeNull();
    engine.move(-600);
    expect(windows.find(ids, 2)).toBeNull();
    windows.refresh(plain);
    expect(windows.find(ids, 1)).toBeNull();
    await engine.answer();
    expect(windows.find(ids, 2)).toHaveLength(2);
  });
});
