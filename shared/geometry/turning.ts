/** Whether a crate comes round a corner of a way. All lengths in mm. */
import type { Point } from './shapes.ts';

/** By how much a way turns at its middle corner, 0 straight on, π back. */
export function turnAt(before: Point, corner: Point, after: Point): number {
  const [ax, ay] = [corner.xMm - before.xMm, corner.yMm - before.yMm];
  const [bx, by] = [after.xMm - corner.xMm, after.yMm - corner.yMm];
  return Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
}

/**
 * The longest rectangle of a width that turns with a way equally wide before and behind the corner. It is tightest when it lies across
 * the corner evenly, one long side on the inner corner, both ends on the outer walls.
 */
export function longestAroundMm(wayWidthMm: number, widthMm: number, turnRad: number): number {
  if (turnRad < 1e-9) return Infinity;
  const half = turnRad / 2;
  const behindMm = wayWidthMm / Math.cos(half) - widthMm;
  return behindMm <= 0 ? 0 : (2 * behindMm) / Math.tan(half);
}
