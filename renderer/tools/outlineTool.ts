/**
 * Draws outlines, of halls and of obstacles alike. A drag draws a rectangle from corner to corner. Clicks set corners:
 * two make a rectangle, or any number a polygon, as chosen. Typed: a length for the leg under way, or `12000 x 8000` for
 * a rectangle. Enter or a click on the first corner closes, Backspace takes a corner back, Escape leaves. Without a
 * mouse: Enter begins, arrows stretch, Enter sets.
 */
import { must } from '../../shared/assert.ts';
import { doubledArea } from '../../shared/plan/outlineArea.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { PointMm } from '../../shared/plan/types.ts';
import type { ScreenPoint } from '../canvas/camera.ts';
import type { Guide, SessionState, ToolId } from '../state/sessionStore.ts';
import type { OutlineShape } from '../state/toolSettings.ts';
import { parseSize } from '../ui/parseLength.ts';
import { sizeText } from '../../shared/quantities.ts';
import { floorAreaText } from '../ui/quantities.ts';
import { keepInView } from './keepInView.ts';
import { snapCorner, type CornerPlace } from './outlineSnap.ts';
import {
  arrowStep,
  CORNER_PULL_PX,
  distanceMm,
  isSamePlace,
  legGuides,
  legText,
  startOfKeys,
  typedEnd,
  typedText,
  typedWith,
} from './sketch.ts';
import {
  CLICK_SLOP_PX,
  hasMoved,
  type Aids,
  type KeyInput,
  type Modifiers,
  type PointerInput,
  type Tool,
  type ToolContext,
} from './tool.ts';

export interface OutlineUse {
  readonly tool: ToolId;
  readonly shape: (session: SessionState) => OutlineShape;
  /** An id for what is drawn, for as long as it is drawn. */
  newId(context: ToolContext): string;
  attempt(context: ToolContext, id: string, outline: readonly PointMm[], aids: Aids): void;
  /** True when it ran. */
  commit(context: ToolContext, id: string, outline: readonly PointMm[]): boolean;
  /** Whether there is a floor to draw on. */
  canDraw(context: ToolContext): boolean;
}

interface Drawn {
  readonly id: string;
  /** The free end of the leg, or the corner across from the first one of a rectangle. */
  readonly end: CornerPlace;
  /** What moved it last: Enter sets an end that keys moved. */
  readonly endBy: 'pointer' | 'keys';
  /** What is typed of a length or a size. */
  readonly typed: string;
}

/** A drag sets the corner across at its release, a click at the next press. */
type BoxedBy = 'drag' | 'click';

export type OutlineState =
  | { readonly name: 'idle' }
  /** Button down: a click, or the start of a drag. */
  | { readonly name: 'pressing'; readonly start: Point; readonly startPx: ScreenPoint }
  | ({ readonly name: 'boxing'; readonly start: Point; readonly by: BoxedBy } & Drawn)
  | ({ readonly name: 'sketching'; readonly corners: readonly Point[] } & Drawn);

type Boxing = Extract<OutlineState, { name: 'boxing' }>;
type Sketching = Extract<OutlineState, { name: 'sketching' }>;
type Keys = Pick<Modifiers, 'shift' | 'ctrl'>;

const idle: OutlineState = { name: 'idle' };
const FEWEST_CORNERS = 3;

