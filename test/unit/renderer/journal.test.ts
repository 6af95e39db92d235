import fc from 'fast-check';
import { applyPatches, type Patch } from 'immer';
import { describe, expect, it, vi } from 'vitest';
import type { JournalStorage, StoredJournal } from '../../../renderer/host/host.ts';
import { createJournal, readJournal, SNAPSHOT_EVERY } from '../../../renderer/state/journal.ts';
import { createPlanStore } from '../../../renderer/state/planStore.ts';
import { must } from '../../../shared/assert.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { runSeed, seedArbitrary } from '../../support/randomCommands.ts';

function memoryStorage(): { -readonly [K in keyof JournalStorage]: JournalStorage[K] } & { readonly stored: Map<string, StoredJournal> } {
  const stored = new Map<string, StoredJournal>();
  return {
    stored,
    snapshot: async (id, name, bytes, lines) => void stored.set(id, { id, name, writtenAtMs: 0, snapshot: bytes, lines }),
    append: async (id, lines) => {
      const journal = must(stored.get(id), id);
      stored.set(id, { ...journal, lines: [...journal.lines, ...lines] });
    },
    list: async () => [...stored.values()],
    claim: async () => true,
    read: async (id) => stored.get(id) ?? null,
    clear: async (id) => void stored.delete(id),
  };
}

const bytesOf = (plan: Plan): Uint8Array => new TextEncoder().encode(serializePlan(plan));

