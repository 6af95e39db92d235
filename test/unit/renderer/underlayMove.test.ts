/** Drawings by hand on the canvas: taken hold of by a line or their frame, moved in one step; cabinets are drawn to their ends. */
import { afterEach, expect, test } from 'vitest';
import { drawings } from '../../../renderer/underlay/drawings.ts';
import { moveThings } from '../../../shared/commands/move.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import type { Underlay } from '../../../shared/plan/underlays.ts';
import { hallLines } from '../../support/drawnHall.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';
import { CABINET } from '../../support/testCatalog.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

const confirmed = { fromX: 0, fromY: 0, toX: 1000, toY: 0, distanceMm: 10_000 };

/** Columns of the drawing begin at 3333, 2777 and 6333, 2777 on the floor, its frame at 333, -223. A pixel is 20 mm. */
function driver(change: Partial<Underlay> = {}): ToolDriver {
  const base = new PlanBuilder().hall().cabinet('A01', 12_000, 9000).build();
  const underlay: Underlay = {
    ...underlayOf('und-1', [...base.halls.keys()][0]!, 'hall'),
    kind: 'dxf',
    widthUnits: 1000,
    heightUnits: 600,
    xMm: 333,
    yMm: -223,
    locked: false,
    ...change,
  };
  drawings.setState({ byFile: new Map([['hall', { state: 'lines', lines: hallLines() }]]) });
  return new ToolDriver({ ...base, underlays: new Map([[underlay.id, underlay]]) });
}

const place = (tools: ToolDriver): readonly number[] => {
  const { xMm, yMm } = tools.plan.getState().plan.underlays.get('und-1')!;
  return [xMm, yMm];
};
const steps = (tools: ToolDriver): string[] => tools.plan.getState().past.map(({ label }) => label);
const cabinet = (tools: ToolDriver, id: string): readonly number[] => {
  const { xMm, yMm } = tools.plan.getState().plan.cabinets.get(id)!;
  return [xMm, yMm];
};

afterEach(() => drawings.setState({ byFile: new Map() }));

test.each([
  ['a line', 3500, 2780, {}],
  ['the arc of a door', 333 + 2000 + 707, -223 + 707, {}],
  ['its frame', 333, 4000, {}],
  ['a line, turned and not yet measured', 333 - 2570, -223 + 3200, { rotationDeg: 90 }],
] as const)('is taken hold of by %s and dragged in one step, its lines along with it until then', (_what, xMm, yMm, change) => {
  const tools = driver(change);
  const [fromX, fromY] = place(tools) as [number, number];
  tools.click(xMm, yMm);
  expect(tools.selected()).toEqual(['und-1']);
  tools.down(xMm, yMm).move(xMm + 1000, yMm + 400, { ctrl: true });
  const tried = tools.session.getState().preview!;
  expect(tried.plan!.underlays.get('und-1')).toMatchObject({ xMm: fromX + 1000, yMm: fromY + 400 });
  expect([tried.moving.has('und-1'), steps(tools), place(tools)]).toEqual([true, [], [fromX, fromY]]);
  tools.up({ ctrl: true });
  expect([steps(tools), place(tools)]).toEqual([['Move Floor'], [fromX + 1000, fromY + 400]]);
  tools.plan.undo();
  expect(place(tools)).toEqual([fromX, fromY]);
});

test('is left where it was by Escape, set by a typed length, and dragged with what else is selected', () => {
  const tools = driver();
  tools.down(3500, 2780).move(5000, 2780);
  tools.host.cancel();
  expect([tools.session.getState().preview, steps(tools)]).toEqual([null, []]);
  tools.down(3500, 2780).move(5000, 2780);
  for (const key of '1234') tools.key(key);
  tools.key('Enter');
  expect(place(tools)).toEqual([1567, -223]);
  tools.session.select([
    { kind: 'underlay', id: 'und-1' },
    { kind: 'cabinet', id: 'A01' },
  ]);
  tools.down(12_300, 9500).move(12_500, 9500, { ctrl: true }).up({ ctrl: true });
  expect([place(tools), cabinet(tools, 'A01'), steps(tools).at(-1)]).toEqual([[1767, -223], [12_200, 9000], 'Move 2 things']);
});

