/** Moving by number, as typed: two lengths, a length and an angle, or both in one as `@600<90` and `@600,-200`. */
import { moveThings } from '../../shared/commands/move.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { Planner } from '../state/plannerContext.ts';
import { cartesian, polar, readVector, type Vector } from '../ui/parseVector.ts';
import type { Units } from '../../shared/quantities.ts';
import { moveHeld } from './editActions.ts';
import { heldOf } from './holding.ts';
import { previewOf } from './preview.ts';
import { gapGuides } from './gaps.ts';
import { shiftBox } from './snapping.ts';

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
