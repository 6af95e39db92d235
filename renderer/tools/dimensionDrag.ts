/** The line of a dimension dragged to another distance from what it measures; one step on release. */
import { setDimensions } from '../../shared/commands/dimensions.ts';
import { offsetAt, placeDimension } from '../../shared/plan/dimensionPlaces.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { sizeText } from '../../shared/quantities.ts';
import type { Numbers, ToolContext } from './tool.ts';

export interface Offsetting {
  readonly name: 'offsetting';
  readonly id: string;
  readonly start: Point;
  /** How far the line lies from its ends where the drag has come to. */
  readonly offsetMm: number;
}

/** With snapping on the line goes in steps of this. */
const STEP_MM = 50;

const NOTHING: ReadonlySet<string> = new Set();

export function tryOffset(state: Offsetting, at: Point, isFree: boolean, context: ToolContext): Offsetting {
  const dimension = context.plan().dimensions.get(state.id);
  const placed = dimension === undefined ? null : placeDimension(context.plan(), dimension);
  if (dimension === undefined || placed === null) return state;
  const { a, b } = placed;
  // From where the line was taken hold of, not from its middle.
  const exact = dimension.offsetMm + offsetAt(dimension.axis, a, b, at) - offsetAt(dimension.axis, a, b, state.start);
  const { snap, units } = context.session();
  const offsetMm = snap && !isFree ? Math.round(exact / STEP_MM) * STEP_MM : exact;
  const text = `${sizeText(Math.abs(offsetMm), units)} from what it measures`;
  context.attempt(setDimensions, { ids: [state.id], set: { offsetMm } }, { moving: NOTHING, guides: [], text });
  return { ...state, offsetMm };
}

/** A typed length is how far the line stands from what it measures, on the side to which it is dragged. */
export function numbersOfOffset({ id, start }: Offsetting, pointer: Point, context: ToolContext): Numbers | null {
  const dimension = context.plan().dimensions.get(id);
  const placed = dimension === undefined ? null : placeDimension(context.plan(), dimension);
  if (dimension === undefined || placed === null) return null;
  const { a, b } = placed;
  const lengthMm = Math.hypot(b.xMm - a.xMm, b.yMm - a.yMm);
  const across: Point =
    dimension.axis === 'x' || lengthMm === 0
      ? { xMm: 0, yMm: 1 }
      : dimension.axis === 'y'
        ? { xMm: 1, yMm: 0 }
        : { xMm: -(b.yMm - a.yMm) / lengthMm, yMm: (b.xMm - a.xMm) / lengthMm };
  // Where the hand would be if the line lay on what it measures.
  const from = { xMm: start.xMm - across.xMm * dimension.offsetMm, yMm: start.yMm - across.yMm * dimension.offsetMm };
  const reachMm = (pointer.xMm - from.xMm) * across.xMm + (pointer.yMm - from.yMm) * across.yMm;
  return { from, towards: { xMm: from.xMm + across.xMm * reachMm, yMm: from.yMm + across.yMm * reachMm }, sets: 'release' };
}

export function dropOffset({ id, offsetMm }: Offsetting, context: ToolContext): void {
  const isSame = context.plan().dimensions.get(id)?.offsetMm === offsetMm;
  if (isSame) context.show(null);
  else if (context.commit(setDimensions, { ids: [id], set: { offsetMm } })) context.select([{ kind: 'dimension', id }]);
}
