/**
 * Picks lines of a drawing under the plan and makes walls, columns and doors of them. A click picks a line, Shift adds, a marquee
 * takes what it encloses or, from right to left, touches; a double click or S takes all that is drawn alike, L the whole layer.
 * Without a mouse: Tab goes from line to line, Space picks, Enter traces, or leads to the layers while nothing is picked. What would come of it is shown all the while.
 */
import { pathsOnLayer, similarPaths } from '../../shared/drawings/trace/pickedPaths.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { visibleBox, type ScreenPoint } from '../canvas/camera.ts';
import type { Guide } from '../state/sessionStore.ts';
import { pathAt, pathsInBox, pathsInView, pickableLines, piecesOnFloor, reasonNotToTrace } from '../underlay/pickLines.ts';
import { traceWish, type TraceWish } from './traceWish.ts';
import { hasMoved, type KeyInput, type PointerInput, type Tool, type ToolContext } from './tool.ts';

/** A line of a drawing. */
interface Line {
  readonly underlay: string;
  readonly path: number;
}

type TraceState =
  | { readonly name: 'idle' }
  /** On a line: under the pointer, or where keys have led. */
  | { readonly name: 'aiming'; readonly under: Line }
  | { readonly name: 'picked'; readonly under: Line | null; readonly wish: TraceWish | null }
  | { readonly name: 'pressing'; readonly start: Point; readonly startPx: ScreenPoint }
  | { readonly name: 'brushing'; readonly start: Point };

type Resting = Extract<TraceState, { readonly name: 'idle' | 'aiming' | 'picked' }>;

const REACH_PX = 6;
/** More lines than these are not lit one by one while they are picked. */
const MOST_LIT = 3000;
const idle: Resting = { name: 'idle' };

export const traceTool: Tool<TraceState> = {
  id: 'trace',
  initial: idle,
  states: {
    idle: { cursor: 'crosshair', pointerMove: hover, pointerDown: press, key: keyAtRest, doubleClick: takeSimilar, refresh },
    aiming: {
      cursor: 'crosshair',
      pointerMove: hover,
      pointerDown: press,
      key: keyAtRest,
      doubleClick: takeSimilar,
      refresh,
      cancel: clear,
    },
    picked: {
      cursor: 'crosshair',
      pointerMove: hover,
      pointerDown: press,
      key: keyAtRest,
      doubleClick: takeSimilar,
      refresh,
      cancel: clear,
    },
    pressing: {
      cursor: 'crosshair',
      pointerMove: (state, input, context) =>
        hasMoved(state.startPx, input.px) ? brush({ name: 'brushing', start: state.start }, input, context) : state,
      pointerUp(state, input, context) {
        const line = lineAt(state.start, context);
        if (line !== null) pick(line, [line.path], input.shift, context);
        else if (tracedUnderlays(context).length === 0) tellWhyNot(context);
        else if (!input.shift) setPicks(null, [], context);
        return refresh(state, context);
      },
      refresh: (state) => state,
      cancel: (_state, context) => refresh(idle, context),
    },
    brushing: {
      cursor: 'crosshair',
      pointerMove: brush,
      pointerUp({ start }, input, context) {
        const [caught] = tracedUnderlays(context)
          .map((underlay) => ({ underlay, paths: pathsInBox(underlay, start, input.at, input.at.xMm < start.xMm) }))
          .sort((one, other) => other.paths.length - one.paths.length);
        if (caught === undefined) tellWhyNot(context);
        else pick({ underlay: caught.underlay.id, path: -1 }, caught.paths, input.shift, context);
        return refresh(idle, context);
      },
      refresh: (state) => state,
      cancel: (_state, context) => refresh(idle, context),
    },
  },
};

/** Shows what the picks would make, after the picks, the settings or the plan have changed. */
function refresh(_state: TraceState, context: ToolContext): Resting {
  if (context.session().trace.paths.length === 0) {
    context.show(null);
    return idle;
  }
  const next: Resting = { name: 'picked', under: null, wish: traceWish(context) };
  show(next, context);
  return next;
}

function show(state: Resting, context: ToolContext): void {
  const under = underOf(state);
  const guides = [...litLines(context), ...(under === null ? [] : lineGuides(under, 'align', context))];
  const wish = state.name === 'picked' ? state.wish : null;
  if (wish === null) context.show(guides.length === 0 ? null : { guides });
  else if (wish.kind === 'refused') context.show({ guides, problem: wish.problem });
  else {
    wish.use((command, args) => {
      context.attempt(command, args, { moving: new Set(), guides, text: `${wish.text} · Enter traces` });
      return true;
    }, true);
  }
}

function hover(state: Resting, { at }: PointerInput, context: ToolContext): TraceState {
  const under = lineAt(at, context);
  const before = underOf(state);
  return under?.path === before?.path && under?.underlay === before?.underlay ? state : lit(state, under, context);
}

function underOf(state: Resting): Line | null {
  return state.name === 'idle' ? null : state.under;
}

function press(_state: Resting, { at, px }: PointerInput): TraceState {
  return { name: 'pressing', start: at, startPx: px };
}

function brush(state: Extract<TraceState, { name: 'brushing' }>, { at }: PointerInput, context: ToolContext): TraceState {
  const touching = at.xMm < state.start.xMm;
  context.show({
    marquee: { from: state.start, to: at, touching },
    guides: litLines(context),
    text: touching ? 'touched lines' : 'enclosed lines',
  });
  return state;
}

function clear(_state: TraceState, context: ToolContext): TraceState {
  setPicks(null, [], context);
  context.show(null);
  return idle;
}

