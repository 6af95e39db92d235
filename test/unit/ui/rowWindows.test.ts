import { describe, expect, it } from 'vitest';
import { RowWindows } from '../../../renderer/drawer/rowWindows.ts';
import type { BomRow, RowQuery, RowWindow } from '../../../shared/engine/protocol.ts';

function row(id: string): BomRow {
  return {
    kind: 'bom',
    id,
    class: 'cable',
    sku: null,
    description: id,
    unit: 'each',
    required: 1,
    spares: 0,
    order: 1,
    price: null,
    amountMinor: null,
    lengthMm: null,
    family: null,
  };
}

/** An engine of `count` rows named after the question's filter; answers when told to. */
function slowEngine(count: number) {
  const waiting: (() => void)[] = [];
  const asked: RowQuery[] = [];
  const ask = (query: RowQuery) =>
    new Promise<RowWindow<'bom'>>((resolve) => {
      asked.push(query);
      waiting.push(() => {
        const size = Math.max(0, Math.min(query.count, count - query.from));
        const rows = Array.from({ length: size }, (_, place) => row(`${query.filter}${query.from + place}`));
        resolve({ table: 'bom', revision: 1, matching: count, total: count, from: query.from, rows });
      });
    });
  const answer = async (which = 0) => {
    waiting.splice(which, 1)[0]?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ask, asked, answer };
}

describe('windows of rows', () => {
  it('asks only for the pages in view', async () => {
    const engine = slowEngine(50_000);
    const windows = new RowWindows<'bom'>(engine.ask);
    windows.refresh({ sort: null, filter: '', scope: null });
    await engine.answer();
    windows.show(40_000, 40_030);
    await engine.answer();
    expect(windows.current().matching).toBe(50_000);
    expect(windows.current().rowAt(40_010)?.id).toBe('40010');
    expect(windows.current().rowAt(20_000)).toBeNull();
    expect(engine.asked.reduce((sum, query) => sum + query.count, 0)).toBeLessThan(1000);
  });

  it('drops an answer to a question that is out of date', async () => {
    const engine = slowEngine(10);
    const windows = new RowWindows<'bom'>(engine.ask);
    windows.refresh({ sort: null, filter: 'old', scope: null });
    windows.refresh({ sort: null, filter: 'new', scope: null });
    await engine.answer(1);
    await engine.answer(0);
    expect(windows.current().rowAt(3)?.id).toBe('new3');
  });

  it('keeps the old rows until the new ones are there', async () => {
    const engine = slowEngine(10);
    const windows = new RowWindows<'bom'>(engine.ask);
    windows.refresh({ sort: null, filter: 'a', scope: null });
    await engine.answer();
    windows.refresh({ sort: null, filter: 'b', scope: null });
    expect(windows.current().rowAt(0)?.id).toBe('a0');
    await engine.answer();
    expect(windows.current().rowAt(0)?.id).toBe('b0');
  });
});
