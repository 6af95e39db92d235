/** How far two straight lines of finite length are apart. */
import { pointToLineMm } from './polygons.ts';
import type { Point } from './shapes.ts';

/** Least distance; 0 when they cross or touch. */
export function linesApartMm(aFrom: Point, aTo: Point, bFrom: Point, bTo: Point): number {
  if (doCross(aFrom, aTo, bFrom, bTo)) return 0;
  return Math.min(
    pointToLineMm(aFrom, bFrom, bTo),
    pointToLineMm(aTo, bFrom, bTo),
    pointToLineMm(bFrom, aFrom, aTo),
    pointToLineMm(bTo, aFrom, aTo),
  );
}

/** Whether each line has the ends of the other on both its sides. Those that merely touch are found by the distance of an end. */
function doCross(aFrom: Point, aTo: Point, bFrom: Point, bTo: Point): boolean {
  const side = (from: Point, to: Point, point: Point): number =>
    Math.sign((to.xMm - from.xMm) * (point.yMm - from.yMm) - (to.yMm - from.yMm) * (point.xMm - from.xMm));
  return (
    side(aFrom, aTo, bFrom) * side(aFrom, aTo, bTo) < 0 && //
    side(bFrom, bTo, aFrom) * side(bFrom, bTo, aTo) < 0
  );
}
