/**
 * A dimension by three clicks: from, to, and where its line stands. Ends are tied to the corners, junctions and walls that they fall on.
 * Where the line is put says what is measured: beside the two along y, above or below them along x, between them straight. A typed length
 * sets the second end, then how far the line stands off. Without a mouse: Enter takes aim, arrows lead, Enter sets.
 */
import { addDimensions } from '../../shared/commands/dimensions.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { endPlace, layDimension, offsetAt, tieCorners } from '../../shared/plan/dimensionPlaces.ts';
import type { Dimension, DimensionAxis, DimensionEnd, DimensionTie } from '../../shared/plan/drawingAids.ts';
import { sizeText } from '../../shared/quantities.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import { startOfKeys } from './sketch.ts';
import { snapPoint } from './snapping.ts';
import type { KeyInput, Numbers, PointerInput, Tool, ToolContext } from './tool.ts';

type DimensionState =
  | { readonly name: 'idle' }
  /** Over a thing that an end would be tied to. */
  | { readonly name: 'aiming' }
  /** By keyboard: where the first end would be. */
  | { readonly name: 'steering' }
  | { readonly name: 'measuring'; readonly a: DimensionEnd }
  | { readonly name: 'placing'; readonly a: DimensionEnd; readonly b: DimensionEnd; readonly id: string };

const REACH_PX = 8;
const SECOND = 'set its second point';
const STAND = 'set where its line stands';
const idle: DimensionState = { name: 'idle' };

export const dimensionTool: Tool<DimensionState> = {
  id: 'dimension',
  initial: idle,
  states: {
    idle: { cursor: 'crosshair', pointerMove: aim, pointerDown: first, key: takeAim },
    aiming: { cursor: 'crosshair', pointerMove: aim, pointerDown: first, key: takeAim, cancel: leave },
    steering: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      pointerMove(state, input, context) {
        showAim(input, context);
        return state;
      },
      pointerDown: first,
      cancel: leave,
    },
    measuring: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      numbers({ a }, pointer, context) {
        const from = endPlace(context.plan(), a);
        return from === null ? null : { from, towards: pointer, sets: 'press' };
      },
      pointerMove(state, input, context) {
        showMeasure(state.a, input, context);
        return state;
      },
      pointerDown: second,
      // Press, drag, release measures as well as click, click.
      pointerUp: (state, input, context) => second(state, input, context),
      key: (_state, { key }, context) => (key === 'Backspace' ? leave(idle, context) : undefined),
      cancel: leave,
    },
    placing: {
      cursor: 'crosshair',
      byKeys: 'arrows',
      numbers: standOff,
      pointerMove(state, input, context) {
        const made = dimensionAt(state, input, context);
        if (made !== null)
          context.attempt(
            addDimensions,
            { dimensions: [made] },
            { moving: new Set(), guides: [], text: `${textOf(made, context)} · ${STAND}` },
          );
        return state;
      },
      pointerDown(state, input, context) {
        const made = dimensionAt(state, input, context);
        if (made !== null && context.commit(addDimensions, { dimensions: [made] })) context.select([{ kind: 'dimension', id: made.id }]);
        context.show(null);
        return idle;
      },
      key(state, { key }, context) {
        if (key !== 'Backspace') return undefined;
        return begun(state.a, context);
      },
      cancel: leave,
    },
  },
};

function aim(_state: DimensionState, { at, ctrl }: PointerInput, context: ToolContext): DimensionState {
  const layout = context.layout();
  const end = layout === null ? null : endAt(context, layout, at, ctrl);
  const place = end === null || end.kind === 'place' ? null : endPlace(context.plan(), end);
  context.show(place === null ? null : { guides: [{ kind: 'joint', from: place, to: place, text: null }] });
  return place === null ? idle : { name: 'aiming' };
}

function takeAim(_state: DimensionState, { key, ctrl }: KeyInput, context: ToolContext): DimensionState | undefined {
  if (key !== 'Enter' || ctrl) return undefined;
  showAim({ at: startOfKeys(context), ctrl: false }, context);
  return { name: 'steering' };
}

function showAim({ at, ctrl }: Pick<PointerInput, 'at' | 'ctrl'>, context: ToolContext): void {
  const layout = context.layout();
  const place = layout === null ? null : endPlace(context.plan(), endAt(context, layout, at, ctrl));
  if (place !== null) context.show({ guides: [{ kind: 'joint', from: place, to: place, text: null }] });
}

/** How far the line stands off is counted from what it measures, on the side that the pointer is on. */
function standOff({ a, b }: Extract<DimensionState, { name: 'placing' }>, pointer: Point, context: ToolContext): Numbers | null {
  const [from, to] = [endPlace(context.plan(), a), endPlace(context.plan(), b)];
  if (from === null || to === null) return null;
  const middle = { xMm: (from.xMm + to.xMm) / 2, yMm: (from.yMm + to.yMm) / 2 };
  switch (axisAt(from, to, pointer)) {
    case 'x': {
      const yMm = pointer.yMm < middle.yMm ? Math.min(from.yMm, to.yMm) : Math.max(from.yMm, to.yMm);
      return { from: { ...middle, yMm }, towards: { ...middle, yMm: pointer.yMm }, sets: 'press' };
    }
    case 'y': {
      const xMm = pointer.xMm < middle.xMm ? Math.min(from.xMm, to.xMm) : Math.max(from.xMm, to.xMm);
      return { from: { ...middle, xMm }, towards: { ...middle, xMm: pointer.xMm }, sets: 'press' };
    }
    case 'straight': {
      const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
      const share = ((pointer.yMm - middle.yMm) * dx - (pointer.xMm - middle.xMm) * dy) / (dx * dx + dy * dy);
      return { from: middle, towards: { xMm: middle.xMm - dy * share, yMm: middle.yMm + dx * share }, sets: 'press' };
    }
  }
}

