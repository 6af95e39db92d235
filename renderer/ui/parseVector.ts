/** Moves as people type them in one: `@600<90`, `@600,-200`. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Units } from '../../shared/quantities.ts';
import { parseAngle, parseLength } from './parseLength.ts';

export interface Vector {
  readonly dxMm: number;
  readonly dyMm: number;
}

/** `@600<90`: 600 to the north. `@600,-200`: 600 east and 200 north. The sign @ may be left out. */
export function readVector(text: string, units: Units): Result<Vector, UserError> {
  const rest = text.trim().replace(/^@/, '');
  const [distance, angle, ...more] = rest.split('<');
  if (angle !== undefined && distance !== undefined) return more.length > 0 ? fail(notAVector(text)) : polar(distance, angle, units);
  // A comma parts two lengths; with a semicolon each may have a decimal comma.
  const parts = rest.split(rest.includes(';') ? ';' : ',');
  const [x, y] = parts;
  return x === undefined || y === undefined || parts.length > 2 ? fail(notAVector(text)) : cartesian(x, y, units);
}

/** Two lengths, east and south. A text left empty is zero. */
export function cartesian(x: string, y: string, units: Units): Result<Vector, UserError> {
  const [dx, dy] = [lengthOf(x, units), lengthOf(y, units)];
  if (!dx.ok) return dx;
  return dy.ok ? ok({ dxMm: dx.value, dyMm: dy.value }) : dy;
}

/** A distance and a direction, 0 east, 90 north. */
export function polar(distance: string, angle: string, units: Units): Result<Vector, UserError> {
  const length = lengthOf(distance, units);
  if (!length.ok) return length;
  const degrees = angle.trim() === '' ? ok({ value: 0 }) : parseAngle(angle);
  if (!degrees.ok) return degrees;
  const radians = (degrees.value.value * Math.PI) / 180;
  // North is up on the drawing, where y is small.
  return ok({ dxMm: Math.round(length.value * Math.cos(radians)) + 0, dyMm: 0 - Math.round(length.value * Math.sin(radians)) + 0 });
}

function lengthOf(text: string, units: Units): Result<number, UserError> {
  if (text.trim() === '') return ok(0);
  const parsed = parseLength(text, units);
  return parsed.ok ? ok(parsed.value.value) : parsed;
}

function notAVector(text: string): UserError {
  return { code: 'input.not-a-vector', message: `"${text.trim()}" is not a move`, remedy: 'write @600<90 or @600,-200' };
}
