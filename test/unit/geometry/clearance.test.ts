import { describe, expect, it } from 'vitest';
import type { Face } from '../../../shared/geometry/clearance.ts';
import type { Point } from '../../../shared/geometry/shapes.ts';
import { clearanceMm } from '../../../shared/geometry/clearance.ts';

const at = (xMm: number, yMm: number): Point => ({ xMm, yMm });

/** From (0, 0) to (600, 0), looking north. */
const face: Face = { from: at(0, 0), to: at(600, 0), outward: at(0, -1) };

const box = (xMm: number, yMm: number, widthMm: number, heightMm: number): readonly Point[] => [
  at(xMm, yMm),
  at(xMm + widthMm, yMm),
  at(xMm + widthMm, yMm + heightMm),
  at(xMm, yMm + heightMm),
];

describe('clearanceMm', () => {
  it('is the way to the nearest edge before the face', () => {
    expect(clearanceMm(face, box(-1000, -2000, 5000, 800))).toBe(1200);
    expect(clearanceMm(face, box(200, -2000, 100, 500))).toBe(1500);
  });

  it('does not see what stands beside or behind', () => {
    expect(clearanceMm(face, box(600, -500, 600, 400))).toBeNull();
    expect(clearanceMm(face, box(0, 100, 600, 400))).toBeNull();
  });

  it('clips a slanted edge to the width of the face', () => {
    // The edge from (−600, −100) to (1200, −1900) is nearest at the face's left end (1 mm in): 100 + 601.
    const wedge = [at(-600, -100), at(1200, -1900), at(-600, -1900)];
    expect(clearanceMm(face, wedge)).toBeCloseTo(701, 9);
  });

  it('sees the wall ahead from inside a hall, not the walls at the sides and behind', () => {
    expect(clearanceMm(face, box(-5000, -3000, 10_000, 9000))).toBe(3000);
  });

  it('leaves what cuts through the face to others', () => {
    expect(clearanceMm(face, box(100, -500, 100, 600))).toBeNull();
  });

  it('counts touching as no way at all', () => {
    expect(clearanceMm(face, box(0, -700, 600, 700))).toBe(0);
  });
});
