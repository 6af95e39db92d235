/** A path beside another: every leg moved sideways by the same distance, corners where the moved legs meet. */
import { must } from '../assert.ts';
import type { Point } from './shapes.ts';

/** Corners sharper than this (as the cosine of half the turn) would shoot far out. */
const LEAST_COSINE = 0.1;

/**
 * Points of the path moved by so many mm to its right, looking along it on the screen (x right, y down), in whole mm; a closed path
 * ends where it begins. Null where it turns back on itself.
 */
export function offsetPath(points: readonly Point[], byMm: number, isClosed: boolean): Point[] | null {
  const legs = points.slice(1).map((to, place) => directionOf(must(points[place], 'point'), to));
  const moved: Point[] = [];
  for (const [place, point] of points.entries()) {
    const before = place > 0 ? legs[place - 1] : isClosed ? legs.at(-1) : undefined;
    const after = place < legs.length ? legs[place] : isClosed ? legs[0] : undefined;
    const [one, other] = [before ?? after, after ?? before];
    if (one === undefined || other === undefined) return null;
    const normal = { x: -(one.y + other.y) / 2, y: (one.x + other.x) / 2 };
    const squared = normal.x * normal.x + normal.y * normal.y;
    // Also where a leg has no length, and with it no direction.
    if (!(squared >= LEAST_COSINE * LEAST_COSINE)) return null;
    moved.push({
      xMm: Math.round(point.xMm + (normal.x / squared) * byMm),
      yMm: Math.round(point.yMm + (normal.y / squared) * byMm),
    });
  }
  return moved;
}

function directionOf(from: Point, to: Point): { readonly x: number; readonly y: number } {
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  return { x: (to.xMm - from.xMm) / lengthMm, y: (to.yMm - from.yMm) / lengthMm };
}
