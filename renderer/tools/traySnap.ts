/**
 * Where a corner of a tray comes to rest: at a junction first, then on ends and crossings of drawings, then on a tray's centreline, then on lines: of the corner
 * before it, of rows of cabinets, of floor tiles; else on a fine grid. All lengths in mm.
 */
import { pointToLineMm } from '../../shared/geometry/polygons.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { HallLayout, PlacedSegment } from '../canvas/hallLayout.ts';
import type { Guide, SnapTo } from '../state/sessionStore.ts';
import { nearestOnDrawings } from '../underlay/drawingSnap.ts';

export interface TraySnapOptions {
  readonly toleranceMm: number;
  readonly enabled: boolean;
  /** Absent: everything pulls. */
  readonly to?: SnapTo;
  /** Corners of the run so far: it may come back to them. The last one is where the leg under way begins. */
  readonly corners: readonly Point[];
  /** Legs run along x or y only. */
  readonly ortho: boolean;
}

export interface TrayPlace {
  /** In whole mm. */
  readonly at: Point;
  /** What a corner here would join. */
  readonly joins: 'junction' | 'tray' | null;
  readonly guides: readonly Guide[];
}

type Axis = 'xMm' | 'yMm';

/** A line across an axis that pulls. */
interface Line {
  readonly atMm: number;
  /** From where it is drawn when it holds; null: tiles speak for themselves. */
  readonly from: Point | null;
}

const EVERYTHING: SnapTo = { things: true, grid: true };
const FINE_GRID_MM = 10;
/** A junction this close to a leg lies on it. */
const ON_LEG_MM = 1;

export function snapTray(layout: HallLayout, at: Point, options: TraySnapOptions): TrayPlace {
  const { enabled, ortho, corners } = options;
  const start = corners.at(-1) ?? null;
  const axis = start === null || !ortho ? null : mainAxis(start, at);
  const held = start === null || axis === null ? at : axis === 'xMm' ? { xMm: at.xMm, yMm: start.yMm } : { xMm: start.xMm, yMm: at.yMm };
  if (!enabled) return { at: rounded(held), joins: null, guides: [] };
  return start === null || axis === null ? snapFreely(layout, held, options) : snapAlong(layout, held, start, axis, options);
}

/** The axis that a leg follows most. */
export function mainAxis(from: Point, to: Point): Axis {
  return Math.abs(to.xMm - from.xMm) >= Math.abs(to.yMm - from.yMm) ? 'xMm' : 'yMm';
}

function snapFreely(layout: HallLayout, at: Point, { toleranceMm, corners, to = EVERYTHING }: TraySnapOptions): TrayPlace {
  const junction = to.things ? nearest(junctionsOf(layout, corners), at, toleranceMm) : null;
  if (junction !== null) return joinAt(junction, 'junction');
  const tray = to.things ? nearestTray(layout, at, toleranceMm) : null;
  const drawn = to.things ? nearestOnDrawings(layout.underlays, at, toleranceMm) : null;
  if (drawn !== null) {
    const isOnTray = tray !== null && pointToLineMm(drawn, tray.from, tray.to) <= ON_LEG_MM;
    return isOnTray ? joinAt(drawn, 'tray') : { ...joinAt(drawn, 'junction'), joins: null };
  }
  const [x, y] = [pull(layout, 'xMm', at, corners, toleranceMm, to), pull(layout, 'yMm', at, corners, toleranceMm, to)];
  if (tray === null) {
    const place = { xMm: x.atMm, yMm: y.atMm };
    return { at: rounded(place), joins: null, guides: [...guideOf(x, place), ...guideOf(y, place)] };
  }
  // Along a tray that follows an axis, lines across it still pull.
  const isAlongX = tray.from.yMm === tray.to.yMm;
  const isAlongY = tray.from.xMm === tray.to.xMm;
  const pulled = isAlongX ? { ...at, xMm: x.atMm } : isAlongY ? { ...at, yMm: y.atMm } : at;
  return joinAt(onLine(tray, pulled), 'tray');
}

/** On a leg that is bound to an axis: the first thing within reach along it. */
function snapAlong(
  layout: HallLayout,
  at: Point,
  start: Point,
  axis: Axis,
  { toleranceMm, corners, to = EVERYTHING }: TraySnapOptions,
): TrayPlace {
  const across: Axis = axis === 'xMm' ? 'yMm' : 'xMm';
  const onLeg = junctionsOf(layout, corners).filter((place) => Math.abs(place[across] - start[across]) <= ON_LEG_MM);
  const junction = to.things ? nearest(onLeg, at, toleranceMm) : null;
  if (junction !== null) return joinAt(junction, 'junction');
  const met = layout.pathways.segments.flatMap((tray) => crossingAt(tray, start, axis) ?? []);
  const tray = to.things ? nearest(met, at, toleranceMm) : null;
  if (tray !== null) return joinAt(tray, 'tray');
  const line = pull(layout, axis, at, [...corners, ...junctionsOf(layout, [])], toleranceMm, to);
  const place = axis === 'xMm' ? { xMm: line.atMm, yMm: start.yMm } : { xMm: start.xMm, yMm: line.atMm };
  return { at: rounded(place), joins: null, guides: guideOf(line, place) };
}

