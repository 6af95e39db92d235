import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withWallLength } from '../../../shared/geometry/outlineEdits.ts';
import { wallOf } from '../../../shared/geometry/walls.ts';
import type { PointMm } from '../../../shared/plan/types.ts';

const L_SHAPE: readonly PointMm[] = [
  [0, 0],
  [10_000, 0],
  [10_000, 7500],
  [20_000, 7500],
  [20_000, 15_000],
  [0, 15_000],
];

describe('a wall made as long as typed', () => {
  it('takes a square next wall along, out of the hall or into it', () => {
    expect(withWallLength(L_SHAPE, 0, 12_000)).toEqual([[0, 0], [12_000, 0], [12_000, 7500], ...L_SHAPE.slice(3)]);
    // The next wall turns left: the corner inside the hall moves.
    expect(withWallLength(L_SHAPE, 1, 6000)).toEqual([[0, 0], [10_000, 0], [10_000, 6000], [20_000, 6000], ...L_SHAPE.slice(4)]);
  });

  it('keeps the line of the wall behind the next one, though the wall itself slants by a millimetre', () => {
    const slanted: readonly PointMm[] = [
      [0, 0],
      [10_000, 1],
      [10_000, 8000],
      [0, 8000],
    ];
    expect(withWallLength(slanted, 0, 16_000)[2]).toEqual([16_000, 8000]);
    expect(withWallLength(slanted, 0, 10_000)).toBe(slanted);
  });

  it('is as long as typed, to the rounding of its corner, whatever the outline', () => {
    const corner = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }));
    fc.assert(
      fc.property(corner, corner, fc.integer({ min: 1000, max: 30_000 }), ([x, y], [u, w], lengthMm) => {
        const outline: readonly PointMm[] = [
          [0, 0],
          [x, 0],
          [x, y],
          [-u, w],
        ];
        for (const wall of [0, 1, 2, 3]) {
          const made = wallOf(withWallLength(outline, wall, lengthMm), wall)!;
          expect(Math.abs(made.lengthMm - lengthMm)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
