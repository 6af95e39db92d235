/**
 * The marquee without a mouse: Shift+Space shows a cross where the pointer is, or in the middle of the view; arrows lead it, Enter sets the
 * first corner, arrows stretch the box from there, Enter takes what it caught. As by mouse, left to right encloses, right to left touches.
 */
import type { Point } from '../../shared/geometry/shapes.ts';
import { keepInView } from './keepInView.ts';
import { brush, catchWithin } from './marquee.ts';
import { arrowStep, startOfKeys } from './sketch.ts';
import type { KeyInput, ToolContext } from './tool.ts';

/** No corner is set yet. */
export interface LeadingCross {
  readonly name: 'leadingCross';
  readonly at: Point;
}

export interface StretchingBox {
  readonly name: 'stretchingBox';
  readonly start: Point;
  readonly at: Point;
}

export type KeyMarqueeState = LeadingCross | StretchingBox;

/** Shift+Space at rest; undefined for other keys. */
export function beginKeyMarquee({ key, shift, ctrl, alt }: KeyInput, context: ToolContext): LeadingCross | undefined {
  if (key !== ' ' || !shift || ctrl || alt || context.layout() === null) return undefined;
  const { xMm, yMm } = startOfKeys(context);
  return showCross({ name: 'leadingCross', at: { xMm: Math.round(xMm), yMm: Math.round(yMm) } }, context);
}

/** An arrow leads the cross; Enter, or Shift+Space again, sets the first corner. */
export function keyOfCross(state: LeadingCross, input: KeyInput, context: ToolContext): KeyMarqueeState | undefined {
  const at = stepped(state.at, input, context);
  if (at !== null) return showCross({ name: 'leadingCross', at }, context);
  if (input.ctrl || (input.key !== 'Enter' && input.key !== ' ')) return undefined;
  return showBox({ name: 'stretchingBox', start: state.at, at: state.at }, context);
}

/** An arrow stretches the box; Enter takes, with Shift on top of what is selected. */
export function keyOfBox(
  state: StretchingBox,
  input: KeyInput,
  context: ToolContext,
): KeyMarqueeState | { readonly name: 'idle' } | undefined {
  const at = stepped(state.at, input, context);
  if (at !== null) return showBox({ ...state, at }, context);
  if (input.key !== 'Enter' || input.ctrl) return undefined;
  catchWithin(state.start, state.at, input.shift, context);
  return { name: 'idle' };
}

function stepped(from: Point, input: KeyInput, context: ToolContext): Point | null {
  if (input.ctrl) return null;
  const step = arrowStep(input.key, input, context.layout()?.hall.tile.sizeMm ?? null);
  return step === null ? null : { xMm: from.xMm + step.xMm, yMm: from.yMm + step.yMm };
}

function showCross(state: LeadingCross, context: ToolContext): LeadingCross {
  keepInView(state.at, context);
  context.show({
    guides: [{ kind: 'newJoint', from: state.at, to: state.at, text: null }],
    text: 'Marquee: arrows lead the cross, Shift by a tile; Enter sets the first corner',
  });
  return state;
}

function showBox(state: StretchingBox, context: ToolContext): StretchingBox {
  keepInView(state.at, context);
  brush(state.start, state.at, context, 'Enter takes them');
  return state;
}
