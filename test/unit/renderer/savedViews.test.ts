import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { removeViews, saveView } from '../../../shared/commands/views.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { NO_VEIL } from '../../../renderer/state/sessionStore.ts';
import { saveThisView, showView, updateView, viewsOf } from '../../../renderer/tools/savedViews.ts';
import type { SavedView } from '../../../shared/plan/drawingAids.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat } from '../../support/plannerSeat.ts';

const plan = new PlanBuilder().hall('H').hall('G').build();
const view: SavedView = {
  id: 'view-1',
  hall: 'H',
  name: 'Row A',
  centreXMm: 100,
  centreYMm: 200,
  widthMm: 4000,
  heightMm: 3000,
  layers: ['cabinets'],
  isolated: null,
};

describe('saved views', () => {
  it('are named once in a hall, listed by name, and go', () => {
    const one = must(ran(runCommand(plan, saveView, { view })), 'plan');
    const two = must(ran(runCommand(one, saveView, { view: { ...view, id: 'view-2', name: ' Aisle ' } })), 'plan');
    expect(viewsOf(two, 'H').map(({ name }) => name)).toEqual(['Aisle', 'Row A']);
    expect(ran(runCommand(two, saveView, { view: { ...view, id: 'view-3' } }))).toBeNull();
    expect(ran(runCommand(two, saveView, { view: { ...view, name: '  ' } }))).toBeNull();
    expect(ran(runCommand(two, saveView, { view: { ...view, id: 'view-3', hall: 'G' } }))?.views.size).toBe(3);
    expect(ran(runCommand(two, removeViews, { ids: ['view-1'] }))?.views.size).toBe(1);
  });
});

describe('a view that is shown again', () => {
  const at = seat();
  const { session } = at.planner;
  const shown = () => must([...at.planner.plan.getState().plan.views.values()][0], 'view');
  const bytes = (count: number): Uint8Array => new Uint8Array(count).fill(7);

  it('brings its layers, its way to draw cables and what it isolates', () => {
    at.planner.plan.replacePlan(new PlanBuilder().hall('H').cabinet('A01', 1000, 1000).cabinet('A02', 2000, 1000).build());
    session.setState({
      hall: 'H',
      cableView: 'loom',
      hiddenLevels: new Set([2700]),
      veil: { hidden: new Set(), isolated: new Set(['cabinet A02']) },
    });
    session.setLayer('notes', false);
    saveThisView(at.planner, bytes);
    session.setState({ cableView: 'tier', hiddenLevels: new Set(), veil: { hidden: new Set(['cabinet A01']), isolated: null } });
    session.setLayer('notes', true);
    showView(at.planner, shown());
    expect(session.getState()).toMatchObject({
      cableView: 'loom',
      layers: { notes: false, cabinets: true },
      hiddenLevels: new Set([2700]),
    });
    expect(session.getState().veil).toEqual({ hidden: new Set(['cabinet A01']), isolated: new Set(['cabinet A02']) });
  });

  it('ends an isolation that it does not have, once it is updated', () => {
    session.setState({ cableView: 'cable', veil: NO_VEIL });
    updateView(at.planner, shown());
    session.setState({ cableView: 'tier', veil: { hidden: new Set(), isolated: new Set(['cabinet A01']) } });
    showView(at.planner, shown());
    expect(session.getState().cableView).toBe('cable');
    expect(session.getState().veil.isolated).toBeNull();
  });

  it('leaves the way to draw cables as it is where none was kept', () => {
    session.setState({ cableView: 'segment' });
    showView(at.planner, view);
    expect(session.getState().cableView).toBe('segment');
  });
});

function ran(run: ReturnType<typeof runCommand>) {
  return run.ok ? run.value.plan : null;
}