function joinAt(place: Point, joins: 'junction' | 'tray'): TrayPlace {
  const at = rounded(place);
  return { at, joins, guides: [{ kind: joins === 'junction' ? 'joint' : 'newJoint', from: at, to: at, text: null }] };
}

function junctionsOf({ pathways }: HallLayout, corners: readonly Point[]): Point[] {
  return [...pathways.segments.flatMap(({ from, to }) => [from, to]), ...corners.slice(0, -1)];
}

function nearest(places: readonly Point[], at: Point, toleranceMm: number): Point | null {
  let best: Point | null = null;
  let leastMm = toleranceMm;
  for (const place of places) {
    const distanceMm = Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm);
    if (distanceMm <= leastMm) [best, leastMm] = [place, distanceMm];
  }
  return best;
}

/** The tray that runs nearest to a place within reach; those that are left out do not count. */
export function nearestTray(
  { pathways }: HallLayout,
  at: Point,
  toleranceMm: number,
  without: ReadonlySet<string> = new Set(),
): PlacedSegment | null {
  let best: PlacedSegment | null = null;
  let leastMm = toleranceMm;
  for (const placed of pathways.segments) {
    const distanceMm = pointToLineMm(at, placed.from, placed.to);
    if (distanceMm <= leastMm && !without.has(placed.segment.id)) [best, leastMm] = [placed, distanceMm];
  }
  return best;
}

/** The place on a centreline that is nearest to a point. */
export function onLine({ from, to }: PlacedSegment, at: Point): Point {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((at.xMm - from.xMm) * dx + (at.yMm - from.yMm) * dy) / squared));
  return { xMm: from.xMm + share * dx, yMm: from.yMm + share * dy };
}

/** Where a tray's centreline crosses the line through `start` along an axis; null when it does not. */
function crossingAt({ from, to }: PlacedSegment, start: Point, axis: Axis): Point | null {
  const across: Axis = axis === 'xMm' ? 'yMm' : 'xMm';
  const span = to[across] - from[across];
  if (span === 0) return null;
  const share = (start[across] - from[across]) / span;
  if (share < 0 || share > 1) return null;
  return { xMm: from.xMm + share * (to.xMm - from.xMm), yMm: from.yMm + share * (to.yMm - from.yMm) };
}

/** The line that a coordinate rests on: the nearest within reach, else the fine grid. */
function pull(layout: HallLayout, axis: Axis, at: Point, places: readonly Point[], toleranceMm: number, to: SnapTo): Line {
  const { hall, cabinets } = layout;
  const lines: Line[] = to.things ? places.map((place) => ({ atMm: place[axis], from: place })) : [];
  for (const { box, facing } of to.things ? cabinets.rows : []) {
    if (facing === null || (facing % 180 === 0) !== (axis === 'yMm')) continue;
    const [low, high] = axis === 'xMm' ? [box.minXMm, box.maxXMm] : [box.minYMm, box.maxYMm];
    const middle = (low + high) / 2;
    lines.push({ atMm: middle, from: axis === 'xMm' ? { xMm: middle, yMm: box.minYMm } : { xMm: box.minXMm, yMm: middle } });
  }
  const best = lines
    .filter(({ atMm }) => Math.abs(atMm - at[axis]) <= toleranceMm)
    .reduce<Line | null>((a, b) => (a === null || Math.abs(b.atMm - at[axis]) < Math.abs(a.atMm - at[axis]) ? b : a), null);
  if (best !== null) return best;
  if (!to.grid) return { atMm: at[axis], from: null };
  const { sizeMm, originXMm, originYMm } = hall.tile;
  if (sizeMm > 0) {
    const originMm = axis === 'xMm' ? originXMm : originYMm;
    // Trays run along tiles' edges or along their middles.
    const atMm = originMm + (Math.round((2 * (at[axis] - originMm)) / sizeMm) * sizeMm) / 2;
    if (Math.abs(atMm - at[axis]) <= toleranceMm) return { atMm, from: null };
  }
  return { atMm: Math.round(at[axis] / FINE_GRID_MM) * FINE_GRID_MM, from: null };
}

function guideOf({ from }: Line, place: Point): Guide[] {
  return from === null ? [] : [{ kind: 'align', from, to: rounded(place), text: null }];
}

function rounded({ xMm, yMm }: Point): Point {
  return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
}
