/** The comparison on screen: it follows the plan, turns round with it, ends with what it compares with, and takes over what is picked. */
import { expect, it } from 'vitest';
import { forkVariant, removeVariant, switchVariant } from '../../../shared/commands/variants.ts';
import { moveA01, seat, settle, type Seat } from '../../support/plannerSeat.ts';

/** A plan with a variant in which A01 stands elsewhere. */
async function forked(): Promise<Seat> {
  const person = seat();
  const { planner } = person;
  await planner.files.openSample('eight-cabinets');
  await settle();
  planner.plan.run(forkVariant, { id: 'var-1', name: 'Wider' });
  moveA01(person, -400);
  planner.plan.run(switchVariant, { id: 'main' });
  planner.comparing.start({ kind: 'variant', id: 'var-1' });
  await settle();
  return person;
}

it('follows the plan, and what is picked is taken over as one step that undo takes back', async () => {
  const { planner } = await forked();
  const { comparing, plan } = planner;
  const keys = (): string[] => comparing.store.getState().compared?.changes.map(({ key }) => key) ?? [];
  expect(keys()).toEqual(['cabinets A01']);
  expect([...comparing.store.getState().compared!.marks.values()].flat()).toHaveLength(1);
  comparing.pick(['cabinets A01'], true);
  await settle();
  expect(comparing.store.getState().trial).toMatchObject({ picked: ['cabinets A01'], companions: [], conflict: null });
  expect(await comparing.takePicked()).toBeNull();
  await settle();
  expect(keys()).toEqual([]);
  expect(plan.undo()).toBe('Take over 1 change from Wider');
  await settle();
  expect(keys()).toEqual(['cabinets A01']);
  // What was picked is done with.
  expect(comparing.store.getState().picked.size).toBe(0);
});

it('turns round when the other side is worked on, and ends when it is deleted', async () => {
  const { planner } = await forked();
  const { comparing, plan } = planner;
  const move = () => comparing.store.getState().compared?.changes[0]?.move?.dxMm;
  expect(move()).toBe(-400);
  plan.run(switchVariant, { id: 'var-1' });
  await settle();
  expect(comparing.store.getState().against).toEqual({ kind: 'variant', id: 'main' });
  expect(move()).toBe(400);
  plan.run(removeVariant, { id: 'main' });
  await settle();
  expect(comparing.store.getState()).toMatchObject({ against: null, compared: null });
});

it('is left undone on request: the first one ends, a later one leaves what stood there and says that it is old', async () => {
  const person = await forked();
  const { comparing } = person.planner;
  moveA01(person, 100);
  comparing.cancel();
  await settle();
  expect(comparing.store.getState().compared?.changes[0]?.move?.dxMm).toBe(-400);
  expect(comparing.store.getState().error?.code).toBe('compare.cancelled');
  comparing.start({ kind: 'variant', id: 'var-1' });
  comparing.cancel();
  await settle();
  expect(comparing.store.getState()).toMatchObject({ against: null, compared: null, progress: null });
});
