/** Two places of a drawing, driven without a browser: pulled to ends and crossings, asked about, and left at any point. */
import { afterEach, expect, test } from 'vitest';
import Flatbush from 'flatbush';
import { dialogs } from '../../../renderer/dialogs/dialogStore.ts';
import { spanHint } from '../../../renderer/underlay/addDrawing.ts';
import { drawings } from '../../../renderer/underlay/drawings.ts';
import { nearestOnLines } from '../../../renderer/underlay/drawingSnap.ts';
import type { IndexedLines } from '../../../renderer/underlay/drawingMessages.ts';
import { PathGatherer } from '../../../shared/drawings/lineDrawing.ts';
import { ToolDriver } from '../../support/toolDriver.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { Underlay } from '../../../shared/plan/underlays.ts';

/** A cross of two lines, 100 by 80 units, with a layer of its own for the second. */
function crossLines(): IndexedLines {
  const gatherer = new PathGatherer();
  gatherer.addPath({ layer: 'A' }, 'line', [0, 40, 100, 40], false);
  gatherer.addPath({ layer: 'B' }, 'line', [50, 0, 50, 80], false);
  const drawing = gatherer.finish({ mmPerUnit: 10, entities: {}, skipped: [] });
  const tree = new Flatbush(2);
  tree.add(0, 40, 100, 40);
  tree.add(50, 0, 50, 80);
  tree.finish();
  return {
    drawing,
    from: Uint32Array.of(0, 2),
    to: Uint32Array.of(1, 3),
    paths: Uint32Array.of(0, 1),
    index: tree.data as ArrayBuffer,
  };
}

function driver(change: Partial<Underlay> = {}): ToolDriver {
  const base: Plan = new PlanBuilder().hall().build();
  const hall = [...base.halls.keys()][0]!;
  const underlay: Underlay = { ...underlayOf('und-1', hall, 'cross'), kind: 'dxf', widthUnits: 100, heightUnits: 80, ...change };
  const tools = new ToolDriver({ ...base, underlays: new Map([[underlay.id, underlay]]) });
  drawings.setState({ byFile: new Map([['cross', { state: 'lines', lines: crossLines() }]]) });
  return tools;
}

afterEach(() => {
  dialogs.setState({ distance: null });
  drawings.setState({ byFile: new Map() });
});

test('ends win over crossings, and layers that are off pull nothing', () => {
  const lines = crossLines();
  expect(nearestOnLines(lines, { x: 52, y: 41 }, 5, [])).toEqual({ x: 50, y: 40 });
  expect(nearestOnLines(lines, { x: 98, y: 42 }, 5, [])).toEqual({ x: 100, y: 40 });
  expect(nearestOnLines(lines, { x: 52, y: 41 }, 5, ['B'])).toBeNull();
  expect(nearestOnLines(lines, { x: 20, y: 10 }, 5, [])).toBeNull();
});

test('two clicks near ends ask for the distance between the ends themselves', () => {
  const tools = driver();
  tools.session.setState({ span: { underlay: 'und-1', purpose: 'calibrate' } });
  tools.session.setTool('span');
  tools.click(30, 420);
  expect(tools.host.state()).toBe('span.first');
  tools.move(960, 430);
  expect(tools.session.getState().preview?.text).toContain('1');
  tools.click(960, 430);
  expect(dialogs.getState().distance).toEqual({ underlay: 'und-1', purpose: 'calibrate', from: { x: 0, y: 40 }, to: { x: 100, y: 40 } });
  expect(tools.session.getState().tool).toBe('select');
  expect(tools.plan.getState().past).toEqual([]);
});

test('the tool that asked for the scale is in the hand again afterwards, and what this one said is gone', () => {
  for (const leave of [(tools: ToolDriver) => tools.click(30, 420).click(960, 430), (tools: ToolDriver) => tools.host.cancel()]) {
    const tools = driver();
    tools.session.setState({ tool: 'span', span: { underlay: 'und-1', purpose: 'calibrate', backTo: 'trace' } });
    tools.session.setState({ notice: { text: spanHint('calibrate'), tone: 'info' } });
    leave(tools);
    expect(tools.session.getState().tool).toBe('trace');
    expect(tools.session.getState().notice?.text ?? '').not.toContain('Click two ends');
  }
});

test('Escape takes the first place back, then lays the tool down', () => {
  const tools = driver();
  tools.session.setState({ span: { underlay: 'und-1', purpose: 'check' } });
  tools.session.setTool('span');
  tools.click(30, 420);
  tools.host.cancel();
  expect([tools.host.state(), tools.session.getState().preview]).toEqual(['span.idle', null]);
  tools.host.cancel();
  expect(tools.session.getState().tool).toBe('select');
  expect(dialogs.getState().distance).toBeNull();
});

test('a point of the drawing comes to stand on a corner of the hall, in one step; a locked drawing stays', () => {
  const tools = driver({ locked: false, xMm: 3000, yMm: 2000 });
  tools.session.setState({ span: { underlay: 'und-1', purpose: 'place' } });
  tools.session.setTool('span');
  tools.click(3010, 2390).click(20, 30);
  const { xMm, yMm } = tools.plan.getState().plan.underlays.get('und-1')!;
  expect([xMm, yMm]).toEqual([0, -400]);
  expect(tools.plan.getState().past.map(({ label }) => label)).toEqual(['Change Floor']);

  const locked = driver({ locked: true });
  locked.session.setState({ span: { underlay: 'und-1', purpose: 'place' } });
  locked.session.setTool('span');
  locked.click(10, 390).click(2000, 3000);
  expect(locked.plan.getState().past).toEqual([]);
  expect(locked.session.getState().notice?.tone).toBe('error');
});

test('walls, columns and measures are drawn to ends of the drawing, once its scale is confirmed', () => {
  const calibration = { fromX: 0, fromY: 0, toX: 100, toY: 0, distanceMm: 1000 };
  const tools = driver({ xMm: 333, yMm: 777, calibration });
  tools.session.setState({ tool: 'obstacle', obstacle: { kind: 'column', shape: 'rectangle' } });
  tools.session.setTool('obstacle');
  tools.down(340, 1170).move(1320, 1600).up();
  const [column] = tools.plan.getState().plan.obstacles.values();
  expect(column?.outline[0]).toEqual([333, 1177]);

  const unsure = driver({ xMm: 333, yMm: 777 });
  unsure.session.setState({ tool: 'obstacle', obstacle: { kind: 'column', shape: 'rectangle' } });
  unsure.session.setTool('obstacle');
  unsure.down(340, 1170).move(1320, 1600).up();
  const [free] = unsure.plan.getState().plan.obstacles.values();
  expect(free?.outline[0]).not.toEqual([333, 1177]);
});
