import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { addObstacle } from '../../../shared/commands/obstacles.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Door, Obstacle, PointMm } from '../../../shared/plan/types.ts';
import type { ToolId } from '../../../renderer/state/sessionStore.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const free = { ctrl: true };
/** 20 × 15 m, a door of 2 m in the northern wall, a keep-out of 4 × 3 m. */
const plan = () =>
  new PlanBuilder()
    .hall()
    .door('dock')
    .obstacle('zone', rectangle(8000, 6000, 4000, 3000), { kind: 'keep-out' })
    .build();

function take(tool: ToolId): ToolDriver {
  return new ToolDriver(plan(), tool);
}

function doors(driver: ToolDriver): readonly Door[] {
  return [...driver.plan.getState().plan.doors.values()];
}

function obstacle(driver: ToolDriver, name: string): Obstacle {
  return must(
    [...driver.plan.getState().plan.obstacles.values()].find((one) => one.name === name),
    name,
  );
}

function unchanged(driver: ToolDriver): void {
  expect(driver.host.cancel()).toBe(true);
  expect(driver.session.getState().preview).toBeNull();
  expect(serializePlan(driver.plan.getState().plan)).toBe(serializePlan(plan()));
}

describe('the door tool', () => {
  it('shows the door in the nearest wall with what is left on both sides, and places it by a click', () => {
    const driver = take('door').move(19_700, 4600, free);
    const { guides } = must(driver.session.getState().preview, 'preview');
    expect(guides.map(({ kind, text }) => [kind, text?.replace(/\u2009/g, ' ')])).toEqual([
      ['gap', '4 000 mm'],
      ['measure', '1 200 mm'],
      ['gap', '9 800 mm'],
    ]);
    driver.click(19_700, 4600, free);
    expect(doors(driver)[1]).toMatchObject({ name: 'Door 1', edge: 1, offsetMm: 4000, clearWidthMm: 1200, leaves: 1, delivery: false });
    expect(driver.selected()).toEqual([doors(driver)[1]?.id]);
  });

  it('places nothing at a release whose press was elsewhere', () => {
    const driver = take('door').move(19_700, 4600, free).up(free);
    expect(doors(driver)).toHaveLength(1);
  });

  it('is drawn to the middle of a wall', () => {
    expect(doors(take('door').click(60, 7560))[1]).toMatchObject({ edge: 3, offsetMm: 6900 });
  });

  it('moves a door along its wall and to another by a drag, though the building is locked', () => {
    const driver = take('door').down(1000, 0).move(6000, 100, free).up(free);
    expect(doors(driver)).toMatchObject([{ edge: 0, offsetMm: 5000 }]);
    driver.down(6000, 0).move(10_000, 0).move(20_100, 8000, free).up(free);
    expect(doors(driver)).toMatchObject([{ edge: 1, offsetMm: 7000 }]);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Change dock', 'Change dock']);
  });

  it('is placed without a mouse: next wall, a typed offset, arrows', () => {
    const driver = take('door');
    driver.session.setState({ pointer: { xMm: 10_000, yMm: 200 } });
    expect(driver.key('Enter')).toBe(true);
    driver.key('PageDown');
    for (const key of '2500') driver.key(key);
    driver.key('ArrowDown');
    driver.key('Enter');
    expect(doors(driver)[1]).toMatchObject({ edge: 1, offsetMm: 2550 });
  });

  it('means a wall only where it is near, and says why an inner wall takes no door', () => {
    const driver = take('door').click(19_200, 4600, free);
    expect(doors(driver)).toHaveLength(1);
    expect(driver.session.getState().notice?.text).toContain("doors stand in the hall's own walls");
    driver.session.setTool('select');
    const [hall] = driver.plan.getState().plan.halls.keys();
    const outline = [
      [19_300, 2000],
      [19_700, 2000],
      [19_700, 8000],
      [19_300, 8000],
    ] as const;
    driver.plan.run(addObstacle, { obstacle: { id: 'w', hall: must(hall, 'hall'), name: 'Wall 1', kind: 'wall', outline } });
    driver.session.setTool('door');
    driver.click(19_650, 4600, free);
    expect(doors(driver)).toHaveLength(1);
    expect(driver.session.getState().notice?.text).toContain('Wall 1 is an inner wall');
    driver.click(19_950, 4600, free);
    expect(doors(driver)).toHaveLength(2);
    expect(driver.session.getState().notice?.text).toContain('The building layer was locked and is now unlocked');
  });

  it('leaves everything as it was when it is given up', () => {
    unchanged(take('door').move(19_900, 4600));
    unchanged(take('door').down(1000, 0).move(6000, 100));
  });
});

