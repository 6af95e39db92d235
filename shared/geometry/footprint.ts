/** A cabinet's footprint: an oriented rectangle in the hall. */
import type { Point } from './shapes.ts';

/** Front-left, front-right, rear-right, rear-left; left and right as seen by who stands in front and looks at the face. */
export type Corners = readonly [frontLeft: Point, frontRight: Point, rearRight: Point, rearLeft: Point];

interface Turn {
  readonly cos: number;
  readonly sin: number;
}

const QUARTER_TURNS: readonly Turn[] = [
  { cos: 1, sin: 0 },
  { cos: 0, sin: 1 },
  { cos: -1, sin: 0 },
  { cos: 0, sin: -1 },
];

/**
 * Corners of a cabinet placed by the north-west corner (xMm, yMm) of the box around its footprint.
 * At rotation 0 the front faces north (smaller y), so whoever faces it looks south and has east at the left:
 * front-left is (x + width, y), front-right (x, y), rear-right (x, y + depth), rear-left (x + width, y + depth).
 * Seen from above this order runs counter-clockwise. Rotation is in degrees, clockwise from above (90: front faces east).
 * Quarter turns of integers give exact integers.
 */
export function cabinetCorners(xMm: number, yMm: number, widthMm: number, depthMm: number, rotationDeg: number): Corners {
  const turn = turnOf(rotationDeg);
  const atZero: Corners = [
    { xMm: widthMm, yMm: 0 },
    { xMm: 0, yMm: 0 },
    { xMm: 0, yMm: depthMm },
    { xMm: widthMm, yMm: depthMm },
  ];
  const [a, b, c, d] = atZero;
  const turned = [rotate(a, turn), rotate(b, turn), rotate(c, turn), rotate(d, turn)] as const;
  const minXMm = Math.min(turned[0].xMm, turned[1].xMm, turned[2].xMm, turned[3].xMm);
  const minYMm = Math.min(turned[0].yMm, turned[1].yMm, turned[2].yMm, turned[3].yMm);
  const place = (point: Point): Point => ({ xMm: xMm + (point.xMm - minXMm), yMm: yMm + (point.yMm - minYMm) });
  return [place(turned[0]), place(turned[1]), place(turned[2]), place(turned[3])];
}

/** A place within the footprint (mm from the left seen from the front, mm from the front), in hall coordinates. */
export function footprintPoint(corners: Corners, widthMm: number, depthMm: number, fromLeftMm: number, fromFrontMm: number): Point {
  const [frontLeft, frontRight, , rearLeft] = corners;
  return {
    xMm:
      frontLeft.xMm + ((frontRight.xMm - frontLeft.xMm) / widthMm) * fromLeftMm + ((rearLeft.xMm - frontLeft.xMm) / depthMm) * fromFrontMm,
    yMm:
      frontLeft.yMm + ((frontRight.yMm - frontLeft.yMm) / widthMm) * fromLeftMm + ((rearLeft.yMm - frontLeft.yMm) / depthMm) * fromFrontMm,
  };
}

/** Unit vector in which the front looks: (0, −1) at rotation 0. */
export function frontDirection(rotationDeg: number): Point {
  const { cos, sin } = turnOf(rotationDeg);
  return { xMm: sin, yMm: cos === 0 ? 0 : -cos };
}

/** Turns by quarters are looked up, since cosines of them are not exact. */
function turnOf(rotationDeg: number): Turn {
  const degrees = ((rotationDeg % 360) + 360) % 360;
  const quarter = QUARTER_TURNS[degrees / 90];
  if (quarter !== undefined) return quarter;
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}

/** Clockwise as seen from above, since y grows downwards. */
function rotate(point: Point, turn: Turn): Point {
  return { xMm: point.xMm * turn.cos - point.yMm * turn.sin, yMm: point.xMm * turn.sin + point.yMm * turn.cos };
}
