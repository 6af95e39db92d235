/** Drawings against what their own makers measured: an office by its surveyors, a pavilion by the quantities of its architect. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../shared/commands/history.ts';
import { calibrateUnderlay } from '../../../shared/commands/underlays.ts';
import { readDxf } from '../../../shared/drawings/readDxf.ts';
import { pathOnFloor, pathsOnLayer, type PickedPath } from '../../../shared/drawings/trace/pickedPaths.ts';
import { traceHall } from '../../../shared/drawings/trace/traceHall.ts';
import { outlineAreaMm2, traceShapes } from '../../../shared/drawings/trace/traceShapes.ts';
import { traceWalls, type TracedWalls } from '../../../shared/drawings/trace/traceWalls.ts';
import { scaleErrorPct, toFloor } from '../../../shared/drawings/underlayPlace.ts';
import { polygonContainsPoint } from '../../../shared/geometry/polygons.ts';
import type { Point } from '../../../shared/geometry/shapes.ts';
import type { PointMm } from '../../../shared/plan/types.ts';
import type { MeasuredSpan, Underlay } from '../../../shared/plan/underlays.ts';
import { dxf, section } from '../../support/dxfPairs.ts';
import { doors, floors, measured, vertices, walls, type Place, type Stretch } from '../../support/officeBuilding.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';

const WALL_LINES = { mostGapMm: 20, thickestMm: 400, singleMm: 100 };

const spans = measured.map(({ line: [from, to], metres }): MeasuredSpan => ({
  ...{ fromX: from.x, fromY: from.y, toX: to.x, toY: to.y },
  distanceMm: metres * 1000,
}));

/** The office's picture, its scale taken from one of the measured lengths. */
function calibrated(span: MeasuredSpan): Underlay {
  const base = new PlanBuilder().hall().build();
  const [hall] = [...base.halls.keys()];
  const office: Underlay = { ...underlayOf('und-1', hall!, 'file'), widthUnits: 3047, heightUnits: 1717 };
  const run = runCommand({ ...base, underlays: new Map([['und-1', office]]) }, calibrateUnderlay, { id: 'und-1', span });
  if (!run.ok) throw new Error(run.error.message);
  return run.value.plan.underlays.get('und-1')!;
}

function tracedWalls(paths: readonly PickedPath[]): TracedWalls {
  const traced = traceWalls(paths, WALL_LINES);
  if (!traced.ok) throw new Error(traced.error.message);
  return traced.value;
}

const cornerOf = ({ xMm, yMm }: Point): PointMm => [xMm, yMm];
const pointOf = ([xMm, yMm]: PointMm) => ({ xMm, yMm });