function takeSimilar(state: Resting, { at, shift }: PointerInput, context: ToolContext): TraceState {
  const line = lineAt(at, context);
  return line === null ? state : similarTo(line, shift, context);
}

function similarTo(line: Line, adds: boolean, context: ToolContext): TraceState {
  const lines = linesOf(line, context);
  if (lines !== null) pick(line, similarPaths(lines.drawing, line.path), adds, context, 'adds');
  return refresh(idle, context);
}

function keyAtRest(state: Resting, input: KeyInput, context: ToolContext): TraceState | undefined {
  const { key, shift, ctrl } = input;
  if (ctrl) return undefined;
  if (key === 'Tab') return goOn(state, shift ? -1 : 1, context);
  if (key === 'Enter') return trace(state, context);
  const under = underOf(state);
  const line = under ?? lastPicked(context);
  if (line === null) return undefined;
  if (key === ' ' && under !== null) {
    pick(line, [line.path], true, context);
    return lit(refresh(state, context), line, context);
  }
  if (key.toLowerCase() === 's' && !shift) return similarTo(line, true, context);
  if (key.toLowerCase() !== 'l' || shift) return undefined;
  const lines = linesOf(line, context);
  if (lines === null) return undefined;
  const { layers, pathLayers } = lines.drawing;
  pick(line, pathsOnLayer(lines.drawing, layers[pathLayers[line.path]!]!.name), true, context, 'adds');
  return refresh(idle, context);
}

/** The next line in view, as one reads; after the last one Tab leads on. */
function goOn(state: Resting, step: 1 | -1, context: ToolContext): TraceState | undefined {
  const { camera, viewport } = context.session();
  const view = visibleBox(camera, viewport);
  const all = tracedUnderlays(context).flatMap((underlay) =>
    pathsInView(underlay, view).map((path): Line => ({ underlay: underlay.id, path })),
  );
  const under = underOf(state);
  const at = under === null ? -1 : all.findIndex(({ underlay, path }) => underlay === under.underlay && path === under.path);
  const next = at < 0 ? (step === 1 ? all[0] : all.at(-1)) : all[at + step];
  return next === undefined ? undefined : lit(state, next, context);
}

/** The same picks, and another line under the hand. */
function lit(state: Resting, under: Line | null, context: ToolContext): TraceState {
  const next: Resting = state.name === 'picked' ? { ...state, under } : under === null ? idle : { name: 'aiming', under };
  show(next, context);
  return next;
}

function trace(state: Resting, context: ToolContext): TraceState {
  if (state.name === 'idle') {
    // Layers stand beside the drawing; Tab would lead there through every line.
    context.editSettings();
    return state;
  }
  if (state.name === 'aiming') {
    pick(state.under, [state.under.path], true, context);
    return refresh(state, context);
  }
  const { wish } = state;
  if (wish?.kind !== 'ready' || !wish.use(context.commit)) return state;
  context.tell(`Traced: ${wish.text}`);
  return clear(state, context);
}

/** The line nearest to a place, of all drawings that can be traced. */
function lineAt(at: Point, context: ToolContext): Line | null {
  const reachMm = REACH_PX / context.session().camera.pxPerMm;
  for (const underlay of tracedUnderlays(context).toReversed()) {
    const path = pathAt(underlay, at, reachMm);
    if (path !== null) return { underlay: underlay.id, path };
  }
  return null;
}

function tracedUnderlays(context: ToolContext): readonly Underlay[] {
  return (context.layout()?.underlays ?? []).filter((underlay) => pickableLines(underlay) !== null);
}

function linesOf({ underlay: id }: Line, context: ToolContext): ReturnType<typeof pickableLines> {
  const underlay = context.plan().underlays.get(id);
  return underlay === undefined ? null : pickableLines(underlay);
}

function lastPicked(context: ToolContext): Line | null {
  const { underlay, paths } = context.session().trace;
  const path = paths.at(-1);
  return underlay === null || path === undefined ? null : { underlay, path };
}

/** Takes lines in place of those picked, or changes them; lines of two drawings are not traced together. */
function pick(
  { underlay }: Line,
  paths: readonly number[],
  keeps: boolean,
  context: ToolContext,
  how: 'adds' | 'toggles' = 'toggles',
): void {
  const { trace: before } = context.session();
  const kept = keeps && before.underlay === underlay ? before.paths : [];
  const known = new Set(kept);
  const taken = new Set(paths);
  const toggles = how === 'toggles' && paths.every((path) => known.has(path));
  setPicks(underlay, toggles ? kept.filter((path) => !taken.has(path)) : [...kept, ...paths.filter((path) => !known.has(path))], context);
}

function setPicks(underlay: string | null, paths: readonly number[], context: ToolContext): void {
  context.setTrace({ underlay, paths });
}

function tellWhyNot(context: ToolContext): void {
  const [first] = context.layout()?.underlays ?? [];
  context.tell((first === undefined ? null : reasonNotToTrace(first)) ?? 'Add a DXF to trace first');
}

function litLines(context: ToolContext): Guide[] {
  const { underlay, paths } = context.session().trace;
  if (underlay === null) return [];
  return paths.slice(0, MOST_LIT).flatMap((path) => lineGuides({ underlay, path }, 'leg', context));
}

function lineGuides(line: Line, kind: Guide['kind'], context: ToolContext): Guide[] {
  const underlay = context.plan().underlays.get(line.underlay);
  const lines = underlay === undefined ? null : pickableLines(underlay);
  if (underlay === undefined || lines === null) return [];
  return piecesOnFloor(lines, underlay, line.path).map(([from, to]) => ({ kind, from, to, text: null }));
}
