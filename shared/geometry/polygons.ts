/** Polygons as lists of corners, in either winding, not repeated at the end. All lengths in mm. */
import type { Point } from './shapes.ts';
import { must } from '../assert.ts';

export type Polygon = readonly Point[];

/** Things that stand this close to each other or closer only touch; drawings are not more exact. */
export const TOUCHING_MM = 1;

/** Whether a point lies inside; on the boundary either answer may come. */
export function polygonContainsPoint(polygon: Polygon, point: Point): boolean {
  let inside = false;
  let previous = must(polygon.at(-1), 'a corner of the polygon');
  for (const corner of polygon) {
    if (corner.yMm > point.yMm !== previous.yMm > point.yMm) {
      const crossingXMm = corner.xMm + ((point.yMm - corner.yMm) / (previous.yMm - corner.yMm)) * (previous.xMm - corner.xMm);
      if (point.xMm < crossingXMm) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}

/** Whether `inner` lies wholly inside `outer`, which may be concave. Shrink `inner` first where touching is allowed. */
export function polygonContainsPolygon(outer: Polygon, inner: Polygon): boolean {
  return inner.every((corner) => polygonContainsPoint(outer, corner)) && !boundariesCross(outer, inner);
}

/** Whether two polygons, concave or not, share area. Shrink one first where touching is allowed. */
export function polygonsOverlap(a: Polygon, b: Polygon): boolean {
  return (
    boundariesCross(a, b) || a.some((corner) => polygonContainsPoint(b, corner)) || b.some((corner) => polygonContainsPoint(a, corner))
  );
}

/** How deep two convex polygons reach into each other; zero or less when they are apart (separating axes). */
export function convexPenetrationMm(a: Polygon, b: Polygon): number {
  return Math.min(leastOverlapAlongNormals(a, b), leastOverlapAlongNormals(b, a));
}

/** Least distance between a straight line and a polygon; 0 when they meet or the line lies inside. */
export function lineToPolygonMm(from: Point, to: Point, polygon: Polygon): number {
  if (polygonContainsPoint(polygon, from)) return 0;
  let least = Infinity;
  let previous = must(polygon.at(-1), 'a corner of the polygon');
  for (const corner of polygon) {
    if (linesCross(from, to, previous, corner)) return 0;
    least = Math.min(
      least,
      pointToLineMm(from, previous, corner),
      pointToLineMm(to, previous, corner),
      pointToLineMm(corner, from, to),
      pointToLineMm(previous, from, to),
    );
    previous = corner;
  }
  return least;
}

/** Least distance between a point and a straight line of finite length. */
export function pointToLineMm(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.xMm - from.xMm) * dx + (point.yMm - from.yMm) * dy) / squared;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point.xMm - from.xMm - clamped * dx, point.yMm - from.yMm - clamped * dy);
}

/** The rectangle with every side moved inwards. Corners in order, either winding. */
export function insetRectangle(corners: Polygon, byMm: number): Polygon {
  const centre = middleOf(corners);
  const [a, b, , d] = corners;
  const [first, second, fourth] = [must(a, 'corner'), must(b, 'corner'), must(d, 'corner')];
  const widthMm = Math.hypot(second.xMm - first.xMm, second.yMm - first.yMm);
  const depthMm = Math.hypot(fourth.xMm - first.xMm, fourth.yMm - first.yMm);
  const across = { xMm: ((second.xMm - first.xMm) / widthMm) * byMm, yMm: ((second.yMm - first.yMm) / widthMm) * byMm };
  const along = { xMm: ((fourth.xMm - first.xMm) / depthMm) * byMm, yMm: ((fourth.yMm - first.yMm) / depthMm) * byMm };
  return corners.map((corner) => {
    const offsetX = corner.xMm - centre.xMm;
    const offsetY = corner.yMm - centre.yMm;
    const acrossSign = Math.sign(offsetX * across.xMm + offsetY * across.yMm);
    const alongSign = Math.sign(offsetX * along.xMm + offsetY * along.yMm);
    return {
      xMm: corner.xMm - acrossSign * across.xMm - alongSign * along.xMm,
      yMm: corner.yMm - acrossSign * across.yMm - alongSign * along.yMm,
    };
  });
}

/** Mean of the corners: the centre of a rectangle, a usable place for a mark elsewhere. */
export function middleOf(polygon: Polygon): Point {
  let [xMm, yMm] = [0, 0];
  for (const corner of polygon) {
    xMm += corner.xMm / polygon.length;
    yMm += corner.yMm / polygon.length;
  }
  return { xMm, yMm };
}

function boundariesCross(a: Polygon, b: Polygon): boolean {
  let previousA = must(a.at(-1), 'a corner of the polygon');
  for (const cornerA of a) {
    let previousB = must(b.at(-1), 'a corner of the polygon');
    for (const cornerB of b) {
      if (linesCross(previousA, cornerA, previousB, cornerB)) return true;
      previousB = cornerB;
    }
    previousA = cornerA;
  }
  return false;
}

/** Whether two lines cross properly; touching at an end does not count. */
function linesCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turnSign(a, b, c) * turnSign(a, b, d) < 0 && turnSign(c, d, a) * turnSign(c, d, b) < 0;
}

function turnSign(a: Point, b: Point, c: Point): number {
  return Math.sign((b.xMm - a.xMm) * (c.yMm - a.yMm) - (b.yMm - a.yMm) * (c.xMm - a.xMm));
}

function leastOverlapAlongNormals(a: Polygon, b: Polygon): number {
  let least = Infinity;
  let previous = must(a.at(-1), 'a corner of the polygon');
  for (const corner of a) {
    const lengthMm = Math.hypot(corner.xMm - previous.xMm, corner.yMm - previous.yMm);
    const normal = { xMm: (corner.yMm - previous.yMm) / lengthMm, yMm: (previous.xMm - corner.xMm) / lengthMm };
    const [minA, maxA] = spanAlong(a, normal);
    const [minB, maxB] = spanAlong(b, normal);
    least = Math.min(least, maxA - minB, maxB - minA);
    previous = corner;
  }
  return least;
}

function spanAlong(polygon: Polygon, direction: Point): readonly [min: number, max: number] {
  let [min, max] = [Infinity, -Infinity];
  for (const corner of polygon) {
    const along = corner.xMm * direction.xMm + corner.yMm * direction.yMm;
    min = Math.min(min, along);
    max = Math.max(max, along);
  }
  return [min, max];
}
