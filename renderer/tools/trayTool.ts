/**
 * Draws pathways: each click sets a corner, digits set the length of the leg under way, Shift or F8 keeps legs to one
 * axis, / lets the leg turn a corner on its way, Backspace takes back a corner; Enter or a second click on the last corner
 * lays the run in one step. Without a mouse: Enter begins in the middle of the view, arrow keys stretch and turn the leg,
 * Enter sets its corner.
 */
import { must } from '../../shared/assert.ts';
import { idsForRun, layRun } from '../../shared/commands/layRun.ts';
import type { DrawnRun } from '../../shared/commands/runJoints.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { lengthText } from '../../shared/quantities.ts';
import { keepInView } from './keepInView.ts';
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
      readonly posture: Posture;
      /** What moved it last: Enter sets an end that keys moved, and gives up one that follows the pointer. */
      readonly endBy: 'pointer' | 'keys';
      /** Length of that leg as far as it is typed. */
      readonly typed: string;
      /** As many as the run took at most, so that each thing keeps its id while the run grows and shrinks. */
      readonly junctionIds: readonly string[];
      readonly segmentIds: readonly string[];
    };

/** The way to the free end: straight, or with a corner, first along x or first along y. */
type Posture = 'straight' | 'xFirst' | 'yFirst';

const nextPosture: Readonly<Record<Posture, Posture>> = { straight: 'xFirst', xFirst: 'yFirst', yFirst: 'straight' };
const postureText: Readonly<Record<Posture, string>> = {
  straight: 'straight',
  xFirst: 'corner, first along x',
  yFirst: 'corner, first along y',
};

type Drawing = Extract<TrayState, { name: 'drawing' }>;
type Keys = Pick<Modifiers, 'shift' | 'ctrl'>;

const idle: TrayState = { name: 'idle' };

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
        const isAgain = next.typed === '' && (isNear(lastCorner(state), input.at, context) || isSamePlace(next.end.at, lastCorner(state)));
        return isAgain && state.corners.length > 1 ? finish(state, context) : setCorner(next, context);
      },
      pointerUp(state, input, context) {
        // Press, drag, release draws the first leg as well as click, click.
        if (state.corners.length > 1 || isNear(lastCorner(state), input.at, context)) return state;
        return setCorner(stretched(state, input.at, input, context), context);
      },
      key: keyWithin,
      typed: ({ typed }) => typed,
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
  return attempt(
    { name: 'drawing', corners: [end.at], end, posture: 'straight', endBy: 'pointer', typed: '', junctionIds: [], segmentIds: [] },
    context,
  );
}

function keyBefore(state: TrayState, input: KeyInput, context: ToolContext): TrayState | undefined {
  if (input.key === 'F8') {
    toggleOrtho(context);
    return state;
  }
  if (input.key !== 'Enter' || input.ctrl) return undefined;
  return begin(startOfKeys(context), input, context);
}

function keyWithin(state: Drawing, input: KeyInput, context: ToolContext): TrayState | undefined {
  const { key, ctrl } = input;
  if (key === 'F8') {
    toggleOrtho(context);
    return attempt(stretched(state, state.end.at, input, context), context);
  }
  if (key === 'Enter') {
    const isSet = state.typed === '' && (state.endBy === 'pointer' || isSamePlace(state.end.at, lastCorner(state)));
    return isSet ? finish(state, context) : setCorner(state, context);
  }
  if (key === '/' && state.typed === '') return attempt({ ...state, posture: nextPosture[state.posture] }, context);
  if (key === 'Backspace')
    return state.typed === '' ? takeBack(state, context) : attempt({ ...state, typed: state.typed.slice(0, -1) }, context);
  if (ctrl) return undefined;
  const step = arrowStep(key, input, context.layout()?.hall.tile.sizeMm ?? null);
  if (step !== null) return attempt(stretchedByKey(state, step), context);
  const typed = typedWith(state.typed, key);
  return typed === null ? undefined : attempt({ ...state, typed }, context);
}

function toggleOrtho(context: ToolContext): void {
  context.setOrtho(!context.session().ortho);
}

