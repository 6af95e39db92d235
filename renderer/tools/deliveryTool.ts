/**
 * Draws the way of crates from the dock to where they are unpacked: each click sets a corner, a typed length the leg under way, Shift or
 * F8 keeps to one axis, Backspace takes a corner back, Enter or a second click on the last corner ends it. Middles of doors pull.
 * Without a mouse: Enter begins, arrows stretch, Enter sets.
 */
import { addDeliveryPath } from '../../shared/commands/deliveryPaths.ts';
import { must } from '../../shared/assert.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import { lengthText } from '../../shared/quantities.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
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
import { CLICK_SLOP_PX, type KeyInput, type Modifiers, type Tool, type ToolContext } from './tool.ts';

interface Drawing {
  readonly name: 'drawing';
  readonly corners: readonly Point[];
  readonly end: Point;
  readonly guides: readonly Guide[];
  readonly endBy: 'pointer' | 'keys';
  readonly typed: string;
}

type DeliveryState = { readonly name: 'idle' } | Drawing;
type Keys = Pick<Modifiers, 'shift' | 'ctrl'>;

const NAME_PATTERN = 'Delivery path {n}';
/** As wide as a crate on a pallet truck wants beside the hands that lead it. */
const CLEAR_WIDTH_MM = 1500;
const idle: DeliveryState = { name: 'idle' };

export const deliveryTool: Tool<DeliveryState> = {
  id: 'deliveryPath',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      pointerDown: (state, { at, ...keys }, context) => begin(at, keys, context) ?? state,
      key: (_state, input, context) =>
        input.key === 'Enter' && !input.ctrl ? begin(startOfKeys(context), input, context) : orthoKey(idle, input, context),
    },
    drawing: {
      cursor: 'crosshair',
      pointerMove: (state, { at, ...keys }, context) => show(stretched(state, at, keys, context), context),
      pointerDown(state, { at, ...keys }, context) {
        const last = lastOf(state);
        const next = stretched(state, at, keys, context);
        // A corner that was pulled aside lies beside the pointer: the same click is drawn to it again.
        const isNear = distanceMm(last, at) * context.session().camera.pxPerMm < CLICK_SLOP_PX;
        const isAgain = state.typed === '' && (isNear || isSamePlace(next.end, last));
        return isAgain && state.corners.length > 1 ? finish(state, context) : setCorner(next, context);
      },
      key: keyWithin,
      typed: ({ typed }) => typed,
      cancel: leave,
    },
  },
};

function orthoKey(state: DeliveryState, { key }: KeyInput, context: ToolContext): DeliveryState | undefined {
  if (key !== 'F8') return undefined;
  context.setOrtho(!context.session().ortho);
  return state;
}

function leave(_state: DeliveryState, context: ToolContext): DeliveryState {
  context.show(null);
  return idle;
}

function begin(at: Point, keys: Keys, context: ToolContext): DeliveryState | undefined {
  if (context.layout() === null) return undefined;
  const { at: start, guides } = placeOf([], at, keys, context);
  return show({ name: 'drawing', corners: [start], end: start, guides, endBy: 'pointer', typed: '' }, context);
}

function placeOf(corners: readonly Point[], at: Point, { shift, ctrl }: Keys, context: ToolContext): CornerPlace {
  const { camera, snap, ortho } = context.session();
  const layout = context.layout();
  const toleranceMm = CORNER_PULL_PX / camera.pxPerMm;
  const options = { toleranceMm, enabled: snap && !ctrl, corners, ortho: ortho || shift };
  const door = layout === null || !options.enabled || options.ortho ? null : nearestDoor(layout, at, toleranceMm);
  return door === null ? snapCorner(layout, at, options) : { at: door, guides: [{ kind: 'joint', from: door, to: door, text: null }] };
}

function nearestDoor({ doors }: HallLayout, at: Point, toleranceMm: number): Point | null {
  const middles = doors.map(({ from, to }) => ({ xMm: Math.round((from.xMm + to.xMm) / 2), yMm: Math.round((from.yMm + to.yMm) / 2) }));
  const [nearest] = middles.filter((middle) => distanceMm(middle, at) <= toleranceMm).sort((a, b) => distanceMm(a, at) - distanceMm(b, at));
  return nearest ?? null;
}

