/**
 * Distance between two places; corners of cabinets, walls and obstacles pull, Shift keeps to one axis, Ctrl suspends the pull. A typed
 * length sets the end. Without a mouse: Enter takes aim, arrows lead, Enter sets.
 */
import type { Point } from '../../shared/geometry/shapes.ts';
import { sizeText } from '../../shared/quantities.ts';
import { angleText, startOfKeys } from './sketch.ts';
import { snapPoint } from './snapping.ts';
import type { KeyInput, PointerInput, Tool, ToolContext } from './tool.ts';

type MeasureState =
  | { readonly name: 'idle' }
  /** By keyboard: where the first place would be. */
  | { readonly name: 'steering' }
  | { readonly name: 'measuring'; readonly start: Point }
  /** Both ends set; shown until the next click. */
  | { readonly name: 'measured' };

const SNAP_PX = 8;
const idle: MeasureState = { name: 'idle' };

export const measureTool: Tool<MeasureState> = {
  id: 'measure',
  initial: idle,
  states: {
    idle: { cursor: 'crosshair', pointerDown: begin, key: takeAim },
    steering: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      pointerMove(state, input, context) {
        showRing(pulled(input, context), context);
        return state;
      },
      pointerDown: begin,
      cancel: clear,
    },
    measuring: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      numbers: ({ start }, pointer) => ({ from: start, towards: pointer, sets: 'press' }),
      pointerMove(state, input, context) {
        showMeasure(state.start, input, context);
        return state;
      },
      pointerUp(state, input, context) {
        // Click, click measures as well as press, drag, release.
        const end = endPoint(state.start, input, context);
        return Math.hypot(end.xMm - state.start.xMm, end.yMm - state.start.yMm) === 0 ? state : { name: 'measured' };
      },
      pointerDown(state, input, context) {
        showMeasure(state.start, input, context);
        return { name: 'measured' };
      },
      cancel: clear,
    },
    measured: { cursor: 'crosshair', pointerDown: begin, key: takeAim, cancel: clear },
  },
};

function begin(_state: MeasureState, input: PointerInput, context: ToolContext): MeasureState {
  context.show(null);
  return { name: 'measuring', start: pulled(input, context) };
}

function takeAim(_state: MeasureState, { key, ctrl }: KeyInput, context: ToolContext): MeasureState | undefined {
  if (key !== 'Enter' || ctrl) return undefined;
  showRing(startOfKeys(context), context);
  return { name: 'steering' };
}

function showRing(at: Point, context: ToolContext): void {
  context.show({ guides: [{ kind: 'joint', from: at, to: at, text: null }] });
}

function clear(_state: MeasureState, context: ToolContext): MeasureState {
  context.show(null);
  return idle;
}

function pulled({ at, ctrl }: Pick<PointerInput, 'at' | 'ctrl'>, context: ToolContext): Point {
  const layout = context.layout();
  return layout === null || ctrl ? at : snapPoint(layout, at, SNAP_PX / context.session().camera.pxPerMm);
}

function endPoint(start: Point, input: PointerInput, context: ToolContext): Point {
  const end = pulled(input, context);
  if (!input.shift) return end;
  return Math.abs(end.xMm - start.xMm) >= Math.abs(end.yMm - start.yMm)
    ? { xMm: end.xMm, yMm: start.yMm }
    : { xMm: start.xMm, yMm: end.yMm };
}

function showMeasure(start: Point, input: PointerInput, context: ToolContext): void {
  const { units } = context.session();
  const end = endPoint(start, input, context);
  const [dx, dy] = [Math.abs(end.xMm - start.xMm), Math.abs(end.yMm - start.yMm)];
  const distance = sizeText(Math.round(Math.hypot(dx, dy)), units);
  const text =
    dx === 0 || dy === 0
      ? distance
      : `${distance}  (x ${sizeText(Math.round(dx), units)}, y ${sizeText(Math.round(dy), units)}, ${angleText(start, end)})`;
  context.show({ guides: [{ kind: 'measure', from: start, to: end, text: distance }], text });
}
