import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { removeViews, saveView } from '../../../shared/commands/views.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { viewsOf } from '../../../renderer/tools/savedViews.ts';
import type { SavedView } from '../../../shared/plan/drawingAids.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

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

function ran(run: ReturnType<typeof runCommand>) {
  return run.ok ? run.value.plan : null;
}
