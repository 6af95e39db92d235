/** Where a way crosses the walls of a hall, and through which doors. */
import { must } from '../assert.ts';
import type { Point } from '../geometry/shapes.ts';
import { distanceAlong, pointOnWall, wallsOf, type Wall } from '../geometry/walls.ts';
import type { Door, PointMm } from '../plan/types.ts';

export interface Crossing {
  readonly at: Point;
  /** Null: no door is there. */
  readonly door: Door | null;
}

export function crossings(outline: readonly PointMm[], points: readonly Point[], doors: readonly Door[]): Crossing[] {
  return points.slice(1).flatMap((to, i) => {
    const from = must(points[i], 'corner');
    return wallsOf(outline).flatMap((wall): Crossing[] => {
      const alongMm = crossingMm(wall, from, to);
      if (alongMm === null) return [];
      const door = doors.find(
        ({ edge, offsetMm, clearWidthMm }) => edge === wall.edge && alongMm >= offsetMm && alongMm <= offsetMm + clearWidthMm,
      );
      return [{ at: pointOnWall(wall, alongMm), door: door ?? null }];
    });
  });
}

/** How far along a wall a line crosses it; null where it does not. A line that ends on the wall has not crossed it. */
function crossingMm(wall: Wall, from: Point, to: Point): number | null {
  const beside = ({ xMm, yMm }: Point): number => (yMm - wall.from.yMm) * wall.along.xMm - (xMm - wall.from.xMm) * wall.along.yMm;
  const [before, after] = [beside(from), beside(to)];
  // A corner of the way on the wall itself counts once, with the leg that leaves it.
  if (before >= 0 === after >= 0) return null;
  const share = before / (before - after);
  const alongMm = distanceAlong(wall, { xMm: from.xMm + share * (to.xMm - from.xMm), yMm: from.yMm + share * (to.yMm - from.yMm) });
  return alongMm < 0 || alongMm > wall.lengthMm ? null : alongMm;
}