describe('the office', () => {
  const office = calibrated(spans[0]!);
  const widthMm = ([from, to]: Stretch): number => Math.hypot(to.x - from.x, to.y - from.y) * office.mmPerUnit;
  const middle = ([from, to]: Stretch): Place => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  /** The same walls as a draughtsman would hand them over: lines, y up, a unit a pixel. */
  const pixels = (places: Stretch): string => `10 ${places[0].x} 20 ${-places[0].y} 11 ${places[1].x} 21 ${-places[1].y}`;
  const drawing = readDxf(dxf(section('ENTITIES', walls.map((wall) => `0 LINE 8 A-WALL ${pixels(wall)}`).join(' '))));
  if (!drawing.ok) throw new Error(drawing.error.message);
  const { originX, originY } = drawing.value;
  const at = toFloor(office, { x: originX, y: -originY });
  const lines = pathsOnLayer(drawing.value, 'A-WALL').map((path) => pathOnFloor(drawing.value, { ...office, ...at }, path));

  test('is at the scale that each of its three measured lengths gives, and each tells the others off by as much', () => {
    expect([vertices.length, walls.length, doors.length]).toEqual([73, 33, 3]);
    for (const { x, y } of vertices) expect(x > 0 && y > 0 && x < 3047 && y < 1717).toBe(true);
    expect(spans.map((span) => calibrated(span).mmPerUnit.toFixed(4))).toEqual(['8.4541', '8.4804', '8.4620']);
    expect(spans.map((span) => scaleErrorPct(office.mmPerUnit, span).toFixed(2))).toEqual(['0.00', '-0.31', '-0.09']);
    expect((office.widthUnits * office.mmPerUnit) / 1000).toBeCloseTo(25.8, 1);
  });

  test('its 33 walls are traced where they stand, as long as they are, and leave its 3 doors open', () => {
    const { walls: traced, loose, rooms } = tracedWalls(lines);
    expect([lines.length, loose, rooms]).toEqual([33, 0, 0]);
    const areaMm2 = traced.reduce((sum, { outline }) => sum + outlineAreaMm2(outline), 0);
    const longMm = walls.reduce((sum, wall) => sum + widthMm(wall), 0);
    expect(Math.abs(areaMm2 / WALL_LINES.singleMm / longMm - 1)).toBeLessThan(0.001);
    const over = (place: Place): number =>
      traced.filter(({ outline }) => polygonContainsPoint(outline.map(pointOf), toFloor(office, place))).length;
    expect(walls.filter((wall) => over(middle(wall)) === 0)).toEqual([]);
    expect(doors.map((door) => over(middle(door)))).toEqual([0, 0, 0]);
  });

  test('as a hall it is closed across the doors, and nothing else wider than a hand', () => {
    const hall = traceHall(lines, 2000);
    if (!hall.ok) throw new Error(hall.error.message);
    const [widest, ...gaps] = hall.value.gaps.map(({ lengthMm }) => lengthMm);
    const [main, one, other] = doors.map(widthMm) as [number, number, number];
    // A stub of wall as long as a hand stands in the opening of the door with two leaves.
    expect(widest! + gaps.at(-1)!).toBeCloseTo(main, 0);
    expect(gaps.slice(0, -1).map(Math.round)).toEqual([other, one].map(Math.round));
    // It covers the first and the last of their floors, whose edges run in the middle of walls and a little beside them.
    const [first, last] = [floors[0]!, floors.at(-1)!].map((corners) =>
      outlineAreaMm2(corners.map((corner) => cornerOf(toFloor(office, corner)))),
    );
    expect(Math.abs(outlineAreaMm2(hall.value.outline) / (first! + last!) - 1)).toBeLessThan(0.01);
  });
});

describe('the pavilion', () => {
  const report = (name: string): string =>
    readFileSync(new URL(`../../drawings/plans/barcelona-pavillion/${name}.csv`, import.meta.url), 'utf8');
  const read = readDxf(readFileSync(new URL('../../drawings/dxf/barcelona-pavillion/plan.dxf', import.meta.url)));
  if (!read.ok) throw new Error(read.error.message);
  const { value: drawing } = read;
  const frame = { xMm: 0, yMm: 0, rotationDeg: 0, mmPerUnit: drawing.mmPerUnit!, widthUnits: drawing.width, heightUnits: drawing.height };
  const onLayer = (layer: string): PickedPath[] => pathsOnLayer(drawing, layer).map((path) => pathOnFloor(drawing, frame, path));

  test('its walls have the area that its architect reports of them, at three metres of height', () => {
    const reported = ['Wall001', 'Wall002', 'Wall003', 'Wall004'].map((name) =>
      Number(new RegExp(`^${name}\\t([\\d.]+) mm`, 'm').exec(report('quantities from reporting'))![1]),
    );
    const areas = tracedWalls(onLayer('Walls')).walls.map(({ outline }) => {
      const around = outline.reduce((sum, [x, y], corner) => {
        const [nextX, nextY] = outline[(corner + 1) % outline.length]!;
        return sum + Math.hypot(nextX - x, nextY - y);
      }, 0);
      return around * 3000;
    });
    // Corners are traced in whole millimetres.
    for (const area of reported) expect(Math.min(...areas.map((own) => Math.abs(own - area)))).toBeLessThan(6000);
  });

  test('its two roofs, seen from above, have the area of its roof slabs', () => {
    const roofs = traceShapes(onLayer('Projection'), 20, []);
    if (!roofs.ok) throw new Error(roofs.error.message);
    expect(roofs.value.shapes).toHaveLength(2);
    const slabsM2 = Number(/^Roof slab area\t([\d.]+)/m.exec(report('quantities'))![1]);
    const areaM2 = roofs.value.shapes.reduce((sum, { outline }) => sum + outlineAreaMm2(outline), 0) / 1e6;
    expect(Math.abs(areaM2 / slabsM2 - 1)).toBeLessThan(0.01);
  });
});
