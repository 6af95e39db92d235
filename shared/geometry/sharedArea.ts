/** How much of a polygon lies on another. */
import { must } from '../assert.ts';
import type { Polygon } from './polygons.ts';
import type { Point } from './shapes.ts';

/** The area in mm² that a convex polygon shares with any other (Sutherland–Hodgman); seams along its sides enclose nothing. */
export function sharedAreaMm2(convex: Polygon, polygon: Polygon): number {
  const turn = Math.sign(signedAreaMm2(convex));
  let rest: Polygon = polygon;
  for (let side = 0; side < convex.length && rest.length > 0; side += 1) {
    const [from, to] = [must(convex[side], 'corner'), must(convex[(side + 1) % convex.length], 'corner')];
    const depth = ({ xMm, yMm }: Point): number => turn * ((to.xMm - from.xMm) * (yMm - from.yMm) - (to.yMm - from.yMm) * (xMm - from.xMm));
    rest = cutAlong(rest, depth);
  }
  return Math.abs(signedAreaMm2(rest));
}

/** What of a polygon lies where `depth` is not negative. */
function cutAlong(polygon: Polygon, depth: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  polygon.forEach((corner, i) => {
    const next = must(polygon[(i + 1) % polygon.length], 'corner');
    const [here, there] = [depth(corner), depth(next)];
    if (here >= 0) kept.push(corner);
    if (here < 0 === there < 0) return;
    const share = here / (here - there);
    kept.push({ xMm: corner.xMm + share * (next.xMm - corner.xMm), yMm: corner.yMm + share * (next.yMm - corner.yMm) });
  });
  return kept;
}

function signedAreaMm2(polygon: Polygon): number {
  return polygon.reduce((sum, { xMm, yMm }, i) => {
    const next = must(polygon[(i + 1) % polygon.length], 'corner');
    return sum + (xMm * next.yMm - next.xMm * yMm) / 2;
  }, 0);
}

/** The area in mm² that a polygon encloses. */
export function areaMm2(polygon: Polygon): number {
  return Math.abs(signedAreaMm2(polygon));
}
