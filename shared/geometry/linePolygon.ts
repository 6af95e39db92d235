/** Which stretches of a straight line lie in a polygon, or too close to it. */
import { pointToLineMm, polygonContainsPoint, type Polygon } from './polygons.ts';
import type { Point } from './shapes.ts';

/** From and to, as shares of the line's length. */
export type Stretch = readonly [from: number, to: number];

/** Halvings of an interval: to a billionth of the line. */
const HALVINGS = 30;

/** Stretches of the line that lie in the polygon or less than so far from it, ascending and apart; a mere touch is none. */
export function stretchesWithin(from: Point, to: Point, polygon: Polygon, withinMm: number): Stretch[] {
  const at = (share: number): Point => ({
    xMm: from.xMm + share * (to.xMm - from.xMm),
    yMm: from.yMm + share * (to.yMm - from.yMm),
  });
  const near: Stretch[] = [...insideOf(from, to, polygon, at)];
  polygon.forEach((corner, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    const stretch = nearOf((share) => pointToLineMm(at(share), corner, next), withinMm);
    if (stretch !== null) near.push(stretch);
  });
  return joined(near);
}

/** Between two crossings of the boundary the line is in or out as a whole. */
function insideOf(from: Point, to: Point, polygon: Polygon, at: (share: number) => Point): Stretch[] {
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  const cuts = [0, 1];
  polygon.forEach((corner, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    const [ex, ey] = [next.xMm - corner.xMm, next.yMm - corner.yMm];
    const across = dx * ey - dy * ex;
    if (across === 0) return;
    const share = ((corner.xMm - from.xMm) * ey - (corner.yMm - from.yMm) * ex) / across;
    if (share > 0 && share < 1) cuts.push(share);
  });
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index): Stretch[] => {
    const start = cuts[index]!;
    return end > start && polygonContainsPoint(polygon, at((start + end) / 2)) ? [[start, end]] : [];
  });
}

/** The distance to a convex thing rises on both sides of its least, so what is near is one stretch. */
function nearOf(distanceMm: (share: number) => number, withinMm: number): Stretch | null {
  let [low, high] = [0, 1];
  for (let step = 0; step < 2 * HALVINGS; step += 1) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (distanceMm(one) <= distanceMm(other)) high = other;
    else low = one;
  }
  const least = (low + high) / 2;
  if (distanceMm(least) >= withinMm) return null;
  const borderTo = (end: number): number => {
    if (distanceMm(end) < withinMm) return end;
    let [inside, outside] = [least, end];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (inside + outside) / 2;
      if (distanceMm(middle) < withinMm) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return [borderTo(0), borderTo(1)];
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}
