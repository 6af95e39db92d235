/**
 * Where a corner of an outline comes to rest: on corners of the outline, the walls and the obstacles first, then on ends and crossings
 * of drawings under the plan, then in line
 * with them, then on tiles, else on a fine grid. All lengths in mm.
 */
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Hall } from '../../shared/plan/types.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
import { nearestOnDrawings } from '../underlay/drawingSnap.ts';
import { distanceMm } from './sketch.ts';

export interface CornerSnapOptions {
  readonly toleranceMm: number;
  readonly enabled: boolean;
  /** Corners set so far; the last is where the leg under way begins. */
  readonly corners: readonly Point[];
  /** The leg runs along x or y only. */
  readonly ortho: boolean;
}

export interface CornerPlace {
  /** In whole mm. */
  readonly at: Point;
  readonly guides: readonly Guide[];
}

type Axis = 'xMm' | 'yMm';

const FINE_GRID_MM = 10;
/** Tiles of a hall that is not drawn yet: the common ones of 600 mm. */
export const FIRST_TILE: Hall['tile'] = { sizeMm: 600, originXMm: 0, originYMm: 0 };

/** Draws a corner to its surroundings; without a hall, to its own drawing and to tiles. */
export function snapCorner(layout: HallLayout | null, at: Point, { toleranceMm, enabled, corners, ortho }: CornerSnapOptions): CornerPlace {
  const start = corners.at(-1) ?? null;
  const held = start === null || !ortho ? null : heldAxis(start, at);
  const free = start === null || held === null ? at : { ...at, [held]: start[held] };
  if (!enabled) return { at: rounded(free), guides: [] };
  const known = [...corners, ...(layout?.outline ?? []), ...(layout?.obstacles.flatMap(({ outline }) => outline) ?? [])];
  const corner = nearest(
    known.filter((one) => held === null || start === null || one[held] === start[held]),
    free,
    toleranceMm,
  );
  if (corner !== null && corner !== start) return { at: corner, guides: [] };
  const drawn = layout === null || held !== null ? null : nearestOnDrawings(layout.underlays, free, toleranceMm);
  if (drawn !== null) return { at: rounded(drawn), guides: [{ kind: 'joint', from: rounded(drawn), to: rounded(drawn), text: null }] };
  const guides: Guide[] = [];
  const pulled: Record<Axis, number> = { xMm: free.xMm, yMm: free.yMm };
  for (const axis of ['xMm', 'yMm'] as const) {
    if (axis === held) continue;
    const inLine = nearestAlong(known, free, axis, toleranceMm);
    pulled[axis] = inLine?.[axis] ?? onGrid(layout?.hall.tile ?? FIRST_TILE, axis, free[axis], toleranceMm);
    if (inLine !== null) guides.push({ kind: 'align', from: inLine, to: free, text: null });
  }
  const place = rounded(pulled);
  return { at: place, guides: guides.map((guide) => ({ ...guide, to: place })) };
}

/** The coordinate that a leg keeps when it follows one axis. */
function heldAxis(start: Point, at: Point): Axis {
  return Math.abs(at.xMm - start.xMm) >= Math.abs(at.yMm - start.yMm) ? 'yMm' : 'xMm';
}

function nearest(places: readonly Point[], at: Point, toleranceMm: number): Point | null {
  let best: Point | null = null;
  let least = toleranceMm;
  for (const place of places) {
    const away = distanceMm(place, at);
    if (away <= least) [best, least] = [place, away];
  }
  return best;
}

function nearestAlong(places: readonly Point[], at: Point, axis: Axis, toleranceMm: number): Point | null {
  let best: Point | null = null;
  let least = toleranceMm;
  for (const place of places) {
    const away = Math.abs(place[axis] - at[axis]);
    if (away < least) [best, least] = [place, away];
  }
  return best;
}

function onGrid({ sizeMm, originXMm, originYMm }: Hall['tile'], axis: Axis, valueMm: number, toleranceMm: number): number {
  const originMm = axis === 'xMm' ? originXMm : originYMm;
  const line = originMm + Math.round((valueMm - originMm) / sizeMm) * sizeMm;
  return Math.abs(line - valueMm) <= toleranceMm ? line : Math.round(valueMm / FINE_GRID_MM) * FINE_GRID_MM;
}

function rounded({ xMm, yMm }: Point): Point {
  return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
}
