/** Opening and saving at once: whatever is asked for while a file is being written waits for it, and nothing asked for is lost. */
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../renderer/state/turns.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { must } from '../../../shared/assert.ts';
import { moveA01, seat, settle, type Seat } from '../../support/plannerSeat.ts';

const textOf = (at: Seat, name: string): string => new TextDecoder().decode(must(at.host.files.get(name), name));
const planText = (at: Seat): string => serializePlan(at.planner.plan.getState().plan);

/** Holds up every writing until the returned function is called once for each. */
function holdWrites(at: Seat): { readonly release: () => void; readonly waiting: () => number } {
  const held: (() => void)[] = [];
  at.host.beforeWrite = () => new Promise((resolve) => held.push(resolve));
  return { release: () => held.shift()?.(), waiting: () => held.length };
}

async function opened(): Promise<Seat> {
  const at = seat();
  await at.planner.files.openSample('eight-cabinets');
  await at.planner.files.saveAs();
  return at;
}

describe('turns', () => {
  it('run at once when nothing is under way, then one after the other in the order asked for, failures too', async () => {
    const inTurn = createTurns();
    const log: string[] = [];
    const work = (name: string, fails = false) =>
      inTurn(async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const first = work('a', true);
    expect(log).toEqual(['a begins']);
    const others = [work('b'), work('c')];
    await expect(first).rejects.toThrow('a');
    expect(await Promise.all(others)).toEqual(['b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(await work('d')).toBe('d');
  });
});

describe('saving while a file is being written', () => {
  it('saves what was changed meanwhile, once for however many asked', async () => {
    const at = await opened();
    const { release, waiting } = holdWrites(at);
    moveA01(at);
    const first = at.planner.files.save();
    await settle();
    moveA01(at);
    const others = [at.planner.files.save(), at.planner.files.save(), at.planner.files.save()];
    await settle();
    expect(waiting()).toBe(1);
    release();
    await first;
    expect(at.planner.file.getState().dirty).toBe(true);
    await settle();
    expect(waiting()).toBe(1);
    release();
    expect(await Promise.all(others)).toEqual([true, true, true]);
    await settle();
    expect(waiting()).toBe(0);
    expect(at.planner.file.getState().dirty).toBe(false);
    expect(textOf(at, 'eight-cabinets.raceway')).toBe(planText(at));
  });

  it.each([
    ['save, then save as', true],
    ['save as, then save', false],
  ])('%s: the file last named holds the plan last changed', async (_order, saveFirst) => {
    const at = await opened();
    const { release } = holdWrites(at);
    moveA01(at);
    at.host.nextName = 'second.raceway';
    const saves = saveFirst ? [at.planner.files.save(), at.planner.files.saveAs()] : [at.planner.files.saveAs(), at.planner.files.save()];
    await settle();
    moveA01(at);
    release();
    await settle();
    release();
    await Promise.all(saves);
    expect(at.planner.file.getState()).toMatchObject({ name: 'second.raceway', token: 'second.raceway', dirty: false });
    expect(textOf(at, 'second.raceway')).toBe(planText(at));
  });

  it('opens another file only when the first is written, under its own name', async () => {
    const at = await opened();
    const { release } = holdWrites(at);
    moveA01(at);
    const asItWas = planText(at);
    const saving = at.planner.files.save();
    const opening = at.planner.files.openSample('one-megawatt-hall');
    await settle();
    expect(at.planner.file.getState().name).toBe('eight-cabinets.raceway');
    release();
    await Promise.all([saving, opening]);
    expect(at.asked).toBe(0);
    expect(at.planner.file.getState()).toMatchObject({ name: 'one-megawatt-hall.raceway', token: null, dirty: false });
    expect(textOf(at, 'eight-cabinets.raceway')).toBe(asItWas);
  });

  it('writes no file that is newer than the journal, which is what a crash would bring back', async () => {
    const at = await opened();
    const { append } = at.host.journal;
    let writeLine = (): void => {};
    at.host.journal.append = (id, lines) => new Promise((resolve) => (writeLine = () => resolve(append.call(at.host.journal, id, lines))));
    const { waiting, release } = holdWrites(at);
    moveA01(at);
    const saving = at.planner.files.save();
    await settle();
    expect(waiting()).toBe(0);
    writeLine();
    await settle();
    expect(waiting()).toBe(1);
    release();
    expect(await saving).toBe(true);
  });

  it('closes the window only when the file is written', async () => {
    const at = await opened();
    const { release } = holdWrites(at);
    moveA01(at);
    const saving = at.planner.files.save();
    let closed: boolean | null = null;
    void at.host.close().then((may) => (closed = may));
    await settle();
    expect(closed).toBeNull();
    release();
    await saving;
    await settle();
    expect([closed, at.asked]).toEqual([true, 0]);
  });

  it('asks again about what was changed while a file was being chosen', async () => {
    const at = await opened();
    const other = { token: 'other.raceway', name: 'other.raceway', bytes: must(at.host.files.get('eight-cabinets.raceway'), 'bytes') };
    let choose = (): void => {};
    at.host.open = () => new Promise((resolve) => (choose = () => resolve({ ok: true, value: other })));
    const opening = at.planner.files.open();
    await settle();
    moveA01(at);
    // While the dialog stands, saving is not held up.
    expect(await at.planner.files.save()).toBe(true);
    moveA01(at);
    choose();
    await opening;
    expect(at.asked).toBe(1);
    expect(at.planner.file.getState().name).toBe('eight-cabinets.raceway');
  });
});
