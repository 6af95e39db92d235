/** A dimension of the clear distance between two selected things, without the mouse. */
import { addDimensions } from '../../shared/commands/dimensions.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { boxAround } from '../../shared/geometry/shapes.ts';
import { tieCorners } from '../../shared/plan/dimensionPlaces.ts';
import type { Dimension, DimensionAxis } from '../../shared/plan/drawingAids.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { runCommand } from './editActions.ts';
import { hallOfThing } from './viewActions.ts';

type Tied = { readonly kind: 'cabinet' | 'obstacle'; readonly id: string };

/** The two things of a selection that a dimension can be drawn between; null: it is not two such things. */
export function tiedSelection(selection: readonly Thing[]): readonly [Tied, Tied] | null {
  const [a, b, ...more] = selection.flatMap(({ kind, id }): Tied[] => (kind === 'cabinet' || kind === 'obstacle' ? [{ kind, id }] : []));
  return a === undefined || b === undefined || more.length > 0 || selection.length !== 2 ? null : [a, b];
}

/** Draws the dimension and selects it, so that its rule can be set by number. */
export function dimensionBetween(planner: Planner, randomBytes: RandomBytes): void {
  const { plan } = planner.plan.getState();
  const pair = tiedSelection(planner.session.getState().selection);
  if (pair === null) return;
  const hall = hallOfThing(planner, pair[0]);
  if (hall === null) return;
  const dimension: Dimension = {
    id: newId('dimensions', plan, randomBytes),
    hall,
    ...gapBetween(plan, ...pair),
    leastMm: null,
    mostMm: null,
  };
  if (runCommand(planner, addDimensions, { dimensions: [dimension] })) planner.session.select([{ kind: 'dimension', id: dimension.id }]);
}

/** The clear distance of two things along the axis where it is the larger, between the corners that face each other. */
export function gapBetween(plan: Plan, one: Tied, other: Tied): Pick<Dimension, 'a' | 'b' | 'axis' | 'offsetMm'> {
  const [cornersA, cornersB] = [tieCorners(plan, one), tieCorners(plan, other)];
  const [boxA, boxB] = [boxAround(cornersA), boxAround(cornersB)];
  const gapX = Math.max(boxB.minXMm - boxA.maxXMm, boxA.minXMm - boxB.maxXMm);
  const gapY = Math.max(boxB.minYMm - boxA.maxYMm, boxA.minYMm - boxB.maxYMm);
  const axis: DimensionAxis = gapX > gapY ? 'x' : 'y';
  const along = (point: Point): number => (axis === 'x' ? point.xMm : point.yMm);
  const across = (point: Point): number => (axis === 'x' ? point.yMm : point.xMm);
  let best: { readonly a: number; readonly b: number; readonly alongMm: number; readonly acrossMm: number } | null = null;
  for (const [a, from] of cornersA.entries()) {
    for (const [b, to] of cornersB.entries()) {
      const [alongMm, acrossMm] = [Math.abs(along(to) - along(from)), Math.abs(across(to) - across(from))];
      if (best === null || alongMm < best.alongMm || (alongMm === best.alongMm && acrossMm < best.acrossMm))
        best = { a, b, alongMm, acrossMm };
    }
  }
  const [a, b] = [best?.a ?? 0, best?.b ?? 0];
  // The line stands halfway between the two corners, across what is measured.
  const offsetMm = Math.round((across(cornersB[b]!) - across(cornersA[a]!)) / 2);
  return { a: { ...one, corner: a }, b: { ...other, corner: b }, axis, offsetMm };
}
