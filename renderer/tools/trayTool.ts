/**
 * Draws pathways: each click sets a corner, digits set the length of the leg under way, Shift or F8 keeps legs to one
 * axis, Backspace takes back a corner; Enter or a second click on the last corner lays the run in one step. Without a
 * mouse: Enter begins in the middle of the view, arrow keys stretch and turn the leg, Enter sets its corner.
 */
import { must } from '../../shared/assert.ts';
import { idsForRun, layRun } from '../../shared/commands/layRun.ts';
import type { DrawnRun } from '../../shared/commands/runJoints.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { visibleBox } from '../canvas/camera.ts';
import type { Guide } from '../state/sessionStore.ts';
import { parseLength } from '../ui/parseLength.ts';
import { lengthText } from '../ui/quantities.ts';
import { snapTray, type TrayPlace } from './traySnap.ts';
import { CLICK_SLOP_PX, type KeyInput, type Modifiers, type PointerInput, type Tool, type ToolContext } from './tool.ts';

type TrayState =
  | { readonly name: 'idle' }
  /** Over a place where a run would join. */
  | { readonly name: 'aiming' }
  | {
      readonly name: 'drawing';
      /** Corners that are set, at least the first. */
      readonly corners: readonly Point[];
      /** The free end of the leg under way. */
      readonly end: TrayPlace;
      /** What moved it last: Enter sets an end that keys moved, and gives up one that follows the pointer. */
      readonly endBy: 'pointer' | 'keys';
      /** Length of that leg as far as it is typed. */
      readonly typed: string;
      /** As many as the run took at most, so that each thing keeps its id while the run grows and shrinks. */
      readonly junctionIds: readonly string[];
      readonly segmentIds: readonly string[];
    };

type Drawing = Extract<TrayState, { name: 'drawing' }>;
type Keys = Pick<Modifiers, 'shift' | 'ctrl'>;

const SNAP_PX = 10;
const FINE_STEP_MM = 50;
const idle: TrayState = { name: 'idle' };

const STEPS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const trayTool: Tool<TrayState> = {
  id: 'tray',
  initial: idle,
  states: {
    idle: { cursor: 'crosshair', pointerMove: aim, pointerDown: beginAtPointer, key: keyBefore },
    aiming: { cursor: 'crosshair', pointerMove: aim, pointerDown: beginAtPointer, key: keyBefore, cancel: leave },
    drawing: {
      cursor: 'crosshair',
      pointerMove: (state, input, context) => attempt(stretched(state, input.at, input, context), context),
      pointerDown(state, input, context) {
        const next = stretched(state, input.at, input, context);
        const isAgain = next.typed === '' && (isNear(lastCorner(state), input.at, context) || isSame(next.end.at, lastCorner(state)));
        return isAgain && state.corners.length > 1 ? finish(state, context) : setCorner(next, context);
      },
      pointerUp(state, input, context) {
        // Press, drag, release draws the first leg as well as click, click.
        if (state.corners.length > 1 || isNear(lastCorner(state), input.at, context)) return state;
        return setCorner(stretched(state, input.at, input, context), context);
      },
      key: keyWithin,
      cancel: leave,
    },
  },
};

function aim(_state: TrayState, input: PointerInput, context: ToolContext): TrayState {
  const place = placeOf([], input.at, input, context);
  const isJoint = place !== null && place.joins !== null;
  context.show(isJoint ? { guides: place.guides } : null);
  return isJoint ? { name: 'aiming' } : idle;
}

function leave(_state: TrayState, context: ToolContext): TrayState {
  context.show(null);
  return idle;
}

function beginAtPointer(state: TrayState, input: PointerInput, context: ToolContext): TrayState {
  return begin(input.at, input, context) ?? state;
}

function begin(at: Point, keys: Keys, context: ToolContext): TrayState | undefined {
  const end = placeOf([], at, keys, context);
  if (end === null) return undefined;
  return attempt({ name: 'drawing', corners: [end.at], end, endBy: 'pointer', typed: '', junctionIds: [], segmentIds: [] }, context);
}

