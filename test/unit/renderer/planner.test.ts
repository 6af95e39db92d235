import { describe, expect, it } from 'vitest';
import { HISTORY_LIMIT } from '../../../renderer/state/planStore.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { createMemoryHost } from '../../support/memoryHost.ts';
import { moveA01, seat, settle, type Seat } from '../../support/plannerSeat.ts';

/** A hall from its template, which no file holds. */
async function generated(): Promise<Seat> {
  const at = seat();
  expect(await at.planner.files.generate('hall', {})).toBe(true);
  return at;
}

function rename({ planner }: Seat, name: string): void {
  planner.plan.run(() => ({ ok: true, value: { label: 'Rename', recipe: (draft) => void (draft.name = name) } }), null);
}

/** What the next start finds after this seat has crashed. */
async function afterCrash(before: Seat): Promise<Seat> {
  await settle();
  const after = seat(createMemoryHost([...before.host.journals.values()]));
  await after.planner.start('');
  return after;
}

describe('a plan begun from nothing', () => {
  it('has the labor profiles, nothing to ask about, and nothing to restore', async () => {
    const at = seat();
    await at.planner.start('');
    const { plan } = at.planner.plan.getState();
    expect(plan.halls.size).toBe(0);
    expect(plan.catalog.labourProfiles.size).toBe(3);
    expect(plan.catalog.labourProfiles.has(plan.settings.labourProfile)).toBe(true);
    expect(at.planner.file.getState()).toMatchObject({ name: 'Untitled.raceway', dirty: false });
    await settle();
    expect(await at.host.journal.list()).toEqual([]);
  });

  it('comes back after a crash with its first change', async () => {
    const at = seat();
    await at.planner.start('');
    rename(at, 'Drawn by hand');
    const after = await afterCrash(at);
    expect(after.planner.plan.getState().plan.name).toBe('Drawn by hand');
    expect(after.planner.file.getState()).toMatchObject({ name: 'Untitled.raceway', dirty: true });
  });

  it('comes back too when it was changed before the planner had started', async () => {
    const at = seat();
    rename(at, 'Drawn at once');
    await at.planner.start('');
    const after = await afterCrash(at);
    expect(after.planner.plan.getState().plan.name).toBe('Drawn at once');
  });
});

describe('the open file', () => {
  it('is dirty after a change and clean again when the change is taken back', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    expect(at.planner.file.getState().dirty).toBe(false);
    moveA01(at);
    expect(at.host.title).toEqual({ name: 'eight-cabinets.raceway', dirty: true });
    at.planner.plan.undo();
    expect(at.host.title.dirty).toBe(false);
  });

  it('is clean after saving, and dirty again when undo goes back past it', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    expect(await at.planner.files.save()).toBe(true);
    expect(at.planner.file.getState()).toMatchObject({ dirty: false, token: 'eight-cabinets.raceway' });
    at.planner.plan.undo();
    expect(at.planner.file.getState().dirty).toBe(true);
  });

  it('is saved with every change in it', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    await at.planner.files.save();
    expect(new TextDecoder().decode(at.host.files.get('eight-cabinets.raceway'))).toBe(serializePlan(at.planner.plan.getState().plan));
  });

  it('is not left behind unsaved unless the person says so', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    await at.planner.files.openSample('one-megawatt-hall');
    expect(at.asked).toBe(1);
    expect(at.planner.file.getState().name).toBe('eight-cabinets.raceway');
    at.answer = 'discard';
    await at.planner.files.openSample('one-megawatt-hall');
    expect(at.planner.file.getState()).toMatchObject({ name: 'one-megawatt-hall.raceway', dirty: false });
  });

  it('stays as it is when another file cannot be read', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    const before = at.planner.plan.getState().plan;
    at.host.next = { token: 'bad', name: 'bad.raceway', bytes: new Uint8Array([0, 1, 2]) };
    await at.planner.files.open();
    expect(at.errors).toHaveLength(1);
    expect(at.planner.plan.getState().plan).toBe(before);
    expect(at.planner.file.getState().name).toBe('eight-cabinets.raceway');
  });
});