test('lets through within its frame, on layers that are off, under other things, where drawings are hidden, and while it is locked', () => {
  const tools = driver();
  const hit = (xMm: number, yMm: number): string | undefined => tools.host.hit({ xMm, yMm })?.id;
  expect([hit(3500, 2780), hit(2000, 4500)]).toEqual(['und-1', undefined]);
  expect(driver({ offLayers: ['S-COLS'] }).host.hit({ xMm: 3500, yMm: 2780 })).toBeNull();
  expect(driver({ xMm: 9200, yMm: 3300 }).host.hit({ xMm: 12_300, yMm: 9300 })?.kind).toBe('cabinet');
  tools.session.setLayer('drawings', false);
  expect(hit(3500, 2780)).toBeUndefined();

  const locked = driver({ locked: true });
  expect(locked.host.hit({ xMm: 3500, yMm: 2780 })).toBeNull();
  // Selected in its list and moved by number or with others, it keeps its place and says why.
  const { plan } = locked.plan.getState();
  const moved = runCommand(plan, moveThings, { underlays: ['und-1'], cabinets: ['A01'], dxMm: 50, dyMm: 0 });
  expect(moved).toMatchObject({ ok: false, error: { message: 'Floor is locked' } });
});

test('of two over each other the upper one is meant, whatever their ids', () => {
  const tools = driver();
  const one = tools.plan.getState().plan.underlays.get('und-1')!;
  const hit = (lower: Underlay, upper: Underlay): string | undefined => {
    const { plan } = tools.plan.getState();
    tools.plan.replacePlan({ ...plan, underlays: new Map([upper, lower].map((underlay) => [underlay.id, underlay])) });
    return tools.host.hit({ xMm: 3500, yMm: 2780 })?.id;
  };
  const two = { ...one, id: 'und-2' };
  expect([hit(one, two), hit(two, { ...one, level: 1 }), hit({ ...one, level: 1 }, { ...two, level: 2 })]).toEqual([
    'und-2',
    'und-1',
    'und-2',
  ]);
});

test('in a locked layer it is passed over, but cabinets are drawn to its lines', () => {
  const tools = driver({ calibration: confirmed });
  tools.session.setLock('drawings', true);
  expect(tools.host.hit({ xMm: 3500, yMm: 2780 })).toBeNull();
  tools.session.setState({ placing: CABINET });
  tools.session.setTool('place');
  tools.move(3333 + CABINET.widthMm / 2 + 40, 2777 + CABINET.depthMm / 2 - 40);
  expect(tools.session.getState().preview?.guides[0]).toMatchObject({ kind: 'joint', from: { xMm: 3333, yMm: 2777 } });
  tools.session.setTool('select');
  tools.session.setLock('drawings', false);
  expect(tools.host.hit({ xMm: 3500, yMm: 2780 })?.id).toBe('und-1');
});

test('a cabinet that is placed or moved stands with a corner on an end or crossing of a drawing whose scale is confirmed', () => {
  const tools = driver({ calibration: confirmed });
  tools.session.setState({ placing: CABINET });
  tools.session.setTool('place');
  // Its upper left corner comes within three pixels of the column's.
  const [halfWide, halfDeep] = [CABINET.widthMm / 2, CABINET.depthMm / 2];
  tools.move(3333 + halfWide + 40, 2777 + halfDeep - 40);
  expect(tools.session.getState().preview?.guides[0]).toMatchObject({ kind: 'joint', from: { xMm: 3333, yMm: 2777 } });
  tools.click(3333 + halfWide + 40, 2777 + halfDeep - 40);
  const [placed] = tools.selected();
  expect(cabinet(tools, placed!)).toEqual([3333, 2777]);

  // Moved, by its lower right corner; Ctrl lets go of the drawing, and so does F3's choice.
  tools.session.setTool('select');
  const drag = (byX: number, byY: number, ctrl: boolean): readonly number[] => {
    tools
      .down(12_300, 9500)
      .move(12_300 + byX, 9500 + byY, { ctrl })
      .up({ ctrl });
    const now = cabinet(tools, 'A01');
    tools.plan.undo();
    return now;
  };
  const [dx, dy] = [6333 - (12_000 + CABINET.widthMm), 2777 - (9000 + CABINET.depthMm)];
  expect(drag(dx + 50, dy - 70, false)).toEqual([12_000 + dx, 9000 + dy]);
  expect(drag(dx + 50, dy - 70, true)).toEqual([12_000 + dx + 50, 9000 + dy - 70]);
  tools.session.setState({ snapTo: { things: false, grid: true } });
  expect(drag(dx + 50, dy - 70, false)).not.toEqual([12_000 + dx, 9000 + dy]);
});

test('a drawing is not drawn to its own ends, nor is a cabinet to one that nobody has measured', () => {
  const tools = driver({ calibration: confirmed });
  tools.down(3500, 2780).move(3610, 2780).up();
  expect(steps(tools)).toEqual(['Move Floor']);
  const unsure = driver();
  unsure.session.setState({ placing: CABINET });
  unsure.session.setTool('place');
  unsure.move(3333 + CABINET.widthMm / 2 + 40, 2777 + CABINET.depthMm / 2 - 40);
  expect(unsure.session.getState().preview?.guides.some(({ kind }) => kind === 'joint')).toBe(false);
});