function placeOf(corners: readonly Point[], at: Point, { shift, ctrl }: Keys, context: ToolContext): TrayPlace | null {
  const layout = context.layout();
  if (layout === null) return null;
  const { camera, snap, snapTo, ortho } = context.session();
  return snapTray(layout, at, {
    toleranceMm: CORNER_PULL_PX / camera.pxPerMm,
    enabled: snap && !ctrl,
    to: snapTo,
    corners,
    ortho: ortho || shift,
  });
}

function stretched(state: Drawing, at: Point, keys: Keys, context: ToolContext): Drawing {
  const end = placeOf(state.corners, at, keys, context);
  return end === null ? state : { ...state, end, endBy: 'pointer' };
}

/** An arrow across the leg turns it. */
function stretchedByKey(state: Drawing, step: Point): Drawing {
  const last = lastCorner(state);
  const { at } = state.end;
  const from = state.endBy === 'pointer' || (step.xMm === 0 ? at.xMm !== last.xMm : at.yMm !== last.yMm) ? last : at;
  const moved = { xMm: from.xMm + step.xMm, yMm: from.yMm + step.yMm };
  return { ...state, end: { at: moved, joins: null, guides: [] }, endBy: 'keys' };
}

/** Where the leg under way ends: as far as typed in its direction, else at its free end. Null while what is typed is no length. */
function endOf({ corners, end, typed }: Drawing, context: ToolContext): Point | null {
  const last = corners.at(-1);
  if (typed === '' || last === undefined) return end.at;
  return typedEnd(last, end.at, typed, context.session().units);
}

function setCorner(state: Drawing, context: ToolContext): TrayState {
  const at = endOf(state, context);
  if (at === null || isSamePlace(at, lastCorner(state))) return attempt(state, context);
  const corners = [...state.corners, ...wayTo(state, at)];
  const run = runOf(corners, context);
  // The preview tells why not.
  if (run === null || !idsForRun(context.plan(), run).ok) return attempt(state, context);
  if (state.typed !== '') keepInView(at, context);
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
  return { hall: layout.hall.id, points: corners.map(({ xMm, yMm }) => [xMm, yMm]), as: context.session().tray };
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
  const corners = at === null || isSamePlace(at, last) ? state.corners : [...state.corners, ...wayTo(state, at)];
  const run = runOf(corners, context);
  const free = corners.slice(state.corners.length - 1);
  const leg = legGuides(free, units);
  const guides = [...(state.typed === '' ? state.end.guides : []), ...leg];
  const lengths =
    leg.length === 0
      ? lengthText(0, units)
      : free
          .slice(1)
          .map((to, i) => legText(free[i]!, to, units))
          .join(' + ');
  const total = corners.slice(1).reduce((sum, corner, i) => sum + distanceMm(corners[i]!, corner), 0);
  const text = `${state.typed === '' ? lengths : `length ${typedText(state.typed, units)}`} · run ${lengthText(total, units)} · ${postureText[state.posture]} (/) · Enter ends it`;
  if (run === null || corners.length < 2) {
    context.show({ guides, text });
    return state;
  }
  const next = withIds(state, run, context);
  context.attempt(layRun, { ...run, junctionIds: next.junctionIds, segmentIds: next.segmentIds }, { moving: new Set(), guides, text });
  return next;
}

/** The corners from the last one to a place. A typed length goes straight. */
function wayTo(state: Drawing, at: Point): readonly Point[] {
  const last = lastCorner(state);
  if (state.posture === 'straight' || state.typed !== '') return [at];
  const turn = state.posture === 'xFirst' ? { xMm: at.xMm, yMm: last.yMm } : { xMm: last.xMm, yMm: at.yMm };
  return isSamePlace(turn, last) || isSamePlace(turn, at) ? [at] : [turn, at];
}

function lastCorner({ corners }: Drawing): Point {
  return must(corners.at(-1), 'a first corner');
}

function isNear(a: Point, b: Point, context: ToolContext): boolean {
  return distanceMm(a, b) * context.session().camera.pxPerMm < CLICK_SLOP_PX;
}
