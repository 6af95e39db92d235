/** Outlines that people draw: simple polygons, stored clockwise from above (y runs down). */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { doubledArea } from '../plan/outlineArea.ts';
import type { PointMm } from '../plan/types.ts';

/** The outline clockwise, its repeated points left out; refused when it is flat or crosses itself. */
export function tidyOutline(drawn: readonly PointMm[]): Result<readonly PointMm[], UserError> {
  const points = drawn.filter((point, i) => !isSame(point, drawn[(i + 1) % drawn.length]!));
  const area = doubledArea(points);
  if (points.length < 3 || area === 0) return refused('the outline encloses nothing', 'draw at least three corners that are not in line');
  if (crossesItself(points)) return refused('the outline crosses itself', 'draw its corners in order');
  return ok(area > 0 ? points : points.toReversed());
}

/** An outline moved over the floor. */
export function shifted(outline: readonly PointMm[], dxMm: number, dyMm: number): PointMm[] {
  return outline.map(([xMm, yMm]) => [xMm + dxMm, yMm + dyMm]);
}

function refused(message: string, remedy: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code: 'command.rejected', message, remedy });
}

function crossesItself(points: readonly PointMm[]): boolean {
  const all = sides(points);
  return all.some((side, i) => all.some((other, j) => j > i + 1 && !(i === 0 && j === all.length - 1) && meet(side, other)));
}

type Line = readonly [from: PointMm, to: PointMm];

function sides(points: readonly PointMm[]): Line[] {
  return points.map((point, i) => [point, points[(i + 1) % points.length]!]);
}

function meet([a, b]: Line, [c, d]: Line): boolean {
  return turnOf(a, b, c) * turnOf(a, b, d) <= 0 && turnOf(c, d, a) * turnOf(c, d, b) <= 0 && boxesMeet(a, b, c, d);
}

/** Lines on one straight line turn nowhere: they meet only when their boxes do. */
function boxesMeet(a: PointMm, b: PointMm, c: PointMm, d: PointMm): boolean {
  return [0, 1].every((axis) => {
    const i = axis as 0 | 1;
    return Math.max(a[i], b[i]) >= Math.min(c[i], d[i]) && Math.max(c[i], d[i]) >= Math.min(a[i], b[i]);
  });
}

function turnOf([x1, y1]: PointMm, [x2, y2]: PointMm, [x3, y3]: PointMm): number {
  return Math.sign((x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1));
}

function isSame([x1, y1]: PointMm, [x2, y2]: PointMm): boolean {
  return x1 === x2 && y1 === y2;
}
