/** The open file changed or taken away by others: what the planner makes of it, and that nothing is lost without a word. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { createMemoryHost } from '../../support/memoryHost.ts';
import { moveA01, seat, settle, type Seat } from '../../support/plannerSeat.ts';

const name = 'eight-cabinets.raceway';
const theirs = new TextEncoder().encode(serializePlan(new PlanBuilder().hall().cabinet('THEIRS', 1000, 1000).build()));

async function opened(): Promise<Seat> {
  const at = seat();
  await at.planner.files.openSample('eight-cabinets');
  await at.planner.files.saveAs();
  return at;
}

const cabinets = (at: Seat): string[] => [...at.planner.plan.getState().plan.cabinets.keys()].sort();
const onDisk = (at: Seat): Uint8Array | undefined => at.host.files.get(name);

describe('a file that others change', () => {
  it('is noticed, and the plan counts as unsaved, since no file holds it now', async () => {
    const at = await opened();
    at.host.changeOutside(name, theirs);
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'changed', goesOn: false, dirty: true });
    expect(await at.planner.files.mayLeave()).toBe(false);
    expect(at.asked).toBe(1);
  });

  it('comes back after a crash as it was here, changed or not', async () => {
    const at = await opened();
    at.host.changeOutside(name, theirs);
    await settle();
    const after = seat(createMemoryHost([...at.host.journals.values()]));
    await after.planner.start('');
    expect(cabinets(after)).toEqual(['A01', 'A02']);
  });

  it('is forgotten about when it is put back', async () => {
    const at = await opened();
    const mine = must(onDisk(at), name);
    at.host.changeOutside(name, theirs);
    at.host.changeOutside(name, mine);
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'same', dirty: false });
    expect(await at.planner.files.save()).toBe(true);
    expect(at.conflicts).toEqual([]);
  });

  it('is loaded again without a question when nothing was changed here', async () => {
    const at = await opened();
    at.host.changeOutside(name, theirs);
    await at.planner.files.loadAgain();
    expect(cabinets(at)).toEqual(['THEIRS']);
    expect(at.planner.file.getState()).toMatchObject({ name, token: name, onDisk: 'same', dirty: false });
    moveA01(at);
    expect(await at.planner.files.save()).toBe(true);
    expect(at.conflicts).toEqual([]);
  });

  it('is loaded again over changes made here only when the person says so', async () => {
    const at = await opened();
    moveA01(at);
    at.host.changeOutside(name, theirs);
    await at.planner.files.loadAgain();
    expect(cabinets(at)).toEqual(['A01', 'A02']);
    at.loadAgainAnswer = 'load';
    await at.planner.files.loadAgain();
    expect(cabinets(at)).toEqual(['THEIRS']);
  });

  it('stays as it is, here and there, when it cannot be read', async () => {
    const at = await opened();
    at.host.changeOutside(name, new TextEncoder().encode('<<<<<<< ours'));
    await at.planner.files.loadAgain();
    expect(at.errors).toHaveLength(1);
    expect(cabinets(at)).toEqual(['A01', 'A02']);
  });

  it('is never overwritten without a word: saving asks, and staying writes nothing', async () => {
    const at = await opened();
    moveA01(at);
    // Nobody has noticed yet: only saving does.
    at.host.files.set(name, theirs);
    expect(await at.planner.files.save()).toBe(false);
    expect(at.conflicts).toEqual(['changed']);
    expect(onDisk(at)).toBe(theirs);
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'changed', goesOn: true, dirty: true });
    expect(await at.planner.files.save()).toBe(false);
    expect(at.conflicts).toEqual(['changed', 'changed']);
  });

  it('is overwritten when the person means it', async () => {
    const at = await opened();
    moveA01(at);
    at.host.changeOutside(name, theirs);
    at.conflictAnswers.push('overwrite');
    expect(await at.planner.files.save()).toBe(true);
    expect(new TextDecoder().decode(onDisk(at))).toBe(serializePlan(at.planner.plan.getState().plan));
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'same', dirty: false });
  });

  it('asks once more when it was changed again while the person decided', async () => {
    const at = await opened();
    at.host.changeOutside(name, theirs);
    at.conflictAnswers.push('overwrite');
    const write = at.host.beforeWrite;
    let writes = 0;
    at.host.beforeWrite = () => {
      writes += 1;
      if (writes === 2) at.host.files.set(name, new Uint8Array([1]));
      return write();
    };
    expect(await at.planner.files.save()).toBe(false);
    expect(at.conflicts).toEqual(['changed', 'changed']);
    expect(onDisk(at)).toEqual(new Uint8Array([1]));
  });

  it('is left alone by saving under another name', async () => {
    const at = await opened();
    moveA01(at);
    at.host.changeOutside(name, theirs);
    at.conflictAnswers.push('saveAs');
    at.host.nextName = 'mine.raceway';
    expect(await at.planner.files.save()).toBe(true);
    expect(onDisk(at)).toBe(theirs);
    expect(at.planner.file.getState()).toMatchObject({ name: 'mine.raceway', onDisk: 'same', dirty: false });
  });

  it('takes the place of the plan here when that is chosen while saving, and the window stays', async () => {
    const at = await opened();
    moveA01(at);
    at.host.changeOutside(name, theirs);
    at.answer = 'save';
    at.conflictAnswers.push('load');
    expect(await at.planner.files.mayLeave()).toBe(false);
    expect(cabinets(at)).toEqual(['THEIRS']);
    expect(onDisk(at)).toBe(theirs);
  });
});

describe('a file that others take away', () => {
  it('is told, and saved there again only when the person means it', async () => {
    const at = await opened();
    at.host.changeOutside(name, null);
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'gone', dirty: true });
    expect(await at.planner.files.save()).toBe(false);
    expect(at.conflicts).toEqual(['gone']);
    expect(onDisk(at)).toBeUndefined();
    at.conflictAnswers.push('overwrite');
    expect(await at.planner.files.save()).toBe(true);
    expect(onDisk(at)).toBeDefined();
    expect(at.planner.file.getState()).toMatchObject({ onDisk: 'same', dirty: false });
  });
});