describe('a plan that was never saved', () => {
  it('stays unsaved when its one change is taken back, and is asked about', async () => {
    const at = await generated();
    rename(at, 'Other');
    at.planner.plan.undo();
    expect(at.planner.file.getState().dirty).toBe(true);
    expect(await at.planner.files.mayLeave()).toBe(false);
    expect(at.asked).toBe(1);
  });

  it('is saved by saving, and unsaved again when undo goes back past it', async () => {
    const at = await generated();
    rename(at, 'Other');
    await at.planner.files.save();
    expect(at.planner.file.getState().dirty).toBe(false);
    at.planner.plan.undo();
    expect(at.planner.file.getState().dirty).toBe(true);
    at.planner.plan.redo();
    expect(at.planner.file.getState().dirty).toBe(false);
  });

  it('stays unsaved after it was restored and a change taken back', async () => {
    const before = seat();
    await before.planner.files.openSample('eight-cabinets');
    moveA01(before);
    const after = await afterCrash(before);
    moveA01(after);
    after.planner.plan.undo();
    expect(after.planner.file.getState().dirty).toBe(true);
  });

  it('comes back after a crash, changed or not', async () => {
    const untouched = await afterCrash(await generated());
    expect(untouched.planner.plan.getState().plan.halls.size).toBeGreaterThan(0);
    expect(untouched.planner.file.getState().dirty).toBe(true);
    const again = await afterCrash(untouched);
    expect(again.planner.plan.getState().plan).toEqual(untouched.planner.plan.getState().plan);
  });
});

describe('the history', () => {
  it('that has forgotten the opened plan cannot lead back to it', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    for (let i = 0; i <= HISTORY_LIMIT; i += 1) moveA01(at, 10);
    while (at.planner.plan.undo() !== null);
    expect(at.planner.plan.getState().plan.cabinets.get('A01')?.xMm).toBe(1010);
    expect(at.planner.file.getState().dirty).toBe(true);
  });

  it('that has forgotten all before the saved plan leads back to it', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at, 10);
    await at.planner.files.save();
    for (let i = 0; i < HISTORY_LIMIT; i += 1) moveA01(at, 10);
    while (at.planner.plan.undo() !== null);
    expect(at.planner.plan.getState().plan.cabinets.get('A01')?.xMm).toBe(1010);
    expect(at.planner.file.getState().dirty).toBe(false);
  });
});

describe('a change made while the plan is saved', () => {
  it('is not in the file, stays unsaved and comes back after a crash', async () => {
    const before = seat();
    await before.planner.files.openSample('eight-cabinets');
    moveA01(before, 300);
    const asItWas = serializePlan(before.planner.plan.getState().plan);
    const saving = before.planner.files.save();
    moveA01(before, 200);
    await saving;
    moveA01(before, 100);
    expect(new TextDecoder().decode(before.host.files.get('eight-cabinets.raceway'))).toBe(asItWas);
    expect(before.planner.file.getState().dirty).toBe(true);
    const after = await afterCrash(before);
    expect(after.planner.plan.getState().plan.cabinets.get('A01')?.xMm).toBe(1600);
    before.planner.plan.undo();
    before.planner.plan.undo();
    expect(before.planner.file.getState().dirty).toBe(false);
  });

  it('is asked about before the plan is left', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    at.answer = 'save';
    const leaving = at.planner.files.mayLeave();
    await Promise.resolve();
    await Promise.resolve();
    at.answer = 'stay';
    moveA01(at);
    expect(await leaving).toBe(false);
    expect(at.asked).toBe(2);
  });

  it('belongs to the plan on screen, though another was being saved when it was opened', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    at.answer = 'discard';
    const saving = at.planner.files.save();
    await at.planner.files.generate('hall', {});
    await saving;
    expect(at.planner.file.getState()).toMatchObject({ name: 'Untitled.raceway', token: null, dirty: true });
  });
});

