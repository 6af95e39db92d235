/** A line that was drawn by hand with the points that it needs (Ramer, Douglas and Peucker). */
import { pointToLineMm } from './polygons.ts';
import type { Point } from './shapes.ts';

/** Keeps within `toleranceMm` of what was drawn; within more where that would take more than `most` points. */
export function simplifiedLine(points: readonly Point[], toleranceMm: number, most: number): Point[] {
  for (let within = toleranceMm; ; within *= 2) {
    const kept = keptPoints(points, within);
    if (kept.length <= most) return kept;
  }
}

function keptPoints(points: readonly Point[], toleranceMm: number): Point[] {
  if (points.length <= 2) return [...points];
  const isKept = new Uint8Array(points.length);
  isKept[0] = isKept[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [first, last] = part;
    let [farthest, farthestMm] = [-1, toleranceMm];
    for (let at = first + 1; at < last; at += 1) {
      const awayMm = pointToLineMm(points[at]!, points[first]!, points[last]!);
      if (awayMm > farthestMm) [farthest, farthestMm] = [at, awayMm];
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    open.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, at) => isKept[at] === 1);
}
