/**
 * Lines that pull what is moved or drawn: sides and middles of cabinets and obstacles, rows, walls, the floor that leaves of doors sweep,
 * and centerlines of trays. Sides pull sides, middles pull middles. All lengths in mm.
 */
import { growBox } from '../../shared/geometry/boxIndex.ts';
import { sweptByLeaves } from '../../shared/geometry/doorLeaves.ts';
import { boxAround, type Box, type Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';

export type SnapAxis = 'x' | 'y';

/** A line across an axis. */
export interface SnapLine {
  readonly atMm: number;
  /** From where to where it reaches along the other axis: what it belongs to. */
  readonly lowMm: number;
  readonly highMm: number;
  readonly part: 'side' | 'middle';
}

/** Cabinets, obstacles and trays farther away are not aligned with; rows and walls are, at any distance. */
const REACH_MM = 4000;

/** Everything that pulls a box along an axis. `moving`: ids of what moves itself. */
export function snapLines(layout: HallLayout, axis: SnapAxis, box: Box, moving: ReadonlySet<string>): SnapLine[] {
  const around = growBox(box, REACH_MM);
  const { cabinets, pathways } = layout;
  const ofBoxes = [
    ...cabinets.index
      .search(around)
      .map((position) => cabinets.cabinets[position]!)
      .filter(({ cabinet }) => !moving.has(cabinet.id)),
    ...layout.obstacles.filter((placed) => !moving.has(placed.obstacle.id) && overlaps(placed.box, around)),
  ].flatMap((placed) => linesOfBox(placed.box, axis));
  const ofRows = cabinets.rows.filter(({ members }) => members.every((id) => !moving.has(id))).flatMap((row) => linesOfBox(row.box, axis));
  const ofTrays = pathways.index
    .search(around)
    .map((position) => pathways.segments[position]!)
    .filter(({ segment }) => !moving.has(segment.id))
    .flatMap(({ from, to }) => lineAlong(from, to, axis, 'middle'));
  const ofWalls = layout.outline.flatMap((from, i) => lineAlong(from, layout.outline[(i + 1) % layout.outline.length]!, axis, 'side'));
  const ofSwings = layout.doors
    .filter(({ door, box: swept }) => !moving.has(door.id) && overlaps(swept, around))
    .flatMap(({ door }) => sweptByLeaves(layout.hall.outline, door))
    .flatMap((leaf) => linesOfBox(boxAround(leaf), axis).filter(({ part }) => part === 'side'));
  return [...ofBoxes, ...ofRows, ...ofTrays, ...ofWalls, ...ofSwings];
}

function linesOfBox(box: Box, axis: SnapAxis): SnapLine[] {
  const [low, high] = spanOf(box, axis);
  const [lowMm, highMm] = spanOf(box, axis === 'x' ? 'y' : 'x');
  return [
    { atMm: low, lowMm, highMm, part: 'side' },
    { atMm: high, lowMm, highMm, part: 'side' },
    { atMm: (low + high) / 2, lowMm, highMm, part: 'middle' },
  ];
}

/** The line itself where it runs across the axis; a slanted one is no line of an axis. */
function lineAlong(from: Point, to: Point, axis: SnapAxis, part: SnapLine['part']): SnapLine[] {
  const [a, b] = axis === 'x' ? [from.xMm, to.xMm] : [from.yMm, to.yMm];
  const [c, d] = axis === 'x' ? [from.yMm, to.yMm] : [from.xMm, to.xMm];
  return a !== b || c === d ? [] : [{ atMm: a, lowMm: Math.min(c, d), highMm: Math.max(c, d), part }];
}

/** A box's extent along an axis. */
export function spanOf(box: Box, axis: SnapAxis): readonly [low: number, high: number] {
  return axis === 'x' ? [box.minXMm, box.maxXMm] : [box.minYMm, box.maxYMm];
}

function overlaps(a: Box, b: Box): boolean {
  return a.minXMm <= b.maxXMm && a.maxXMm >= b.minXMm && a.minYMm <= b.maxYMm && a.maxYMm >= b.minYMm;
}
