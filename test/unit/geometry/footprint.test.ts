import { describe, expect, it } from 'vitest';
import { cabinetCorners, footprintPoint, frontDirection } from '../../../shared/geometry/footprint.ts';
import { boxAround } from '../../../shared/geometry/shapes.ts';

const at = (xMm: number, yMm: number) => ({ xMm, yMm });

describe('cabinetCorners', () => {
  it('faces north at rotation 0, so its left side as seen from the front lies east', () => {
    expect(cabinetCorners(1000, 2000, 600, 1200, 0)).toEqual([at(1600, 2000), at(1000, 2000), at(1000, 3200), at(1600, 3200)]);
  });

  it('faces east at 90, south at 180 and west at 270, with exact integers', () => {
    expect(cabinetCorners(1000, 2000, 600, 1200, 90)).toEqual([at(2200, 2600), at(2200, 2000), at(1000, 2000), at(1000, 2600)]);
    expect(cabinetCorners(1000, 2000, 600, 1200, 180)).toEqual([at(1000, 3200), at(1600, 3200), at(1600, 2000), at(1000, 2000)]);
    expect(cabinetCorners(1000, 2000, 600, 1200, 270)).toEqual([at(1000, 2000), at(1000, 2600), at(2200, 2600), at(2200, 2000)]);
    expect(cabinetCorners(1000, 2000, 600, 1200, -90)).toEqual(cabinetCorners(1000, 2000, 600, 1200, 270));
    expect(cabinetCorners(1000, 2000, 600, 1200, 450)).toEqual(cabinetCorners(1000, 2000, 600, 1200, 90));
  });

  it('keeps the north-west corner of the box around it in place at any angle', () => {
    for (const rotationDeg of [0, 30, 45, 90, 123, 180, 211.5, 270, 359]) {
      const box = boxAround(cabinetCorners(-500, 700, 600, 1200, rotationDeg));
      expect(box.minXMm).toBeCloseTo(-500, 9);
      expect(box.minYMm).toBeCloseTo(700, 9);
    }
  });
});

describe('footprintPoint', () => {
  it('measures from the left seen from the front, and from the front', () => {
    const north = cabinetCorners(0, 0, 600, 1200, 0);
    expect(footprintPoint(north, 600, 1200, 100, 300)).toEqual(at(500, 300));
    const south = cabinetCorners(0, 0, 600, 1200, 180);
    expect(footprintPoint(south, 600, 1200, 100, 300)).toEqual(at(100, 900));
  });
});

describe('frontDirection', () => {
  it('turns clockwise from north', () => {
    expect([0, 90, 180, 270].map(frontDirection)).toEqual([at(0, -1), at(1, 0), at(0, 1), at(-1, 0)]);
  });
});
