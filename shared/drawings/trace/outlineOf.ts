/** Traced corners as an outline of the plan: in whole millimetres, clockwise from above, each corner once, from the north-west one on. */
import type { Point } from '../../geometry/shapes.ts';
import { doubledArea } from '../../plan/outlineArea.ts';
import type { PointMm } from '../../plan/types.ts';

export function outlineOf(corners: readonly Point[]): PointMm[] {
  const whole = corners.map(({ xMm, yMm }): PointMm => [Math.round(xMm) + 0, Math.round(yMm) + 0]);
  const points = whole.filter(([x, y], at) => {
    const [nextX, nextY] = whole[(at + 1) % whole.length]!;
    return x !== nextX || y !== nextY;
  });
  if (doubledArea(points) < 0) points.reverse();
  const first = points.reduce((best, [x, y], at) => (x + y < points[best]![0] + points[best]![1] ? at : best), 0);
  return [...points.slice(first), ...points.slice(0, first)];
}