function planOf(bytes: Uint8Array): Plan {
  const parsed = parsePlan(bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

async function restored(journal: StoredJournal): Promise<Plan> {
  return (await readJournal(journal)).reduce((plan, patches) => applyPatches(plan, patches), planOf(journal.snapshot));
}

const smallPlan = (): Plan => planOf(bytesOf(new PlanBuilder().hall().cabinet('A01', 1000, 1000).cabinet('A02', 1600, 1000).build()));

/** Notes moves of a cabinet, one a line; the journal as it is kept. */
async function journalOfMoves(count: number): Promise<StoredJournal> {
  const storage = memoryStorage();
  const store = createPlanStore(smallPlan());
  const journal = createJournal(storage, 'J', async () => bytesOf(store.getState().plan));
  await journal.begin('hall.raceway', 0, bytesOf(store.getState().plan), 'clean');
  for (let i = 0; i < count; i += 1) {
    const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
    if (step.ok && step.value !== null) await journal.note(step.value.redo, store.getState().revision);
  }
  return must(storage.stored.get('J'), 'J');
}

describe('the recovery journal', () => {
  it('restores what any commands left behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(seedArbitrary, { maxLength: 12 }), async (seeds) => {
        const storage = memoryStorage();
        let plan = smallPlan();
        const journal = createJournal(storage, 'J', async () => bytesOf(plan));
        await journal.begin('hall.raceway', 0, bytesOf(plan), 'clean');
        for (const [index, seed] of seeds.entries()) {
          const outcome = runSeed(plan, seed);
          if (!outcome.ok || outcome.value.step === null) continue;
          plan = outcome.value.plan;
          await journal.note(outcome.value.step.redo, index + 1);
        }
        expect(serializePlan(await restored(must(storage.stored.get('J'), 'J')))).toBe(serializePlan(plan));
      }),
      { numRuns: 40 },
    );
  });

  it('ignores a torn tail, wherever it is torn', async () => {
    const whole = await journalOfMoves(3);
    const last = must(whole.lines.at(-1), 'line');
    for (let length = 0; length < last.length; length += 1) {
      const torn = { ...whole, lines: [...whole.lines.slice(0, -1), last.slice(0, length)] };
      expect((await restored(torn)).cabinets.get('A01')?.xMm).toBe(1020);
    }
  });

  it('stops at a line that was changed, lost or belongs to another snapshot', async () => {
    const whole = await journalOfMoves(3);
    const [first, second, third] = whole.lines as [string, string, string];
    const other = await journalOfMoves(1);
    const foreign = { ...other, snapshot: bytesOf(new PlanBuilder().hall('X').build()) };
    expect(await readJournal({ ...whole, lines: [first, second.replace('1020', '1021'), third] })).toHaveLength(1);
    expect(await readJournal({ ...whole, lines: [first, third] })).toHaveLength(1);
    expect(await readJournal({ ...foreign, lines: other.lines })).toHaveLength(0);
  });

  it('carries whole tables, which are maps', async () => {
    const storage = memoryStorage();
    const plan = smallPlan();
    const journal = createJournal(storage, 'J', async () => bytesOf(plan));
    await journal.begin('hall.raceway', 0, bytesOf(plan), 'clean');
    const patches: Patch[] = [{ op: 'replace', path: ['cabinets'], value: new Map([['A02', must(plan.cabinets.get('A02'), 'A02')]]) }];
    await journal.note(patches, 1);
    expect([...(await restored(must(storage.stored.get('J'), 'J'))).cabinets.keys()]).toEqual(['A02']);
  });

  it(`begins anew from a snapshot after ${SNAPSHOT_EVERY} lines`, async () => {
    const journal = await journalOfMoves(SNAPSHOT_EVERY + 2);
    // One says that the snapshot itself is unsaved.
    expect(journal.lines).toHaveLength(3);
    expect((await restored(journal)).cabinets.get('A01')?.xMm).toBe(1000 + 10 * (SNAPSHOT_EVERY + 2));
  });

  it('counts no change twice that is noted while a snapshot is taken', async () => {
    const storage = memoryStorage();
    const store = createPlanStore(smallPlan());
    const journal = createJournal(storage, 'J', async () => bytesOf(store.getState().plan));
    await journal.begin('hall.raceway', 0, bytesOf(store.getState().plan), 'clean');
    // All at once: most wait to be written when the snapshot is due.
    const writing = Array.from({ length: SNAPSHOT_EVERY + 5 }, () => {
      const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
      if (!step.ok || step.value === null) throw new Error('no step');
      return journal.note(step.value.redo, store.getState().revision);
    });
    await Promise.all(writing);
    await expect.poll(() => storage.stored.get('J')?.lines.length).toBe(1);
    const stored = must(storage.stored.get('J'), 'J');
    expect((await restored(stored)).cabinets.get('A01')?.xMm).toBe(1000 + 10 * (SNAPSHOT_EVERY + 5));
  });

  it('keeps the changes after the one that was saved, and no older save undoes a newer', async () => {
    const storage = memoryStorage();
    const store = createPlanStore(smallPlan());
    const bytesNow = (): Uint8Array => bytesOf(store.getState().plan);
    const journal = createJournal(storage, 'J', async () => bytesNow());
    await journal.begin('hall.raceway', 0, bytesNow(), 'clean');
    const move = async (): Promise<void> => {
      const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
      if (step.ok && step.value !== null) await journal.note(step.value.redo, store.getState().revision);
    };
    await move();
    const older = bytesNow();
    await move();
    const newer = bytesNow();
    await move();
    await journal.saved('hall.raceway', 2, newer);
    await journal.saved('hall.raceway', 1, older);
    await move();
    const stored = must(storage.stored.get('J'), 'J');
    expect(stored.lines).toHaveLength(2);
    expect((await restored(stored)).cabinets.get('A01')?.xMm).toBe(1040);
  });

  it('writes every change within two waits for the disk, however fast they come', async () => {
    const storage = memoryStorage();
    const { append } = storage;
    const diskMs = 100;
    let writings = 0;
    storage.append = async (id, lines) => {
      writings += 1;
      await new Promise((resolve) => setTimeout(resolve, diskMs));
      await append(id, lines);
    };
    const store = createPlanStore(smallPlan());
    const journal = createJournal(storage, 'J', async () => bytesOf(store.getState().plan));
    await journal.begin('hall.raceway', 0, bytesOf(store.getState().plan), 'clean');
    vi.useFakeTimers();
    try {
      const latenciesMs: number[] = [];
      for (let i = 0; i < 300; i += 1) {
        const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
        if (!step.ok || step.value === null) throw new Error('no step');
        const notedMs = Date.now();
        void journal.note(step.value.redo, store.getState().revision).then(() => latenciesMs.push(Date.now() - notedMs));
        await vi.advanceTimersByTimeAsync(i % 7);
      }
      await vi.advanceTimersByTimeAsync(3 * diskMs);
      expect(latenciesMs).toHaveLength(300);
      expect(Math.max(...latenciesMs)).toBeLessThanOrEqual(2 * diskMs);
      expect(writings).toBeLessThan(20);
    } finally {
      vi.useRealTimers();
    }
    expect((await restored(must(storage.stored.get('J'), 'J'))).cabinets.get('A01')?.xMm).toBe(1000 + 10 * 300);
  });

  it('is made good by the next change after a writing that failed', async () => {
    const storage = memoryStorage();
    const { append } = storage;
    const store = createPlanStore(smallPlan());
    const journal = createJournal(storage, 'J', async () => bytesOf(store.getState().plan));
    await journal.begin('hall.raceway', 0, bytesOf(store.getState().plan), 'clean');
    const move = (): Promise<void> => {
      const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
      if (!step.ok || step.value === null) throw new Error('no step');
      return journal.note(step.value.redo, store.getState().revision);
    };
    await move();
    storage.append = () => Promise.reject(new Error('the disk is full'));
    await expect(move()).rejects.toThrow('the disk is full');
    storage.append = append;
    await move();
    await move();
    expect((await restored(must(storage.stored.get('J'), 'J'))).cabinets.get('A01')?.xMm).toBe(1040);
  });

  it('is made good by what makes it worth restoring, after a snapshot that failed', async () => {
    const storage = memoryStorage();
    const { snapshot } = storage;
    const journal = createJournal(storage, 'J', async () => bytesOf(smallPlan()));
    await journal.begin('hall.raceway', 0, bytesOf(smallPlan()), 'clean');
    storage.snapshot = () => Promise.reject(new Error('the disk is full'));
    await expect(journal.saved('hall.raceway', 1, bytesOf(smallPlan()))).rejects.toThrow('the disk is full');
    storage.snapshot = snapshot;
    await journal.loosen();
    const stored = must(storage.stored.get('J'), 'J');
    expect(await readJournal(stored)).toEqual([[]]);
  });

  it('is gone when it has ended', async () => {
    const storage = memoryStorage();
    const journal = createJournal(storage, 'J', async () => new Uint8Array());
    await journal.begin('hall.raceway', 0, bytesOf(smallPlan()), 'clean');
    await journal.end();
    expect(storage.stored.size).toBe(0);
  });
});