export function outlineTool(use: OutlineUse): Tool<OutlineState> {
  function leave(_state: OutlineState, context: ToolContext): OutlineState {
    context.show(null);
    return idle;
  }

  function begin(start: Point, by: BoxedBy, context: ToolContext): OutlineState {
    const drawn = { id: use.newId(context), end: { at: start, guides: [] }, endBy: 'pointer', typed: '' } as const;
    if (by === 'drag' || use.shape(context.session()) === 'rectangle') return tryBox({ name: 'boxing', start, by, ...drawn }, context);
    return trySketch({ name: 'sketching', corners: [start], ...drawn }, context);
  }

  function tryBox(state: Boxing, context: ToolContext): Boxing {
    const { units } = context.session();
    const across = boxEnd(state, context);
    const [width, depth] = [Math.abs(across.xMm - state.start.xMm), Math.abs(across.yMm - state.start.yMm)];
    const size = `${sizeText(width, units)} × ${sizeText(depth, units)}`;
    const text = `${state.typed === '' ? size : `size ${typedText(state.typed, units)}`} · ${floorAreaText(width * depth, units)}`;
    const outline = boxOutline(state.start, across);
    const guides = [...(state.typed === '' ? state.end.guides : []), ...boxGuides(outline, units)];
    if (width * depth === 0) context.show({ guides, text });
    else use.attempt(context, state.id, outline, { moving: new Set([state.id]), guides, text });
    return state;
  }

  function finishBox(state: Boxing, context: ToolContext): OutlineState {
    const outline = boxOutline(state.start, boxEnd(state, context));
    if (doubledArea(outline) === 0) return state.by === 'drag' ? leave(state, context) : tryBox(state, context);
    return use.commit(context, state.id, outline) ? idle : leave(state, context);
  }

  function trySketch(state: Sketching, context: ToolContext): Sketching {
    const { units } = context.session();
    if (isBox(state, context)) {
      tryBox({ ...state, name: 'boxing', start: lastOf(state), by: 'click' }, context);
      return state;
    }
    const at = sketchEnd(state, context);
    const last = lastOf(state);
    const corners = at === null || isSamePlace(at, last) ? state.corners : [...state.corners, at];
    const outline = corners.map(({ xMm, yMm }): PointMm => [xMm, yMm]);
    const guides = [...(state.typed === '' ? state.end.guides : []), ...legGuides(corners, units)];
    const leg = at === null ? '' : legText(last, at, units);
    const area = corners.length < FEWEST_CORNERS ? '' : ` · ${floorAreaText(Math.abs(doubledArea(outline)) / 2, units)} · Enter closes it`;
    const text = `${state.typed === '' ? leg : `length ${typedText(state.typed, units)}`}${area}`;
    if (corners.length < FEWEST_CORNERS) context.show({ guides, text });
    else use.attempt(context, state.id, outline, { moving: new Set([state.id]), guides, text });
    return state;
  }

  function setCorner(state: Sketching, context: ToolContext): OutlineState {
    if (isBox(state, context)) return finishBox({ ...state, name: 'boxing', start: lastOf(state), by: 'click' }, context);
    const at = sketchEnd(state, context);
    if (at === null || isSamePlace(at, lastOf(state))) return trySketch(state, context);
    if (state.typed !== '') keepInView(at, context);
    return trySketch({ ...state, corners: [...state.corners, at], end: { at, guides: [] }, typed: '' }, context);
  }

  /** Closes the corners that are set; the leg under way goes. What cannot be goes on being drawn, with the reason shown. */
  function close(state: Sketching, context: ToolContext): OutlineState {
    if (state.corners.length < FEWEST_CORNERS) return trySketch(state, context);
    const outline = state.corners.map(({ xMm, yMm }): PointMm => [xMm, yMm]);
    return use.commit(context, state.id, outline) ? idle : trySketch(state, context);
  }

  function sketchByPointer(state: Sketching, input: PointerInput, context: ToolContext): OutlineState {
    const [first, last] = [must(state.corners[0], 'first corner'), lastOf(state)];
    const next: Sketching = { ...state, end: placeOf(state.corners, input.at, input, context), endBy: 'pointer' };
    const isClosing =
      state.typed === '' && (isNear(first, input.at, CORNER_PULL_PX, context) || isNear(last, input.at, CLICK_SLOP_PX, context));
    return isClosing && state.corners.length >= FEWEST_CORNERS ? close(state, context) : setCorner(next, context);
  }

  function keyBefore(state: OutlineState, input: KeyInput, context: ToolContext): OutlineState | undefined {
    if (input.key === 'F8') {
      context.setOrtho(!context.session().ortho);
      return state;
    }
    if (input.key !== 'Enter' || input.ctrl || !use.canDraw(context)) return undefined;
    return begin(placeOf([], startOfKeys(context), input, context).at, 'click', context);
  }

  /** What keys do to the length and the end of what is drawn; undefined: not taken. */
  function drawnByKey(state: Drawn, from: Point, input: KeyInput, isBox: boolean, context: ToolContext): Drawn | undefined {
    if (input.key === 'Backspace' && state.typed !== '') return { ...state, typed: state.typed.slice(0, -1) };
    if (input.ctrl) return undefined;
    const step = arrowStep(input.key, input, context.layout()?.hall.tile.sizeMm ?? null);
    if (step !== null) {
      const { at } = state.end;
      const turns = !isBox && (step.xMm === 0 ? at.xMm !== from.xMm : at.yMm !== from.yMm);
      const start = state.endBy === 'pointer' || turns ? from : at;
      return { ...state, end: { at: { xMm: start.xMm + step.xMm, yMm: start.yMm + step.yMm }, guides: [] }, endBy: 'keys' };
    }
    const typed = typedWith(state.typed, input.key);
    return typed === null ? undefined : { ...state, typed };
  }

  return {
    id: use.tool,
    initial: idle,
    states: {
      idle: {
        cursor: 'crosshair',
        pointerDown(state, input, context) {
          if (!use.canDraw(context)) return state;
          return { name: 'pressing', start: placeOf([], input.at, input, context).at, startPx: input.px };
        },
        key: keyBefore,
      },
      pressing: {
        cursor: 'crosshair',
        pointerMove(state, input, context) {
          if (!hasMoved(state.startPx, input.px)) return state;
          const boxing = begin(state.start, 'drag', context);
          return boxing.name === 'boxing' ? tryBox({ ...boxing, end: placeOf([], input.at, input, context) }, context) : boxing;
        },
        pointerUp: (state, _input, context) => begin(state.start, 'click', context),
        cancel: () => idle,
      },
      boxing: {
        cursor: 'crosshair',
        pointerMove: (state, input, context) => tryBox({ ...state, end: placeOf([], input.at, input, context), endBy: 'pointer' }, context),
        pointerDown: (state, input, context) => finishBox({ ...state, end: placeOf([], input.at, input, context) }, context),
        pointerUp: (state, input, context) =>
          state.by === 'drag' ? finishBox({ ...state, end: placeOf([], input.at, input, context) }, context) : state,
        key(state, input, context) {
          if (input.key === 'Enter') return finishBox(state, context);
          if (input.key === 'Backspace' && state.typed === '') return leave(state, context);
          const next = drawnByKey(state, state.start, input, true, context);
          return next === undefined ? undefined : tryBox({ ...state, ...next }, context);
        },
        typed: ({ typed }) => typed,
        takesSizes: true,
        cancel: leave,
      },
      sketching: {
        cursor: 'crosshair',
        pointerMove: (state, input, context) =>
          trySketch({ ...state, end: placeOf(state.corners, input.at, input, context), endBy: 'pointer' }, context),
        pointerDown: sketchByPointer,
        key(state, input, context) {
          if (input.key === 'F8') {
            context.setOrtho(!context.session().ortho);
            return trySketch({ ...state, end: placeOf(state.corners, state.end.at, input, context) }, context);
          }
          if (input.key === 'Enter') {
            const isSet = state.typed === '' && (state.endBy === 'pointer' || isSamePlace(state.end.at, lastOf(state)));
            return isSet ? close(state, context) : setCorner(state, context);
          }
          if (input.key === 'Backspace' && state.typed === '') {
            if (state.corners.length === 1) return leave(state, context);
            return trySketch({ ...state, corners: state.corners.slice(0, -1) }, context);
          }
          const next = drawnByKey(state, lastOf(state), input, false, context);
          return next === undefined ? undefined : trySketch({ ...state, ...next }, context);
        },
        typed: ({ typed }) => typed,
        takesSizes: true,
        cancel: leave,
      },
    },
  };
}

