/** F3 and its like bind every tool that draws: things alone pull, or the floor's grid alone. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { createHallLayouts } from '../../../renderer/canvas/hallLayout.ts';
import type { SnapTo, ToolId } from '../../../renderer/state/sessionStore.ts';
import { snapTray } from '../../../renderer/tools/traySnap.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const plan = new PlanBuilder()
  .hall()
  .cabinet('A01', 3005, 3007)
  .junction('j1', 1003, 10_004)
  .junction('j2', 7003, 10_004)
  .segment('T1', 'j1', 'j2')
  .build();
const hall = must([...plan.halls.keys()][0], 'hall');
const layout = must(createHallLayouts()(plan, hall), 'layout');
const noThings: SnapTo = { things: false, grid: true };
const nothing: SnapTo = { things: false, grid: false };

function tray(xMm: number, yMm: number, to: SnapTo, ortho = false) {
  const corners = ortho ? [{ xMm: 500, yMm: 10_004 }] : [];
  return snapTray(layout, { xMm, yMm }, { toleranceMm: 60, enabled: true, to, corners, ortho });
}

function drawn(tool: ToolId, to: SnapTo): readonly [number, number] {
  const driver = new ToolDriver(plan, tool);
  driver.session.setState({ snapTo: to, placing: must([...plan.catalog.cabinetModels.values()][0], 'model') });
  if (tool === 'place') driver.move(3948, 3650).down(3948, 3650).up();
  else driver.down(3648, 3050).move(3648, 3050).up();
  const { xMm, yMm } = must(driver.plan.getState().plan.cabinets.get(must(driver.selected()[0], 'cabinet')), 'cabinet');
  return [xMm, yMm];
}

describe('snapping to things switched off', () => {
  it('lets no junction, tray or line hold a tray, along an axis neither', () => {
    const both: SnapTo = { things: true, grid: true };
    expect(tray(1020, 10_020, both).joins).toBe('junction');
    expect(tray(4020, 10_020, both).joins).toBe('tray');
    expect(tray(1020, 10_020, noThings)).toMatchObject({ joins: null, guides: [] });
    expect(tray(4020, 10_020, noThings)).toMatchObject({ joins: null, guides: [] });
    expect(tray(1020, 10_004, both, true).joins).toBe('junction');
    expect(tray(1020, 10_004, noThings, true).joins).toBeNull();
  });

  it('leaves a tray where it is when the grid is off too', () => {
    expect(tray(4017, 10_023, nothing).at).toEqual({ xMm: 4017, yMm: 10_023 });
  });

  it.each(['place', 'row'] as const)('binds the %s tool', (tool) => {
    const [pulledX] = drawn(tool, { things: true, grid: false });
    expect(pulledX).toBe(3605);
    const [freeX] = drawn(tool, nothing);
    expect(freeX).not.toBe(3605);
  });
});
