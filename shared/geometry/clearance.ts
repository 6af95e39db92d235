/** Free space in front of a face: how far one can step away from a line before meeting something. */
import type { Point } from './shapes.ts';
import type { Polygon } from './polygons.ts';
import { TOUCHING_MM } from './polygons.ts';

/** A straight face and the unit vector that looks out of it. */
export interface Face {
  readonly from: Point;
  readonly to: Point;
  readonly outward: Point;
}

/**
 * Least distance from the face, along its outward direction, to the boundary of a polygon (or outline of a hall).
 * Null when nothing of it stands before the face, or when it cuts through the face: that is another breach.
 */
export function clearanceMm(face: Face, polygon: Polygon): number | null {
  const widthMm = Math.hypot(face.to.xMm - face.from.xMm, face.to.yMm - face.from.yMm);
  const across = { xMm: (face.to.xMm - face.from.xMm) / widthMm, yMm: (face.to.yMm - face.from.yMm) / widthMm };
  let least: number | null = null;
  for (let i = 0; i < polygon.length; i += 1) {
    const edge = clipToWidth(inFrame(face, across, polygon[i]), inFrame(face, across, polygon[(i + 1) % polygon.length]), widthMm);
    if (edge === null) continue;
    const [nearMm, farMm] = [Math.min(...edge), Math.max(...edge)];
    if (nearMm < -TOUCHING_MM && farMm > -TOUCHING_MM) return null;
    if (nearMm >= -TOUCHING_MM && (least === null || nearMm < least)) least = Math.max(0, nearMm);
  }
  return least;
}

interface FramePoint {
  readonly acrossMm: number;
  readonly outMm: number;
}

function inFrame(face: Face, across: Point, point: Point | undefined): FramePoint {
  if (point === undefined) throw new Error('Bug: a corner of the polygon is missing');
  const [dx, dy] = [point.xMm - face.from.xMm, point.yMm - face.from.yMm];
  return { acrossMm: dx * across.xMm + dy * across.yMm, outMm: dx * face.outward.xMm + dy * face.outward.yMm };
}

/** The out-distances at both ends of the part of an edge that stands before the face; null when no part does. */
function clipToWidth(a: FramePoint, b: FramePoint, widthMm: number): readonly [number, number] | null {
  const [low, high] = [TOUCHING_MM, widthMm - TOUCHING_MM];
  if (Math.max(a.acrossMm, b.acrossMm) <= low || Math.min(a.acrossMm, b.acrossMm) >= high) return null;
  const outAt = (acrossMm: number): number => {
    const run = b.acrossMm - a.acrossMm;
    return run === 0 ? a.outMm : a.outMm + ((acrossMm - a.acrossMm) / run) * (b.outMm - a.outMm);
  };
  const clamp = (acrossMm: number): number => Math.min(high, Math.max(low, acrossMm));
  const run = b.acrossMm - a.acrossMm;
  return run === 0 ? [a.outMm, b.outMm] : [outAt(clamp(a.acrossMm)), outAt(clamp(b.acrossMm))];
}
