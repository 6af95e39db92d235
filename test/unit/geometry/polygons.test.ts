import { describe, expect, it } from 'vitest';
import type { Point } from '../../../shared/geometry/shapes.ts';
import { cabinetCorners } from '../../../shared/geometry/footprint.ts';
import {
  convexPenetrationMm,
  insetRectangle,
  lineToPolygonMm,
  middleOf,
  pointToLineMm,
  polygonContainsPoint,
  polygonContainsPolygon,
  polygonsOverlap,
} from '../../../shared/geometry/polygons.ts';

const at = (xMm: number, yMm: number): Point => ({ xMm, yMm });
const box = (xMm: number, yMm: number, widthMm: number, heightMm: number): readonly Point[] => [
  at(xMm, yMm),
  at(xMm + widthMm, yMm),
  at(xMm + widthMm, yMm + heightMm),
  at(xMm, yMm + heightMm),
];

/** 10 × 10 with the 5 × 5 at the north-east missing. */
const L = [at(0, 0), at(5, 0), at(5, 5), at(10, 5), at(10, 10), at(0, 10)];

describe('polygonContainsPoint', () => {
  it('knows the missing quarter of an L, in either winding', () => {
    for (const polygon of [L, [...L].reverse()]) {
      expect(polygonContainsPoint(polygon, at(2, 2))).toBe(true);
      expect(polygonContainsPoint(polygon, at(7, 7))).toBe(true);
      expect(polygonContainsPoint(polygon, at(7, 2))).toBe(false);
      expect(polygonContainsPoint(polygon, at(-1, 5))).toBe(false);
    }
  });
});

describe('polygonContainsPolygon', () => {
  it('is not fooled by corners that all lie inside while an inner corner of the outline pokes in', () => {
    expect(polygonContainsPolygon(L, box(1, 6, 8, 3))).toBe(true);
    expect(polygonContainsPolygon(L, [at(4, 1), at(9, 6), at(8, 7), at(3, 2)])).toBe(false);
  });
});

describe('polygonsOverlap', () => {
  it('finds crossings without any corner inside, and one inside the other', () => {
    expect(polygonsOverlap(box(0, 4, 10, 2), box(4, 0, 2, 10))).toBe(true);
    expect(polygonsOverlap(box(0, 0, 10, 10), box(4, 4, 1, 1))).toBe(true);
    expect(polygonsOverlap(box(4, 4, 1, 1), box(0, 0, 10, 10))).toBe(true);
    expect(polygonsOverlap(L, box(6, 1, 3, 3))).toBe(false);
  });
});

describe('convexPenetrationMm', () => {
  it('is how far one must be moved to part the two, and negative when they are apart', () => {
    expect(convexPenetrationMm(box(0, 0, 10, 10), box(7, 2, 10, 10))).toBeCloseTo(3, 9);
    expect(convexPenetrationMm(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBeCloseTo(0, 9);
    expect(convexPenetrationMm(box(0, 0, 10, 10), box(14, 0, 10, 10))).toBeCloseTo(-4, 9);
  });

  it('sees between turned rectangles whose boxes overlap', () => {
    const turned = (xMm: number) => cabinetCorners(xMm, 0, 600, 1200, 45);
    expect(convexPenetrationMm(turned(0), turned(800))).toBeCloseTo(600 - 800 / Math.SQRT2, 6);
    expect(convexPenetrationMm(turned(0), turned(900))).toBeLessThan(0);
  });
});

describe('insetRectangle', () => {
  it('moves every side inwards, whatever the rotation and winding', () => {
    expect(insetRectangle(box(0, 0, 10, 20), 1)).toEqual(box(1, 1, 8, 18));
    expect(insetRectangle([...box(0, 0, 10, 20)].reverse(), 1)).toEqual([...box(1, 1, 8, 18)].reverse());
    const turned = insetRectangle(cabinetCorners(0, 0, 600, 1200, 30), 100);
    const [a, b, , d] = turned;
    expect(Math.hypot((b?.xMm ?? 0) - (a?.xMm ?? 0), (b?.yMm ?? 0) - (a?.yMm ?? 0))).toBeCloseTo(400, 6);
    expect(Math.hypot((d?.xMm ?? 0) - (a?.xMm ?? 0), (d?.yMm ?? 0) - (a?.yMm ?? 0))).toBeCloseTo(1000, 6);
  });
});

describe('distances', () => {
  it('from a point to a line end at its ends', () => {
    expect(pointToLineMm(at(5, 3), at(0, 0), at(10, 0))).toBe(3);
    expect(pointToLineMm(at(13, 4), at(0, 0), at(10, 0))).toBe(5);
    expect(pointToLineMm(at(3, 4), at(0, 0), at(0, 0))).toBe(5);
  });

  it('from a line to a polygon are 0 through it and inside it', () => {
    expect(lineToPolygonMm(at(-5, 5), at(15, 5), box(0, 0, 10, 10))).toBe(0);
    expect(lineToPolygonMm(at(4, 4), at(6, 6), box(0, 0, 10, 10))).toBe(0);
    expect(lineToPolygonMm(at(-5, 13), at(15, 13), box(0, 0, 10, 10))).toBe(3);
    expect(lineToPolygonMm(at(13, 14), at(20, 20), box(0, 0, 10, 10))).toBe(5);
  });
});

describe('middleOf', () => {
  it('is the centre of a rectangle', () => {
    expect(middleOf(box(2, 4, 10, 20))).toEqual(at(7, 14));
  });
});
