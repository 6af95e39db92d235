/** Tracing a drawing, driven without a browser: what is picked, what comes of it, and that it is one step which can be left at any point. */
import { afterEach, expect, test } from 'vitest';
import { drawings } from '../../../renderer/underlay/drawings.ts';
import type { Underlay } from '../../../shared/plan/underlays.ts';
import { hallLines } from '../../support/drawnHall.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const confirmed = { fromX: 0, fromY: 0, toX: 1000, toY: 0, distanceMm: 10_000 };

function driver(change: Partial<Underlay> = {}): ToolDriver {
  const base = new PlanBuilder().hall().build();
  const hall = [...base.halls.keys()][0]!;
  const underlay: Underlay = {
    ...underlayOf('und-1', hall, 'hall'),
    kind: 'dxf',
    widthUnits: 1000,
    heightUnits: 600,
    calibration: confirmed,
    ...change,
  };
  drawings.setState({ byFile: new Map([['hall', { state: 'lines', lines: hallLines() }]]) });
  const tools = new ToolDriver({
    ...base,
    obstacles: new Map(),
    doors: new Map(),
    cabinets: new Map(),
    underlays: new Map([[underlay.id, underlay]]),
  });
  tools.session.setTool('trace');
  return tools;
}

const picks = (tools: ToolDriver): number => tools.session.getState().trace.paths.length;
const steps = (tools: ToolDriver): string[] => tools.plan.getState().past.map(({ label }) => label);

afterEach(() => drawings.setState({ byFile: new Map() }));

test('a picked wall is shown as the hall before it is one, and Enter makes it so in one named step, its corner the origin', () => {
  const tools = driver({ xMm: 700, yMm: -300 });
  tools.click(5700, -290);
  expect(tools.session.getState().preview?.text).toContain('hall of 4 walls');
  // Shown where it is drawn, before it becomes the origin.
  const [shown] = tools.session.getState().preview!.plan!.halls.values();
  expect(shown!.outline[0]).toEqual([700, -300]);
  expect(steps(tools)).toEqual([]);
  expect(tools.key('Enter')).toBe(true);
  expect(steps(tools)).toEqual(['Trace hall H']);
  const { halls, underlays } = tools.plan.getState().plan;
  expect([...halls.values()][0]!.outline).toEqual([
    [0, 0],
    [10_000, 0],
    [10_000, 6000],
    [0, 6000],
  ]);
  expect([...underlays.values()][0]).toMatchObject({ xMm: 0, yMm: 0 });
  expect([tools.host.state(), picks(tools), tools.session.getState().preview]).toEqual(['trace.idle', 0, null]);
});

test('Shift adds and takes away, a marquee takes what it encloses or touches, a double click all that is drawn alike', () => {
  const tools = driver();
  tools.session.setTrace({ as: 'column' });
  tools.click(3000, 2800).click(6000, 2800, { shift: true });
  expect(picks(tools)).toBe(2);
  tools.click(6000, 2800, { shift: true });
  expect(picks(tools)).toBe(1);
  tools.down(2500, 2000).move(6800, 5200).up();
  expect(picks(tools)).toBe(3);
  tools.down(4700, 5500).move(4600, 4700).up();
  expect(picks(tools)).toBe(1);
  tools.doubleClick(3000, 2800);
  expect(picks(tools)).toBe(2);
  tools.key('l');
  expect(picks(tools)).toBe(3);
  expect(tools.session.getState().preview?.text).toContain('3 columns');
  tools.key('Enter');
  expect(steps(tools)).toEqual(['Trace 3 columns']);
  expect([...tools.plan.getState().plan.obstacles.values()].map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'Column 1 column',
    'Column 2 column',
    'Column 3 column',
  ]);
});

test('without a mouse: Tab goes from line to line, Space picks, S takes what is alike, Enter traces', () => {
  const tools = driver();
  tools.session.setTrace({ as: 'column' });
  for (let at = 0; at < 3; at += 1) expect(tools.key('Tab')).toBe(true);
  tools.key(' ');
  expect(picks(tools)).toBe(1);
  tools.key('Tab', { shift: true });
  tools.key('s');
  tools.key('Enter');
  expect(steps(tools)).toHaveLength(1);
  for (let at = 0; at < 5; at += 1) tools.key('Tab');
  expect(tools.key('Tab')).toBe(false);
});

test('Enter with nothing picked leads to the layers, which Tab would reach past every line alone', () => {
  const tools = driver();
  const asked = (): number => tools.session.getState().settingRequests;
  const before = asked();
  expect(tools.key('Enter')).toBe(true);
  expect(asked()).toBe(before + 1);
  tools.key('Tab');
  tools.key('Enter');
  expect([picks(tools), asked()]).toEqual([1, before + 1]);
});

test('a door goes into the wall that was traced; arcs without one are refused with what to do', () => {
  const tools = driver({ xMm: 2000 });
  tools.session.setTrace({ as: 'door', underlay: 'und-1', paths: [4] });
  expect(tools.session.getState().preview?.problem).toBeNull();
  tools.key('Enter');
  expect([...tools.plan.getState().plan.doors.values()]).toMatchObject([
    { clearWidthMm: 1000, leaves: 1, swing: 'in', edge: 0, offsetMm: 4000 },
  ]);
  tools.session.setTrace({ as: 'door', underlay: 'und-1', paths: [0] });
  expect(tools.session.getState().preview?.problem).toContain('no arc of a door');
  tools.key('Enter');
  expect(steps(tools)).toEqual(['Trace Door 1']);
});

test('what is being picked is left by Escape, another tool or a change of the plan; nothing is made', () => {
  for (const leave of [
    (tools: ToolDriver) => tools.host.cancel(),
    (tools: ToolDriver) => tools.session.setTool('select'),
    (tools: ToolDriver) => tools.plan.undo(),
  ]) {
    const tools = driver();
    tools.click(5000, 10).key('Enter');
    tools.click(3000, 2800);
    expect(picks(tools)).toBe(1);
    leave(tools);
    expect([picks(tools), tools.session.getState().preview]).toEqual([0, null]);
  }
});

test('a drawing whose scale nobody has confirmed, or whose layer is off, gives no lines', () => {
  const tools = driver({ calibration: null });
  tools.click(5000, 10);
  expect([picks(tools), tools.session.getState().notice?.text]).toEqual([0, 'Confirm the scale of Floor by a distance first']);
  const off = driver({ offLayers: ['A-WALL'] });
  off.click(5000, 10);
  expect(picks(off)).toBe(0);
});
