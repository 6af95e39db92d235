/** Where dimensions lie in the hall, and how long they are: their ends follow what they are tied to. */
import type { Point } from '../geometry/shapes.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { sortedById } from './sortedById.ts';
import type { Dimension, DimensionEnd, DimensionTie } from './drawingAids.ts';
import type { Plan } from './types.ts';

export interface PlacedDimension {
  readonly dimension: Dimension;
  /** What is measured: the places of the two ends. */
  readonly a: Point;
  readonly b: Point;
  /** The line with the figure. */
  readonly from: Point;
  readonly to: Point;
  /** To the nearest millimetre. */
  readonly lengthMm: number;
}

/** The tables that hold what dimensions are tied to. */
export type TiedThings = Pick<Plan, 'cabinets' | 'obstacles' | 'halls' | 'junctions'> & {
  readonly catalog: Pick<Plan['catalog'], 'cabinetModels'>;
};

/** Corners of what a dimension can be tied to, in the order in which ties count them; none where it is not there. */
export function tieCorners(plan: TiedThings, { kind, id }: Pick<DimensionTie, 'kind' | 'id'>): readonly Point[] {
  switch (kind) {
    case 'cabinet': {
      const cabinet = plan.cabinets.get(id);
      const model = cabinet === undefined ? undefined : plan.catalog.cabinetModels.get(cabinet.model);
      if (cabinet === undefined || model === undefined) return [];
      return cabinetCorners(cabinet.xMm, cabinet.yMm, model.widthMm, model.depthMm, cabinet.rotationDeg);
    }
    case 'obstacle':
      return (plan.obstacles.get(id)?.outline ?? []).map(([xMm, yMm]) => ({ xMm, yMm }));
    case 'hall':
      return (plan.halls.get(id)?.outline ?? []).map(([xMm, yMm]) => ({ xMm, yMm }));
    case 'junction': {
      const junction = plan.junctions.get(id);
      return junction === undefined ? [] : [{ xMm: junction.xMm, yMm: junction.yMm }];
    }
  }
}

/** The place of an end; null where what it is tied to has no such corner. */
export function endPlace(plan: TiedThings, end: DimensionEnd): Point | null {
  if (end.kind === 'place') return { xMm: end.xMm, yMm: end.yMm };
  return tieCorners(plan, end)[end.kind === 'junction' ? 0 : end.corner] ?? null;
}

/** The hall in which an end lies; null: its place belongs to whichever hall the dimension is in. */
export function endHall(plan: TiedThings, end: DimensionEnd): string | null {
  switch (end.kind) {
    case 'place':
      return null;
    case 'hall':
      return end.id;
    case 'cabinet':
      return plan.cabinets.get(end.id)?.hall ?? null;
    case 'obstacle':
      return plan.obstacles.get(end.id)?.hall ?? null;
    case 'junction':
      return plan.junctions.get(end.id)?.hall ?? null;
  }
}

/** A dimension where it lies now; null where an end has no place. */
export function placeDimension(plan: TiedThings, dimension: Dimension): PlacedDimension | null {
  const [a, b] = [endPlace(plan, dimension.a), endPlace(plan, dimension.b)];
  return a === null || b === null ? null : layDimension(dimension, a, b);
}

/** All dimensions of a hall. */
export function placeDimensions(plan: TiedThings & Pick<Plan, 'dimensions'>, hall: string): PlacedDimension[] {
  return sortedById(plan.dimensions).flatMap((dimension) => (dimension.hall === hall ? (placeDimension(plan, dimension) ?? []) : []));
}

/** A dimension between two places. */
export function layDimension(dimension: Dimension, a: Point, b: Point): PlacedDimension {
  const { axis, offsetMm } = dimension;
  if (axis === 'x') {
    const yMm = a.yMm + offsetMm;
    return { dimension, a, b, from: { xMm: a.xMm, yMm }, to: { xMm: b.xMm, yMm }, lengthMm: Math.round(Math.abs(b.xMm - a.xMm)) };
  }
  if (axis === 'y') {
    const xMm = a.xMm + offsetMm;
    return { dimension, a, b, from: { xMm, yMm: a.yMm }, to: { xMm, yMm: b.yMm }, lengthMm: Math.round(Math.abs(b.yMm - a.yMm)) };
  }
  const [dxMm, dyMm] = [b.xMm - a.xMm, b.yMm - a.yMm];
  const lengthMm = Math.hypot(dxMm, dyMm);
  const [acrossX, acrossY] = lengthMm === 0 ? [0, 0] : [(-dyMm / lengthMm) * offsetMm, (dxMm / lengthMm) * offsetMm];
  return {
    dimension,
    a,
    b,
    from: { xMm: a.xMm + acrossX, yMm: a.yMm + acrossY },
    to: { xMm: b.xMm + acrossX, yMm: b.yMm + acrossY },
    lengthMm: Math.round(lengthMm),
  };
}

/** How far from the line of `a` a place lies, as a dimension along that axis counts it. */
export function offsetAt(axis: Dimension['axis'], a: Point, b: Point, at: Point): number {
  if (axis === 'x') return Math.round(at.yMm - a.yMm);
  if (axis === 'y') return Math.round(at.xMm - a.xMm);
  const [dxMm, dyMm] = [b.xMm - a.xMm, b.yMm - a.yMm];
  const lengthMm = Math.hypot(dxMm, dyMm);
  return lengthMm === 0 ? 0 : Math.round(((at.yMm - a.yMm) * dxMm - (at.xMm - a.xMm) * dyMm) / lengthMm);
}

/** Whether a length breaks the dimension's rule, and which side of it. */
export function breachOf({ leastMm, mostMm }: Dimension, lengthMm: number): 'short' | 'long' | null {
  if (leastMm !== null && lengthMm < leastMm) return 'short';
  return mostMm !== null && lengthMm > mostMm ? 'long' : null;
}
