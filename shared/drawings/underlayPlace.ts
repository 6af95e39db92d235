/** Where the points of a drawing lie on the floor, and where a place on the floor is on the drawing. */
import type { Box, Point } from '../geometry/shapes.ts';
import { boxAround } from '../geometry/shapes.ts';
import type { MeasuredSpan, Underlay } from '../plan/underlays.ts';

/** Place and size are all that matters here. */
export type UnderlayFrame = Pick<Underlay, 'xMm' | 'yMm' | 'rotationDeg' | 'mmPerUnit' | 'widthUnits' | 'heightUnits'>;

/** A place on a drawing, in its units, y down. */
export interface DrawingPoint {
  readonly x: number;
  readonly y: number;
}

/** From the drawing to the floor. */
export function toFloor({ xMm, yMm, rotationDeg, mmPerUnit }: UnderlayFrame, { x, y }: DrawingPoint): Point {
  const [cos, sin] = directionOf(rotationDeg);
  return { xMm: xMm + mmPerUnit * (x * cos - y * sin), yMm: yMm + mmPerUnit * (x * sin + y * cos) };
}

/** From the floor to the drawing. */
export function toDrawing({ xMm, yMm, rotationDeg, mmPerUnit }: UnderlayFrame, at: Point): DrawingPoint {
  const [cos, sin] = directionOf(rotationDeg);
  const [dx, dy] = [(at.xMm - xMm) / mmPerUnit, (at.yMm - yMm) / mmPerUnit];
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
}

/** Its four corners on the floor, clockwise from the upper left. */
export function cornersOf(frame: UnderlayFrame): Point[] {
  const { widthUnits: wide, heightUnits: high } = frame;
  const corners = [
    [0, 0],
    [wide, 0],
    [wide, high],
    [0, high],
  ] as const;
  return corners.map(([x, y]) => toFloor(frame, { x, y }));
}

/** The box around it on the floor. */
export function boxOfUnderlay(frame: UnderlayFrame): Box {
  return boxAround(cornersOf(frame));
}

/** Between the two places of a span, in units of the drawing. */
export function spanUnits({ fromX, fromY, toX, toY }: MeasuredSpan): number {
  return Math.hypot(toX - fromX, toY - fromY);
}

/** How much the drawing's scale makes a span longer (positive) or shorter than it is, in percent. */
export function scaleErrorPct(mmPerUnit: number, span: MeasuredSpan): number {
  return ((spanUnits(span) * mmPerUnit - span.distanceMm) / span.distanceMm) * 100;
}

/** Cosine and sine; quarters exactly, so that a turned drawing stays in line. */
function directionOf(rotationDeg: number): readonly [cos: number, sin: number] {
  switch (rotationDeg) {
    case 0:
      return [1, 0];
    case 90:
      return [0, 1];
    case 180:
      return [-1, 0];
    case 270:
      return [0, -1];
    default:
      return [Math.cos((rotationDeg * Math.PI) / 180), Math.sin((rotationDeg * Math.PI) / 180)];
  }
}
