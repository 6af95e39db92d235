/** Moving by number, as typed: two lengths, a length and an angle, or both in one as `@600<90` and `@600,-200`. */
import { moveThings } from '../../shared/commands/move.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Planner } from '../state/plannerContext.ts';
import { parseAngle, parseLength } from '../ui/parseLength.ts';
import type { Units } from '../../shared/quantities.ts';
import { moveHeld } from './editActions.ts';
import { heldOf } from './holding.ts';
import { previewOf } from './preview.ts';
import { gapGuides } from './gaps.ts';
import { shiftBox } from './snapping.ts';

export interface Vector {
  readonly dxMm: number;
  readonly dyMm: number;
}

/** What is typed: along x and y (east and south), or a distance and a direction. */
export interface TypedMove {
  readonly mode: 'xy' | 'polar';
  readonly x: string;
  readonly y: string;
  readonly distance: string;
  readonly angle: string;
}

/** How far; refused when a text is no length or angle. A field left empty is zero. */
export function readMove(typed: TypedMove, units: Units): Result<Vector, UserError> {
  const { mode, x, y, distance, angle } = typed;
  const whole = (mode === 'xy' ? x : distance).trim();
  if (whole.startsWith('@') || whole.includes('<')) return readVector(whole, units);
  return mode === 'xy' ? cartesian(x, y, units) : polar(distance, angle, units);
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

function cartesian(x: string, y: string, units: Units): Result<Vector, UserError> {
  const [dx, dy] = [lengthOf(x, units), lengthOf(y, units)];
  if (!dx.ok) return dx;
  return dy.ok ? ok({ dxMm: dx.value, dyMm: dy.value }) : dy;
}

function polar(distance: string, angle: string, units: Units): Result<Vector, UserError> {
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

/** Shows the selection where the move leads. */
export function tryExactMove(planner: Planner, by: Vector): void {
  const { plan, session } = planner;
  const layout = planner.layout();
  const held = layout === null ? null : heldOf(plan.getState().plan, layout, session.getState().selection);
  if (layout === null || held === null) return;
  const guides = gapGuides(layout, shiftBox(held.box, by.dxMm, by.dyMm), held.moving, session.getState().units);
  session.setState({
    preview: previewOf(plan, moveThings, { ...held.what, ...by }, { moving: held.moving, guides, text: null }),
    hover: null,
  });
}

/** Moves the selection in one step and keeps how far. */
export function moveExactly(planner: Planner, by: Vector): boolean {
  planner.session.setState({ preview: null, lastMove: by });
  const layout = planner.layout();
  const held = layout === null ? null : heldOf(planner.plan.getState().plan, layout, planner.session.getState().selection);
  return held !== null && moveHeld(planner, held, by);
}