function placeOf(corners: readonly Point[], at: Point, { shift, ctrl }: Keys, context: ToolContext): CornerPlace {
  const { camera, snap, ortho } = context.session();
  const toleranceMm = CORNER_PULL_PX / camera.pxPerMm;
  return snapCorner(context.layout(), at, { toleranceMm, enabled: snap && !ctrl, corners, ortho: ortho || shift });
}

function lastOf({ corners }: Sketching): Point {
  return must(corners.at(-1), 'a first corner');
}

function isNear(a: Point, b: Point, withinPx: number, context: ToolContext): boolean {
  return distanceMm(a, b) * context.session().camera.pxPerMm < withinPx;
}

/** Where the leg ends: as far as typed, else at its free end; null while what is typed is no length. */
function sketchEnd(state: Sketching, context: ToolContext): Point | null {
  if (state.typed === '') return state.end.at;
  return typedEnd(lastOf(state), state.end.at, state.typed, context.session().units);
}

/** Whether a size is typed after the first corner: it makes a rectangle. */
function isBox({ corners, end, typed }: Sketching, context: ToolContext): boolean {
  const [first] = corners;
  return corners.length === 1 && first !== undefined && typedBox(first, end.at, typed, context) !== null;
}

/** The corner across of a typed size, on the side to which the drawing points; null while it is no size. */
function typedBox(start: Point, towards: Point, typed: string, context: ToolContext): Point | null {
  const size = parseSize(typed, context.session().units);
  if (!size.ok) return null;
  const [width, depth] = size.value;
  return {
    xMm: start.xMm + (towards.xMm < start.xMm ? -width : width),
    yMm: start.yMm + (towards.yMm < start.yMm ? -depth : depth),
  };
}

function boxEnd({ start, end, typed }: Boxing, context: ToolContext): Point {
  return typed === '' ? end.at : (typedBox(start, end.at, typed, context) ?? end.at);
}

function boxOutline(a: Point, b: Point): readonly [PointMm, PointMm, PointMm, PointMm] {
  const [left, right] = [Math.min(a.xMm, b.xMm), Math.max(a.xMm, b.xMm)];
  const [top, bottom] = [Math.min(a.yMm, b.yMm), Math.max(a.yMm, b.yMm)];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function boxGuides(outline: readonly [PointMm, PointMm, PointMm, PointMm], units: SessionState['units']): Guide[] {
  const [topLeft, topRight, bottomRight] = outline;
  return (
    [
      [topLeft, topRight],
      [topRight, bottomRight],
    ] as const
  ).map(([[x1, y1], [x2, y2]]) => ({
    kind: 'measure',
    from: { xMm: x1, yMm: y1 },
    to: { xMm: x2, yMm: y2 },
    text: sizeText(Math.abs(x2 - x1) + Math.abs(y2 - y1), units),
  }));
}
