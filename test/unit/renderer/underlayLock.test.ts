/** Drawings of a locked layer, selected in their list, keep place, scale and order, and say how they are unlocked. */
import { expect, test } from 'vitest';
import { findAction } from '../../../renderer/actions/actionTable.ts';
import { deleteSelection, nudge } from '../../../renderer/tools/editActions.ts';
import { selectAll, selectSimilar } from '../../../renderer/tools/selectActions.ts';
import { takeSpan } from '../../../renderer/underlay/addDrawing.ts';
import { must } from '../../../shared/assert.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat, type Seat } from '../../support/plannerSeat.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';

function drawn(): Seat['planner'] {
  const { planner } = seat();
  const plan = new PlanBuilder().hall().build();
  const [hall] = [...plan.halls.keys()];
  const underlays = ['und-1', 'und-2'].map((id) => ({ ...underlayOf(id, must(hall, 'hall'), 'file'), locked: false }));
  const photo = { ...underlayOf('und-3', must(hall, 'hall'), 'file'), kind: 'jpeg' as const };
  planner.plan.replacePlan({ ...plan, underlays: new Map([...underlays, photo].map((one) => [one.id, one])) });
  planner.session.setState({ hall: must(hall, 'hall') });
  planner.session.select([{ kind: 'underlay', id: 'und-1' }]);
  return planner;
}

const ways = [
  ['moved by an arrow', (planner: Seat['planner']) => nudge(planner, 'left', 'tile')],
  ['deleted', deleteSelection],
  ['brought to the front', (planner: Seat['planner']) => findAction('drawing.front')?.run(planner)],
] as const;

test.each(ways)('is not %s while its layer is locked, and is afterwards', (_how, way) => {
  const planner = drawn();
  const { plan, session } = planner;
  findAction('view.lock-drawings')?.run(planner);
  session.select([{ kind: 'underlay', id: 'und-1' }]);
  way(planner);
  expect(session.getState().notice).toMatchObject({ text: 'The drawings layer is locked; unlock it under Layers, or unlock all' });
  expect(plan.getState().past).toEqual([]);
  findAction(must(session.getState().notice?.offer, 'offer'))?.run(planner);
  way(planner);
  expect(plan.getState().past).toHaveLength(1);
});

test('is not measured while its layer is locked', () => {
  const planner = drawn();
  planner.session.setLock('drawings', true);
  planner.session.select([{ kind: 'underlay', id: 'und-1' }]);
  takeSpan(planner, 'calibrate');
  expect(planner.session.getState()).toMatchObject({ tool: 'select', notice: { tone: 'error' } });
  planner.session.setLock('drawings', false);
  takeSpan(planner, 'calibrate');
  expect(planner.session.getState().tool).toBe('span');
});

test('all of the layer, and all of a kind, are selected from one', () => {
  const planner = drawn();
  const ids = (): string[] => planner.session.getState().selection.map(({ id }) => id);
  selectSimilar(planner);
  expect(ids()).toEqual(['und-1', 'und-2']);
  selectAll(planner);
  expect(ids()).toEqual(['und-1', 'und-2', 'und-3']);
});