function stretched(state: Drawing, at: Point, keys: Keys, context: ToolContext): Drawing {
  const { at: end, guides } = placeOf(state.corners, at, keys, context);
  return { ...state, end, guides, endBy: 'pointer' };
}

/** Where the leg ends: as far as typed, else at its free end; null while what is typed is no length. */
function endOf(state: Drawing, context: ToolContext): Point | null {
  return state.typed === '' ? state.end : typedEnd(lastOf(state), state.end, state.typed, context.session().units);
}

function setCorner(state: Drawing, context: ToolContext): DeliveryState {
  const at = endOf(state, context);
  if (at === null || isSamePlace(at, lastOf(state))) return show(state, context);
  if (state.typed !== '') keepInView(at, context);
  return show({ ...state, corners: [...state.corners, at], end: at, guides: [], typed: '' }, context);
}

function keyWithin(state: Drawing, input: KeyInput, context: ToolContext): DeliveryState | undefined {
  const { key, ctrl } = input;
  if (key === 'F8') {
    context.setOrtho(!context.session().ortho);
    return show(stretched(state, state.end, input, context), context);
  }
  if (key === 'Enter') {
    const isSet = state.typed === '' && (state.endBy === 'pointer' || isSamePlace(state.end, lastOf(state)));
    return isSet ? finish(state, context) : setCorner(state, context);
  }
  if (key === 'Backspace') {
    if (state.typed !== '') return show({ ...state, typed: state.typed.slice(0, -1) }, context);
    const corners = state.corners.slice(0, -1);
    const end = corners.at(-1);
    return end === undefined ? leave(state, context) : show({ ...state, corners, end, guides: [] }, context);
  }
  if (ctrl) return undefined;
  const step = arrowStep(key, input, context.layout()?.hall.tile.sizeMm ?? null);
  if (step !== null) {
    const last = lastOf(state);
    const turns = step.xMm === 0 ? state.end.xMm !== last.xMm : state.end.yMm !== last.yMm;
    const from = state.endBy === 'pointer' || turns ? last : state.end;
    return show({ ...state, end: { xMm: from.xMm + step.xMm, yMm: from.yMm + step.yMm }, guides: [], endBy: 'keys' }, context);
  }
  const typed = typedWith(state.typed, key);
  return typed === null ? undefined : show({ ...state, typed }, context);
}

/** Takes the corners that are set; the leg under way goes. */
function finish(state: Drawing, context: ToolContext): DeliveryState {
  const hall = context.layout()?.hall;
  if (hall === undefined || state.corners.length < 2) return show(state, context);
  const taken = new Set(hall.deliveryPaths?.map(({ name }) => name));
  const path = {
    name: nameFromPattern(NAME_PATTERN, firstFreeNumber(NAME_PATTERN, 1, taken)),
    points: state.corners.map(({ xMm, yMm }) => [xMm, yMm] as const),
    clearWidthMm: CLEAR_WIDTH_MM,
    clearHeightMm: null,
  };
  if (!context.commit(addDeliveryPath, { hall: hall.id, path })) return show(state, context);
  context.select([{ kind: 'hall', id: hall.id }]);
  context.takeTool('select');
  return idle;
}

function show(state: Drawing, context: ToolContext): Drawing {
  const { units } = context.session();
  const at = endOf(state, context);
  const last = lastOf(state);
  const points = at === null || isSamePlace(at, last) ? state.corners : [...state.corners, at];
  const guides = legGuides(points, units);
  const total = points.slice(1).reduce((sum, to, i) => sum + distanceMm(must(points[i], 'corner'), to), 0);
  const leg = at === null ? '' : legText(last, at, units);
  const text = `${state.typed === '' ? leg : `length ${typedText(state.typed, units)}`} · path ${lengthText(total, units)} · Enter ends it`;
  context.show({ guides: [...(state.typed === '' ? state.guides : []), ...guides], text });
  return state;
}

function lastOf({ corners }: Drawing): Point {
  return must(corners.at(-1), 'a first corner');
}
