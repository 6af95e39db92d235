/** Places of a hall in the campus and back: a hall's frame turns clockwise from above and then shifts. */
import type { Hall } from '../plan/types.ts';
import type { Point } from './shapes.ts';

export type Frame = Hall['frame'];

/** The frame of what is drawn before there is a hall. */
export const CAMPUS_FRAME: Frame = { xMm: 0, yMm: 0, zMm: 0, rotationDeg: 0 };

/** Where a place of the hall lies in the campus, to the millimetre. */
export function toCampus(frame: Frame, { xMm, yMm }: Point): Point {
  const { cos, sin } = turnOf(frame);
  return { xMm: Math.round(frame.xMm + xMm * cos - yMm * sin), yMm: Math.round(frame.yMm + xMm * sin + yMm * cos) };
}

/** Where a place of the campus lies in the hall, to the millimetre. */
export function fromCampus(frame: Frame, { xMm, yMm }: Point): Point {
  const { cos, sin } = turnOf(frame);
  const [dx, dy] = [xMm - frame.xMm, yMm - frame.yMm];
  return { xMm: Math.round(dx * cos + dy * sin), yMm: Math.round(dy * cos - dx * sin) };
}

function turnOf({ rotationDeg }: Frame): { readonly cos: number; readonly sin: number } {
  const radians = (rotationDeg * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}