describe('the obstacle tool', () => {
  it('draws a column by a drag, by two clicks, and by a typed size', () => {
    const driver = take('obstacle').down(1000, 1000, free).move(1300, 1300, free).move(1400, 1400, free).up(free);
    driver.click(2000, 1000, free).click(2400, 1400, free);
    driver.click(3000, 1000, free).move(3050, 1050, free);
    for (const key of '400 x 600') driver.key(key);
    driver.key('Enter');
    expect(obstacle(driver, 'Column 1').outline).toEqual(rectangle(1000, 1000, 400, 400));
    expect(obstacle(driver, 'Column 2').outline).toEqual(rectangle(2000, 1000, 400, 400));
    expect(obstacle(driver, 'Column 3').outline).toEqual(rectangle(3000, 1000, 400, 600));
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Add Column 1', 'Add Column 2', 'Add Column 3']);
  });

  it('draws other kinds corner by corner', () => {
    const driver = take('obstacle');
    driver.session.setState({ obstacle: { kind: 'ramp', shape: 'polygon' } });
    driver.click(1000, 1000, free).click(4000, 1000, free).click(4000, 3000, free);
    driver.key('Enter');
    expect(obstacle(driver, 'Ramp 1')).toMatchObject({ kind: 'ramp', hall: 'H' });
  });

  it('leaves everything as it was when it is given up', () => {
    unchanged(take('obstacle').down(1000, 1000, free).move(1400, 1400, free));
    unchanged(take('obstacle').click(1000, 1000, free).move(1400, 1400, free));
  });
});

describe('a selected hall', () => {
  function held(): ToolDriver {
    const driver = take('select');
    driver.session.setLock('building', false);
    driver.session.select([{ kind: 'hall', id: 'H' }]);
    return driver;
  }
  const outlineOf = (driver: ToolDriver): readonly PointMm[] => must(driver.plan.getState().plan.halls.get('H'), 'hall').outline;

  it('is selected by a click on its wall, unless the building is locked', () => {
    const locked = take('select').click(20_060, 9000);
    expect(locked.selected()).toEqual([]);
    expect(locked.session.getState().notice?.text).toContain('locked');
    const driver = take('select');
    driver.session.setLock('building', false);
    expect(driver.click(20_060, 9000).session.getState().selection).toEqual([{ kind: 'hall', id: 'H' }]);
  });

  it('gives a corner to a drag, in one step, with its doors', () => {
    const driver = held().down(20_000, 15_000).move(22_000, 16_000, free).move(23_000, 16_500, free).up(free);
    expect(outlineOf(driver)[2]).toEqual([23_000, 16_500]);
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Redraw hall H']);
    expect(doors(driver)).toEqual([...plan().doors.values()]);
  });

  it('gives a wall to a drag, which stays parallel', () => {
    const driver = held().down(20_000, 7500).move(21_000, 7000, free).move(23_000, 6000, free).up(free);
    expect(outlineOf(driver)).toEqual(rectangle(0, 0, 23_000, 15_000));
  });

  it('gets a corner by Alt+drag on a wall and loses one by Alt+click', () => {
    const alt = { alt: true, ctrl: true };
    const driver = held().down(5000, 15_000, alt).move(5000, 17_000, alt).up(alt);
    expect(outlineOf(driver)).toEqual([
      [0, 0],
      [20_000, 0],
      [20_000, 15_000],
      [5000, 17_000],
      [0, 15_000],
    ]);
    driver.down(5000, 17_000, alt).up(alt);
    expect(outlineOf(driver)).toEqual(rectangle(0, 0, 20_000, 15_000));
  });

  it('keeps a corner that Alt+drag has brought back to its place', () => {
    const alt = { alt: true, ctrl: true };
    const driver = held().down(20_000, 15_000, alt).move(22_000, 16_000, alt).move(20_000, 15_000, alt).up(alt);
    expect(outlineOf(driver)).toEqual(rectangle(0, 0, 20_000, 15_000));
    expect(driver.plan.getState().past).toEqual([]);
  });

  it('refuses walls that cross, and is as it was when the drag is given up', () => {
    const crossed = held().down(20_000, 15_000).move(-3000, 3000, free);
    expect(must(crossed.session.getState().preview, 'preview').problem).toBe('the outline crosses itself');
    crossed.up(free);
    expect(outlineOf(crossed)).toEqual(rectangle(0, 0, 20_000, 15_000));
    unchanged(held().down(20_000, 15_000).move(23_000, 16_500, free));
  });

  it('keeps its walls while the building is locked', () => {
    const driver = held();
    driver.session.setLock('building', true);
    driver.session.select([{ kind: 'hall', id: 'H' }]);
    driver.down(20_000, 15_000).move(23_000, 16_500, free).up(free);
    expect(outlineOf(driver)).toEqual(rectangle(0, 0, 20_000, 15_000));
  });
});

describe('parts of the building', () => {
  it('are dragged by the select tool: obstacles over the floor, doors along their walls', () => {
    const driver = take('select');
    driver.session.setLock('building', false);
    driver.down(10_000, 7000).move(10_500, 7000, free).move(11_000, 8000, free).up(free);
    expect(obstacle(driver, 'zone').outline[0]).toEqual([9000, 7000]);
    driver.down(1500, 0).move(2000, 300, free).move(3500, 900, free).up(free);
    expect(doors(driver)).toMatchObject([{ edge: 0, offsetMm: 2500 }]);
  });

  it('set the tile origin by a click on a corner, and go back to the select tool', () => {
    const driver = take('tileOrigin').move(8050, 6050).click(8050, 6050);
    expect(driver.plan.getState().plan.halls.get('H')?.tile).toEqual({ sizeMm: 600, originXMm: 8000, originYMm: 6000 });
    expect(driver.host.state()).toBe('select.idle');
    unchanged(take('tileOrigin').move(8050, 6050));
  });
});
