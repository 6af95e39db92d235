import fc from 'fast-check';
import { applyPatches, type Patch } from 'immer';
import { describe, expect, it } from 'vitest';
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

function memoryStorage(): JournalStorage & { readonly stored: Map<string, StoredJournal> } {
  const stored = new Map<string, StoredJournal>();
  return {
    stored,
    snapshot: async (id, name, bytes) => void stored.set(id, { id, name, writtenAtMs: 0, snapshot: bytes, lines: [] }),
    append: async (id, line) => {
      const journal = must(stored.get(id), id);
      stored.set(id, { ...journal, lines: [...journal.lines, line] });
    },
    list: async () => [...stored.values()],
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
  await journal.begin('hall.raceway', bytesOf(store.getState().plan));
  for (let i = 0; i < count; i += 1) {
    const step = store.run(moveThings, { cabinets: ['A01'], dxMm: 10, dyMm: 0 });
    if (step.ok && step.value !== null) await journal.note(step.value.redo);
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
        await journal.begin('hall.raceway', bytesOf(plan));
        for (const seed of seeds) {
          const outcome = runSeed(plan, seed);
          if (!outcome.ok || outcome.value.step === null) continue;
          plan = outcome.value.plan;
          await journal.note(outcome.value.step.redo);
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
    await journal.begin('hall.raceway', bytesOf(plan));
    const patches: Patch[] = [{ op: 'replace', path: ['cabinets'], value: new Map([['A02', must(plan.cabinets.get('A02'), 'A02')]]) }];
    await journal.note(patches);
    expect([...(await restored(must(storage.stored.get('J'), 'J'))).cabinets.keys()]).toEqual(['A02']);
  });

  it(`begins anew from a snapshot after ${SNAPSHOT_EVERY} lines`, async () => {
    const journal = await journalOfMoves(SNAPSHOT_EVERY + 2);
    expect(journal.lines).toHaveLength(2);
    expect((await restored(journal)).cabinets.get('A01')?.xMm).toBe(1000 + 10 * (SNAPSHOT_EVERY + 2));
  });

  it('is gone when it has ended', async () => {
    const storage = memoryStorage();
    const journal = createJournal(storage, 'J', async () => new Uint8Array());
    await journal.begin('hall.raceway', bytesOf(smallPlan()));
    await journal.end();
    expect(storage.stored.size).toBe(0);
  });
});
