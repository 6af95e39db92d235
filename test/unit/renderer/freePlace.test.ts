import { describe, expect, it } from 'vitest';
import { freeShiftMm, isFreeAt } from '../../../renderer/tools/freePlace.ts';
import type { Box } from '../../../shared/geometry/shapes.ts';

const hall: Box = { minXMm: 0, minYMm: 0, maxXMm: 10_000, maxYMm: 10_000 };

function box(minXMm: number, minYMm: number, widthMm = 600, depthMm = 1200): Box {
  return { minXMm, minYMm, maxXMm: minXMm + widthMm, maxYMm: minYMm + depthMm };
}

describe('the place of a copy', () => {
  it('is beside the original by its own width', () => {
    const original = box(3000, 3000);
    expect(freeShiftMm(original, [original], hall, 'x')).toBe(600);
    expect(freeShiftMm(original, [original], hall, 'y')).toBe(1200);
  });

  it('is past neighbors of other widths, on the nearer side', () => {
    const original = box(3000, 3000);
    const ahead = [original, box(3600, 3000, 800), box(4400, 3000)];
    expect(freeShiftMm(original, ahead, hall, 'x')).toBe(-600);
    expect(freeShiftMm(original, [...ahead, box(1000, 3000, 2000)], hall, 'x')).toBe(2000);
  });

  it('skips a gap too narrow for it', () => {
    const original = box(0, 3000);
    expect(freeShiftMm(original, [original, box(900, 3000)], hall, 'x')).toBe(1500);
  });

  it('stays in the hall', () => {
    const last = box(9400, 3000);
    expect(freeShiftMm(last, [last], hall, 'x')).toBe(-600);
  });

  it('passes by what stands in other rows', () => {
    const original = box(3000, 3000);
    expect(freeShiftMm(original, [original, box(3600, 4200)], hall, 'x')).toBe(600);
  });

  it('may touch, not overlap', () => {
    expect(isFreeAt(box(0, 0), 600, 0, [box(0, 0), box(1200, 0)])).toBe(true);
    expect(isFreeAt(box(0, 0), 601, 0, [box(0, 0), box(1200, 0)])).toBe(false);
  });
});
