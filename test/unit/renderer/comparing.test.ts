/** The comparison on screen: it follows the plan, turns round with it, ends with what it compares with, and takes over what is picked. */
import { expect, it } from 'vitest';
import { compareWithFile } from '../../../renderer/compare/compareActions.ts';
import type { FigureRow } from '../../../renderer/compare/figureRow.ts';
import { figureRows } from '../../../renderer/compare/figureRows.ts';
import { leadToFinding } from '../../../renderer/compare/leadToFinding.ts';
import { forkVariant, removeVariant, switchVariant } from '../../../shared/commands/variants.ts';
import { panelHall } from '../../support/panelPlans.ts';
import { sampleBytes } from '../../support/plannerPlans.ts';
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

it('leads from a finding to its place: here it is selected, and of one that the other side has what this side has of it', async () => {
  const person = await forked();
  const { comparing, plan, session } = person.planner;
  plan.run(switchVariant, { id: 'var-1' });
  await settle();
  moveA01(person, -90_000);
  await settle();
  const led = async (id: 'errors' | 'warnings', code: string): Promise<FigureRow['finding']> => {
    const rows = figureRows(comparing.store.getState().compared!.figures, 'metric').find((row) => row.id === id)!.parts;
    const row = rows.find(({ finding }) => finding!.of.code === code)!;
    await leadToFinding(person.planner, row.id, row.finding!);
    expect(comparing.store.getState().focus).toBe(row.id);
    return row.finding;
  };
  // Worked on is the side that has it.
  const own = await led('errors', 'cabinet.outside-hall');
  expect(own!.side).toBe('old');
  expect(session.getState().selection).toEqual([{ kind: 'finding', id: own!.of.key }]);
  expect(comparing.store.getState().spot).toBeNull();
  // From the other side: the same finding, and the cabinet as it stands there.
  plan.run(switchVariant, { id: 'main' });
  await settle();
  const other = await led('errors', 'cabinet.outside-hall');
  expect(other).toEqual({ of: own!.of, side: 'new' });
  expect(session.getState().selection).toEqual([{ kind: 'cabinet', id: 'A01' }]);
  expect(comparing.store.getState().spot).toEqual({ ...own!.of.place, severity: 'error' });
  expect(session.getState().notice?.text).toBe('Stands in Wider only; what it is about is shown as Main has it');
});

it('has either side first: swapped it takes nothing over, and who works on a side goes on seeing the same', async () => {
  const { planner } = await forked();
  const { comparing, plan } = planner;
  const state = () => comparing.store.getState();
  comparing.swap();
  await settle();
  expect(state()).toMatchObject({ from: { kind: 'variant', id: 'var-1' }, against: { kind: 'own' } });
  expect(state().compared?.changes[0]?.move?.dxMm).toBe(400);
  const { plan: before } = plan.getState();
  comparing.pick(['cabinets A01'], true);
  await settle();
  expect(await comparing.takePicked()).toBeNull();
  expect(plan.getState().plan).toBe(before);
  // The variant is worked on now: it stays the first side, and now it can be taken over into.
  plan.run(switchVariant, { id: 'var-1' });
  await settle();
  expect(state()).toMatchObject({ from: { kind: 'own' }, against: { kind: 'variant', id: 'main' } });
  expect(state().compared?.changes[0]?.move?.dxMm).toBe(400);
  comparing.swap();
  await settle();
  expect(state()).toMatchObject({ from: { kind: 'variant', id: 'main' }, against: { kind: 'own' } });
});

it('selects of a finding of the other side no cable that this plan lacks', async () => {
  const { planner } = seat();
  const { comparing, plan, session } = planner;
  plan.replacePlan(panelHall().build());
  plan.run(forkVariant, { id: 'var-1', name: 'Wider' });
  plan.run(switchVariant, { id: 'main' });
  comparing.start({ kind: 'variant', id: 'var-1' });
  await settle();
  const of = {
    code: 'x',
    severity: 'error',
    ids: ['w', 't', 't/9'],
    message: '',
    mend: '',
    required: '',
    actual: '',
    accepted: null,
    place: null,
    key: 'x',
  } as const;
  await leadToFinding(planner, 'row', { of, side: 'new' });
  expect(session.getState().selection).toEqual([
    { kind: 'device', id: 'w' },
    { kind: 'cable', id: 't' },
  ]);
  await leadToFinding(planner, 'row', { of: { ...of, ids: ['t/9'] }, side: 'new' });
  expect(session.getState().selection).toEqual([]);
  expect(session.getState().notice?.text).toBe('Stands in Wider only, and Main has nothing of it');
});

it('puts a file beside the plan itself from the menu, and beside the first side that stands from the bar', async () => {
  const { planner, host } = await forked();
  const { comparing } = planner;
  const sides = (): string[] => [comparing.store.getState().from.kind, comparing.store.getState().against!.kind];
  host.next = { token: '/old.raceway', name: 'old.raceway', bytes: sampleBytes() };
  comparing.swap();
  await settle();
  expect(sides()).toEqual(['variant', 'own']);
  await compareWithFile(planner, 'against');
  expect(sides()).toEqual(['variant', 'file']);
  await compareWithFile(planner);
  expect(sides()).toEqual(['own', 'file']);
  comparing.start({ kind: 'variant', id: 'var-1' });
  await compareWithFile(planner, 'before own');
  expect(sides()).toEqual(['file', 'own']);
});