function first(state: DimensionState, { at, ctrl }: PointerInput, context: ToolContext): DimensionState {
  const layout = context.layout();
  if (layout !== null) return begun(endAt(context, layout, at, ctrl), context);
  context.show(null);
  return state;
}

function begun(a: DimensionEnd, context: ToolContext): DimensionState {
  const place = endPlace(context.plan(), a);
  context.show({ guides: place === null ? [] : [{ kind: 'joint', from: place, to: place, text: null }], text: `Dimension: ${SECOND}` });
  return { name: 'measuring', a };
}

function leave(_state: DimensionState, context: ToolContext): DimensionState {
  context.show(null);
  return idle;
}

function second(state: Extract<DimensionState, { name: 'measuring' }>, { at, ctrl }: PointerInput, context: ToolContext): DimensionState {
  const layout = context.layout();
  if (layout === null) return state;
  const b = endAt(context, layout, at, ctrl);
  const [from, to] = [endPlace(context.plan(), state.a), endPlace(context.plan(), b)];
  if (from === null || to === null || (from.xMm === to.xMm && from.yMm === to.yMm)) return state;
  context.show({ guides: [{ kind: 'measure', from, to, text: lengthOf(from, to, context) }], text: `Dimension: ${STAND}` });
  const [id] = context.newIds('dimensions', 1);
  return id === undefined ? state : { name: 'placing', a: state.a, b, id };
}

function showMeasure(a: DimensionEnd, { at, ctrl }: PointerInput, context: ToolContext): void {
  const layout = context.layout();
  if (layout === null) return;
  const [from, to] = [endPlace(context.plan(), a), endPlace(context.plan(), endAt(context, layout, at, ctrl))];
  if (from === null || to === null) return;
  const text = lengthOf(from, to, context);
  context.show({ guides: [{ kind: 'measure', from, to, text }], text: `${text} · ${SECOND}` });
}

function lengthOf(from: Point, to: Point, context: ToolContext): string {
  return sizeText(Math.round(Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm)), context.session().units);
}

/** What an end at a place is tied to: the nearest corner or junction within reach, else the place itself. */
export function endAt(context: Pick<ToolContext, 'plan' | 'session'>, layout: HallLayout, at: Point, isFree: boolean): DimensionEnd {
  const { camera, snap, layers } = context.session();
  const reachMm = REACH_PX / camera.pxPerMm;
  const free = (): DimensionEnd => {
    const place = snapPoint(layout, at, 0);
    return { kind: 'place', xMm: Math.round(place.xMm), yMm: Math.round(place.yMm) };
  };
  if (isFree || !snap) return free();
  let best: DimensionTie | null = null;
  let leastMm = reachMm;
  const things: readonly Pick<DimensionTie, 'kind' | 'id'>[] = [
    { kind: 'hall', id: layout.hall.id },
    ...(layers.building ? layout.obstacles.map(({ obstacle }) => ({ kind: 'obstacle' as const, id: obstacle.id })) : []),
    ...(layers.pathways ? [...layout.pathways.junctions.keys()].map((id) => ({ kind: 'junction' as const, id })) : []),
    ...(layers.cabinets
      ? layout.cabinets.index
          .search({ minXMm: at.xMm - reachMm, maxXMm: at.xMm + reachMm, minYMm: at.yMm - reachMm, maxYMm: at.yMm + reachMm })
          .map((position) => ({ kind: 'cabinet' as const, id: layout.cabinets.cabinets[position]!.cabinet.id }))
      : []),
  ];
  for (const { kind, id } of things) {
    for (const [corner, place] of tieCorners(context.plan(), { kind, id }).entries()) {
      const distanceMm = Math.hypot(place.xMm - at.xMm, place.yMm - at.yMm);
      if (distanceMm > leastMm) continue;
      [best, leastMm] = [kind === 'junction' ? { kind, id } : { kind, id, corner }, distanceMm];
    }
  }
  return best ?? free();
}

function dimensionAt(
  { a, b, id }: Extract<DimensionState, { name: 'placing' }>,
  { at }: PointerInput,
  context: ToolContext,
): Dimension | null {
  const hall = context.layout()?.hall.id;
  const [from, to] = [endPlace(context.plan(), a), endPlace(context.plan(), b)];
  if (hall === undefined || from === null || to === null) return null;
  const axis = axisAt(from, to, at);
  return { id, hall, a, b, axis, offsetMm: offsetAt(axis, from, to, at), leastMm: null, mostMm: null };
}

/** Which way a dimension with its line at a place measures. */
export function axisAt(a: Point, b: Point, at: Point): DimensionAxis {
  if (a.xMm === b.xMm) return 'y';
  if (a.yMm === b.yMm) return 'x';
  const beyondX = Math.max(Math.min(a.xMm, b.xMm) - at.xMm, at.xMm - Math.max(a.xMm, b.xMm));
  const beyondY = Math.max(Math.min(a.yMm, b.yMm) - at.yMm, at.yMm - Math.max(a.yMm, b.yMm));
  if (beyondX <= 0 && beyondY <= 0) return 'straight';
  return beyondX > beyondY ? 'y' : 'x';
}

function textOf(dimension: Dimension, context: ToolContext): string {
  const [a, b] = [endPlace(context.plan(), dimension.a), endPlace(context.plan(), dimension.b)];
  return a === null || b === null ? 'Dimension' : sizeText(layDimension(dimension, a, b).lengthMm, context.session().units);
}
