/** The area that an outline encloses. */
import type { PointMm } from './types.ts';

/** Twice the area in mm², which is a whole number; positive when the corners run clockwise from above. */
export function doubledArea(outline: readonly PointMm[]): number {
  return outline.reduce((sum, [x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length]!;
    return sum + x1 * y2 - x2 * y1;
  }, 0);
}
