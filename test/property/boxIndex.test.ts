/** Law: the index of boxes finds what a look at every box finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../shared/geometry/shapes.ts';
import { buildBoxIndex, growBox } from '../../shared/geometry/boxIndex.ts';

const boxes = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), fc.nat(300), fc.nat(300))
  .map(([xMm, yMm, widthMm, heightMm]): Box => ({ minXMm: xMm, minYMm: yMm, maxXMm: xMm + widthMm, maxYMm: yMm + heightMm }));

function meet(a: Box, b: Box): boolean {
  return a.minXMm <= b.maxXMm && b.minXMm <= a.maxXMm && a.minYMm <= b.maxYMm && b.minYMm <= a.maxYMm;
}

describe('the index of boxes', () => {
  it('answers like a search of the whole list, in its order', () => {
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 80 }), boxes, fc.nat(100), (list, one, byMm) => {
        const wanted = growBox(one, byMm);
        const expected = list.flatMap((box, position) => (meet(box, wanted) ? [position] : []));
        expect(buildBoxIndex(list).search(wanted)).toEqual(expected);
      }),
    );
  });
});