function keyBefore(state: TrayState, input: KeyInput, context: ToolContext): TrayState | undefined {
  if (input.key === 'F8') {
    toggleOrtho(context);
    return state;
  }
  if (input.key !== 'Enter' || input.ctrl) return undefined;
  // Where the pointer is, else the middle of the view.
  const { pointer, camera, viewport } = context.session();
  const view = visibleBox(camera, viewport);
  return begin(pointer ?? { xMm: (view.minXMm + view.maxXMm) / 2, yMm: (view.minYMm + view.maxYMm) / 2 }, input, context);
}

function keyWithin(state: Drawing, input: KeyInput, context: ToolContext): TrayState | undefined {
  const { key, ctrl } = input;
  if (key === 'F8') {
    toggleOrtho(context);
    return attempt(stretched(state, state.end.at, input, context), context);
  }
  if (key === 'Enter') {
    const isSet = state.typed === '' && (state.endBy === 'pointer' || isSame(state.end.at, lastCorner(state)));
    return isSet ? finish(state, context) : setCorner(state, context);
  }
  if (key === 'Backspace')
    return state.typed === '' ? takeBack(state, context) : attempt({ ...state, typed: state.typed.slice(0, -1) }, context);
  const step = STEPS[key];
  if (step !== undefined && !ctrl) return attempt(stretchedByKey(state, step, input, context), context);
  if (ctrl || key.length !== 1) return undefined;
  // A length begins with a figure; units and spaces follow.
  const isPart = state.typed === '' ? /[\d.,]/.test(key) : /[\d.,\sa-z"'″′]/i.test(key);
  return isPart ? attempt({ ...state, typed: state.typed + key }, context) : undefined;
}

function toggleOrtho(context: ToolContext): void {
  context.setTray({ ortho: !context.session().tray.ortho });
}

function placeOf(corners: readonly Point[], at: Point, { shift, ctrl }: Keys, context: ToolContext): TrayPlace | null {
  const layout = context.layout();
  if (layout === null) return null;
  const { camera, snap, tray } = context.session();
  return snapTray(layout, at, { toleranceMm: SNAP_PX / camera.pxPerMm, enabled: snap && !ctrl, corners, ortho: tray.ortho || shift });
}

function stretched(state: Drawing, at: Point, keys: Keys, context: ToolContext): Drawing {
  const end = placeOf(state.corners, at, keys, context);
  return end === null ? state : { ...state, end, endBy: 'pointer' };
}

/** By a tile with Shift, by 1 mm with Alt; an arrow across the leg turns it. */
function stretchedByKey(state: Drawing, [dx, dy]: readonly [number, number], { shift, alt }: Modifiers, context: ToolContext): Drawing {
  const byMm = alt ? 1 : shift ? (context.layout()?.hall.tile.sizeMm ?? FINE_STEP_MM) : FINE_STEP_MM;
  const last = lastCorner(state);
  const { at } = state.end;
  const from = state.endBy === 'pointer' || (dx === 0 ? at.xMm !== last.xMm : at.yMm !== last.yMm) ? last : at;
  const moved = { xMm: from.xMm + dx * byMm, yMm: from.yMm + dy * byMm };
  return { ...state, end: { at: moved, joins: null, guides: [] }, endBy: 'keys' };
}

/** Where the leg under way ends: as far as typed in its direction, else at its free end. Null while what is typed is no length. */
function endOf({ corners, end, typed }: Drawing, context: ToolContext): Point | null {
  const last = corners.at(-1);
  if (typed === '' || last === undefined) return end.at;
  const length = parseLength(typed, context.session().units);
  if (!length.ok) return null;
  const [dx, dy] = [end.at.xMm - last.xMm, end.at.yMm - last.yMm];
  const distanceMm = Math.hypot(dx, dy);
  if (distanceMm === 0) return { xMm: last.xMm + length.value.value, yMm: last.yMm };
  const share = length.value.value / distanceMm;
  return { xMm: Math.round(last.xMm + dx * share), yMm: Math.round(last.yMm + dy * share) };
}

function setCorner(state: Drawing, context: ToolContext): TrayState {
  const at = endOf(state, context);
  if (at === null || isSame(at, lastCorner(state))) return attempt(state, context);
  const corners = [...state.corners, at];
  const run = runOf(corners, context);
  // The preview tells why not.
  if (run === null || !idsForRun(context.plan(), run).ok) return attempt(state, context);
  return attempt({ ...state, corners, end: { at, joins: null, guides: [] }, typed: '' }, context);
}

function takeBack(state: Drawing, context: ToolContext): TrayState {
  if (state.corners.length === 1) return leave(state, context);
  return attempt({ ...state, corners: state.corners.slice(0, -1) }, context);
}

/** Lays the corners that are set; the leg under way goes. */
function finish(state: Drawing, context: ToolContext): TrayState {
  const run = runOf(state.corners, context);
  const needs = run === null ? null : idsForRun(context.plan(), run);
  if (run === null || needs === null || !needs.ok) return leave(state, context);
  const { junctionIds, segmentIds } = withIds(state, run, context);
  if (context.commit(layRun, { ...run, junctionIds, segmentIds })) {
    context.select(segmentIds.slice(0, needs.value.segments).map((id) => ({ kind: 'segment', id })));
  }
  return idle;
}

function runOf(corners: readonly Point[], context: ToolContext): DrawnRun | null {
  const layout = context.layout();
  if (layout === null) return null;
  const { ortho: _ortho, ...as } = context.session().tray;
  return { hall: layout.hall.id, points: corners.map(({ xMm, yMm }) => [xMm, yMm]), as };
}

function withIds(state: Drawing, run: DrawnRun, context: ToolContext): Drawing {
  const needs = idsForRun(context.plan(), run);
  if (!needs.ok) return state;
  const { junctions, segments, parts } = needs.value;
  const missing = [junctions - state.junctionIds.length, segments + parts - state.segmentIds.length] as const;
  return {
    ...state,
    junctionIds: [...state.junctionIds, ...context.newIds('junctions', Math.max(0, missing[0]))],
    segmentIds: [...state.segmentIds, ...context.newIds('segments', Math.max(0, missing[1]))],
  };
}

/** Shows the run with the leg under way. */
function attempt(state: Drawing, context: ToolContext): Drawing {
  const { units } = context.session();
  const last = lastCorner(state);
  const at = endOf(state, context);
  const corners = at === null || isSame(at, last) ? state.corners : [...state.corners, at];
  const run = runOf(corners, context);
  const length = at === null ? null : lengthText(distance(last, at), units);
  const leg: Guide[] = at === null || isSame(at, last) ? [] : [{ kind: 'measure', from: last, to: at, text: length }];
  const guides = [...(state.typed === '' ? state.end.guides : []), ...leg];
  const total = corners.slice(1).reduce((sum, corner, i) => sum + distance(corners[i]!, corner), 0);
  const text = `${state.typed === '' ? (length ?? '') : `length ${state.typed}`} · run ${lengthText(total, units)} · Enter ends it`;
  if (run === null || corners.length < 2) {
    context.show({ guides, text });
    return state;
  }
  const next = withIds(state, run, context);
  context.attempt(layRun, { ...run, junctionIds: next.junctionIds, segmentIds: next.segmentIds }, { moving: new Set(), guides, text });
  return next;
}

function lastCorner({ corners }: Drawing): Point {
  return must(corners.at(-1), 'a first corner');
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
}

function isSame(a: Point, b: Point): boolean {
  return a.xMm === b.xMm && a.yMm === b.yMm;
}

function isNear(a: Point, b: Point, context: ToolContext): boolean {
  return distance(a, b) * context.session().camera.pxPerMm < CLICK_SLOP_PX;
}
