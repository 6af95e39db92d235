/**
 * Two places of a drawing, for its scale or for where it lies. Ends and crossings of its lines pull, unless Ctrl is held;
 * Shift keeps to one axis, a typed length sets the second place. The target of a move is drawn to the plan: to walls, columns and
 * tiles. Without a mouse: arrows lead, Enter sets.
 */
import { setUnderlays } from '../../shared/commands/underlays.ts';
import { toDrawing } from '../../shared/drawings/underlayPlace.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { sizeText } from '../../shared/quantities.ts';
import type { ToolId } from '../state/sessionStore.ts';
import { nearestOnDrawing } from '../underlay/drawingSnap.ts';
import { snapPoint } from './snapping.ts';
import type { PointerInput, Tool, ToolContext } from './tool.ts';

type SpanState = { readonly name: 'idle' } | { readonly name: 'first'; readonly start: Point };

const SNAP_PX = 10;
const idle: SpanState = { name: 'idle' };

export const spanTool: Tool<SpanState> = {
  id: 'span',
  initial: idle,
  states: {
    idle: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      pointerMove(state, input, context) {
        showPlace(firstPlace(input, context), context);
        return state;
      },
      pointerDown(state, input, context) {
        return wanted(context) === null ? state : { name: 'first', start: firstPlace(input, context) };
      },
      cancel: clear,
    },
    first: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      numbers: ({ start }, pointer) => ({ from: start, towards: pointer, sets: 'press' }),
      pointerMove(state, input, context) {
        showSpan(state.start, secondPlace(state.start, input, context), context);
        return state;
      },
      pointerDown: (state, input, context) => finish(state.start, secondPlace(state.start, input, context), context),
      cancel: clear,
    },
  },
};

/** Ends what is picked; with nothing picked the tool is laid down. */
function clear(state: SpanState, context: ToolContext): SpanState {
  context.show(null);
  if (state.name === 'idle' && context.session().tool === 'span') {
    const underlay = wanted(context);
    context.takeTool(toolAfter(context));
    // What was asked for no longer stands there.
    if (underlay !== null)
      context.tell(underlay.calibration === null ? `${underlay.name} is not measured yet` : `${underlay.name} stays as it is`);
  }
  return idle;
}

function toolAfter(context: ToolContext): ToolId {
  return context.session().span?.backTo ?? 'select';
}

function wanted(context: ToolContext): Underlay | null {
  const { span } = context.session();
  return span === null ? null : (context.plan().underlays.get(span.underlay) ?? null);
}

function reachMm(context: ToolContext): number {
  return SNAP_PX / context.session().camera.pxPerMm;
}

function firstPlace({ at, ctrl }: PointerInput, context: ToolContext): Point {
  const underlay = wanted(context);
  if (underlay === null || ctrl) return at;
  return nearestOnDrawing(underlay, at, reachMm(context)) ?? at;
}

function secondPlace(start: Point, input: PointerInput, context: ToolContext): Point {
  const layout = context.layout();
  const isMove = context.session().span?.purpose === 'place';
  const free = !isMove
    ? firstPlace(input, context)
    : input.ctrl || layout === null
      ? input.at
      : snapPoint({ ...layout, underlays: [] }, input.at, reachMm(context));
  if (!input.shift) return free;
  return Math.abs(free.xMm - start.xMm) >= Math.abs(free.yMm - start.yMm)
    ? { xMm: free.xMm, yMm: start.yMm }
    : { xMm: start.xMm, yMm: free.yMm };
}

function showPlace(at: Point, context: ToolContext): void {
  context.show({ guides: [{ kind: 'joint', from: at, to: at, text: null }] });
}

function showSpan(start: Point, end: Point, context: ToolContext): void {
  const text = sizeText(Math.round(Math.hypot(end.xMm - start.xMm, end.yMm - start.yMm)), context.session().units);
  context.show({
    guides: [
      { kind: 'measure', from: start, to: end, text },
      { kind: 'joint', from: end, to: end, text: null },
    ],
    text,
  });
}

function finish(start: Point, end: Point, context: ToolContext): SpanState {
  const underlay = wanted(context);
  const { span } = context.session();
  if (underlay === null || span === null) return clear(idle, context);
  if (Math.hypot(end.xMm - start.xMm, end.yMm - start.yMm) === 0) return { name: 'first', start };
  context.show(null);
  if (span.purpose === 'place') {
    const set = { xMm: Math.round(underlay.xMm + end.xMm - start.xMm), yMm: Math.round(underlay.yMm + end.yMm - start.yMm) };
    context.commit(setUnderlays, { ids: [underlay.id], set });
  } else {
    context.askDistance({ underlay: underlay.id, purpose: span.purpose, from: toDrawing(underlay, start), to: toDrawing(underlay, end) });
  }
  context.takeTool(toolAfter(context));
  return idle;
}
