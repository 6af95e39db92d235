/** Whether halls lie over each other in the campus: seen from above and in height. They may share a wall, and stand on each other. */
import type { Hall } from '../plan/types.ts';
import { offsetPath } from './offsetPath.ts';
import { polygonsOverlap, type Polygon } from './polygons.ts';
import { toCampus } from './frames.ts';

/** Corners of turned halls are rounded to the millimetre, in both halls. */
const SHARED_WALL_MM = 3;

export function hallsOverlap(one: Hall, other: Hall): boolean {
  const isOver = one.frame.zMm >= other.frame.zMm + other.clearHeightMm || other.frame.zMm >= one.frame.zMm + one.clearHeightMm;
  return !isOver && polygonsOverlap(shrunk(outlineInCampus(one)), outlineInCampus(other));
}

export function outlineInCampus({ frame, outline }: Hall): Polygon {
  return outline.map(([xMm, yMm]) => toCampus(frame, { xMm, yMm }));
}

/** All walls moved inwards; an outline that turns back on itself stays as it is. */
function shrunk(outline: Polygon): Polygon {
  const moved = offsetPath([...outline, ...outline.slice(0, 1)], isClockwise(outline) ? SHARED_WALL_MM : -SHARED_WALL_MM, true);
  return moved === null ? outline : moved.slice(0, -1);
}

/** On the screen, with y down. */
function isClockwise(outline: Polygon): boolean {
  let twice = 0;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before !== undefined) twice += before.xMm * corner.yMm - corner.xMm * before.yMm;
    before = corner;
  }
  return twice > 0;
}