describe('a change made before a new plan is in the journal', () => {
  it('comes back with it after a crash', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    const stop = at.planner.plan.onReplace(() => queueMicrotask(() => rename(at, 'At once')));
    await at.planner.files.generate('hall', {});
    stop();
    const after = await afterCrash(at);
    expect(after.planner.plan.getState().plan.name).toBe('At once');
    expect(after.planner.plan.getState().plan.halls.size).toBe(1);
  });
});

describe('a window that is closed', () => {
  it('leaves nothing to restore, saved or discarded', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    await settle();
    expect(at.host.journals.size).toBe(1);
    at.answer = 'discard';
    expect(await at.host.close()).toBe(true);
    expect(at.host.journals.size).toBe(0);
  });

  it('stays open with its journal when the person stays', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    moveA01(at);
    await settle();
    expect(await at.host.close()).toBe(false);
    expect(at.host.journals.size).toBe(1);
  });
});

describe('reading a file', () => {
  it('says how far it is', async () => {
    const at = seat();
    const shares: (number | null)[] = [];
    at.planner.file.subscribe(({ busy }) => busy !== null && shares.push(busy.share));
    await at.planner.files.openSample('eight-cabinets');
    expect(shares[0]).toBeNull();
    expect(shares.at(-1)).toBeGreaterThan(0);
    expect(at.planner.file.getState().busy).toBeNull();
  });
});

describe('after a crash', () => {
  it('what was done since the last save comes back, and is unsaved', async () => {
    const before = seat();
    await before.planner.files.openSample('eight-cabinets');
    moveA01(before, 300);
    moveA01(before, 200);
    await settle();
    const after = seat(createMemoryHost([...before.host.journals.values()]));
    await after.planner.start('');
    expect(after.planner.plan.getState().plan.cabinets.get('A01')?.xMm).toBe(1500);
    expect(after.planner.file.getState()).toMatchObject({ name: 'eight-cabinets.raceway', dirty: true });
  });

  it('what was saved is not offered', async () => {
    const before = seat();
    await before.planner.files.openSample('eight-cabinets');
    moveA01(before);
    await before.planner.files.save();
    await settle();
    expect([...before.host.journals.values()].map(({ lines }) => lines)).toEqual([[]]);
  });

  it('what is restored is kept for the next crash too', async () => {
    const before = seat();
    await before.planner.files.openSample('eight-cabinets');
    moveA01(before);
    await settle();
    const after = seat(createMemoryHost([...before.host.journals.values()]));
    await after.planner.start('');
    moveA01(after, 100);
    await settle();
    const third = seat(createMemoryHost([...after.host.journals.values()]));
    await third.planner.start('');
    expect(third.planner.plan.getState().plan.cabinets.get('A01')?.xMm).toBe(1600);
  });
});

describe('figures', () => {
  it('belong to the revision on screen', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    await settle();
    expect(at.planner.derived.getState()).toMatchObject({ status: 'current', revision: at.planner.plan.getState().revision });
    moveA01(at);
    expect(at.planner.derived.getState().status).toBe('computing');
    await settle();
    expect(at.planner.derived.getState()).toMatchObject({ status: 'current', revision: at.planner.plan.getState().revision });
  });

  it('drop what an edit has taken away from the selection', async () => {
    const at = seat();
    await at.planner.files.openSample('eight-cabinets');
    at.planner.session.select([
      { kind: 'cabinet', id: 'A01' },
      { kind: 'cabinet', id: 'A02' },
    ]);
    at.planner.plan.run(
      (plan) => ({ ok: true, value: { label: `Delete from ${plan.name}`, recipe: (draft) => void draft.cabinets.delete('A01') } }),
      null,
    );
    expect(at.planner.session.getState().selection).toEqual([{ kind: 'cabinet', id: 'A02' }]);
  });
});
