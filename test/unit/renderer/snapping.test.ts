import { describe, expect, it } from 'vitest';
import { createHallLayouts, type HallLayout } from '../../../renderer/canvas/hallLayout.ts';
import { gapsAround } from '../../../renderer/tools/gaps.ts';
import { snapBox, type SnapOptions } from '../../../renderer/tools/snapping.ts';
import { must } from '../../../shared/assert.ts';
import type { Box } from '../../../shared/geometry/shapes.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';

/** Cabinets 1800 apart, a column, a tray from north to south, in a hall of 20 × 15 m with tiles of 600. */
function layout(): HallLayout {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A01', 3050, 3020)
    .cabinet('A02', 5450, 3020)
    .obstacle('K1', rectangle(9010, 3020, 400, 400))
    .junction('a', 12_345, 1000)
    .junction('b', 12_345, 14_000)
    .segment('T1', 'a', 'b')
    .build();
  return must(createHallLayouts()(plan, 'H'), 'layout');
}

function box(xMm: number, yMm: number, widthMm = 600, depthMm = 1200): Box {
  return { minXMm: xMm, minYMm: yMm, maxXMm: xMm + widthMm, maxYMm: yMm + depthMm };
}

const options: SnapOptions = { toleranceMm: 100, moving: new Set(), enabled: true, units: 'metric' };

function snapped(at: Box, change: Partial<SnapOptions> = {}): [number, number] {
  const { dxMm, dyMm } = snapBox(layout(), at, { ...options, ...change });
  return [at.minXMm + dxMm, at.minYMm + dyMm];
}

describe('snapping', () => {
  it('brings sides to the sides of cabinets and columns', () => {
    expect(snapped(box(3080, 5040))[0]).toBe(3050);
    expect(snapped(box(6090, 3000))).toEqual([6050, 3020]);
    expect(snapped(box(9450, 3070))).toEqual([9410, 3020]);
  });

  it('brings middles to middles and to centerlines of trays', () => {
    // A narrow box under a cabinet: only the middles are near.
    expect(snapped(box(3240, 6100, 300, 300))[0]).toBe(3200);
    expect(snapped(box(12_100, 8000))[0]).toBe(12_345 - 300);
  });

  it('brings sides to walls', () => {
    const { outline } = layout();
    const east = Math.max(...outline.map(({ xMm }) => xMm));
    expect(snapped(box(east - 640, 8000))[0]).toBe(east - 600);
  });

  it('brings the nearest corner to a slanted wall, before it and not through it', () => {
    // From (6000, 9000) to (0, 6000): 26.57°, the hall above it.
    const slanted = hallOf([0, 0], [6000, 0], [6000, 9000], [0, 6000]);
    const wallAt = (xMm: number): number => 6000 + xMm / 2;
    for (let [x, y] = [1013, 5300]; x < 4500; [x, y] = [x + 137, y + 68]) {
      const { dxMm, dyMm, guides } = snapBox(slanted, box(x, y), options);
      const [left, low] = [x + dxMm, y + 1200 + dyMm];
      expect([Number.isInteger(left), Number.isInteger(low)]).toEqual([true, true]);
      expect(wallAt(left) - low).toBeGreaterThanOrEqual(0);
      expect(wallAt(left) - low).toBeLessThanOrEqual(1);
      expect(guides).toEqual([{ kind: 'align', text: null, from: { xMm: 6000, yMm: 9000 }, to: { xMm: 0, yMm: 6000 } }]);
    }
    // Where a straight wall holds one axis, the slanted one has the other.
    const inCorner = snapBox(slanted, box(40, 4770), options);
    expect([40 + inCorner.dxMm, 4770 + inCorner.dyMm]).toEqual([0, 4800]);
    // Ctrl suspends it, as it does all others; so does a grid alone.
    expect(snapBox(slanted, box(2000, 5780), { ...options, enabled: false }).dyMm).toBe(0);
    expect(snapBox(slanted, box(2000, 5780), { ...options, to: { things: false, grid: true } }).guides).toEqual([]);
  });

  it('brings lines to rows however far away these stand', () => {
    const plan = new PlanBuilder().hall().cabinet('A01', 3050, 3020, { row: 'A' }).cabinet('A02', 3650, 3020, { row: 'A' }).build();
    const rows = must(createHallLayouts()(plan, 'H'), 'layout');
    // 5 m east of the row: the cabinets themselves pull no farther than 4 m.
    const far = snapBox(rows, box(9254, 3044), options);
    expect(3044 + far.dyMm).toBe(3020);
    expect(snapBox(rows, box(9254, 3044), { ...options, moving: new Set(['A01', 'A02']) }).guides).toEqual([]);
  });

  it('brings sides to the floor that the leaf of a door sweeps, where it opens inwards', () => {
    const withDoor = (swing: 'in' | 'out'): HallLayout => {
      const plan = new PlanBuilder().hall().door('D', { offsetMm: 5010, clearWidthMm: 1210, leaves: 1, swing }).build();
      return must(createHallLayouts()(plan, 'H'), 'layout');
    };
    // It sweeps from 5010 to 6220, and 1210 deep.
    const beside = (layoutOf: HallLayout, x: number, y: number): [number, number] => {
      const { dxMm, dyMm } = snapBox(layoutOf, box(x, y, 700), { ...options, toleranceMm: 40 });
      return [x + dxMm, y + dyMm];
    };
    expect(beside(withDoor('in'), 6241, 1237)).toEqual([6220, 1210]);
    expect(beside(withDoor('out'), 6241, 1237)).not.toEqual([6220, 1210]);
    expect(beside(withDoor('in'), 4287, 2465)[0]).toBe(5010 - 700);
  });

  it('makes spaces equal: between two, and beyond one as far as that is from the next', () => {
    // Between 3650 and 5450 there is room for 600 with 600 on both sides.
    const between = snapBox(layout(), box(4210, 3020), options);
    expect(4210 + between.dxMm).toBe(4250);
    expect(between.guides.filter(({ text }) => text === '= 600 mm')).toHaveLength(2);
    // A02 ends at 6050; A01 and A02 are 1800 apart.
    expect(snapped(box(7890, 3420, 600, 300), { toleranceMm: 50 })[0]).toBe(7850);
  });

  it('falls back on tiles, then on the fine grid, and does as it is told', () => {
    expect(snapped(box(15_590, 9020))).toEqual([15_600, 9000]);
    expect(snapped(box(15_764, 9264))).toEqual([15_760, 9260]);
    expect(snapped(box(3083, 5043), { to: { things: false, grid: true } })[0]).toBe(3000);
    expect(snapped(box(3083.4, 5043.6), { to: { things: false, grid: false } })).toEqual([3083, 5044]);
    expect(snapped(box(3083.4, 5043.6), { enabled: false })).toEqual([3083, 5044]);
  });

  it('is not pulled by what moves itself', () => {
    expect(snapped(box(3080, 5040), { moving: new Set(['A01']) })[0]).not.toBe(3050);
  });

  it('leads to whole millimetres', () => {
    for (let x = 0; x < 16_000; x += 137) {
      const [left, top] = snapped(box(x + 0.3, 3333.7, 599, 1199));
      expect([Number.isInteger(left), Number.isInteger(top)]).toEqual([true, true]);
    }
  });
});

describe('gaps', () => {
  it('are told to the nearest thing on each side, by name, or to the wall', () => {
    const gaps = gapsAround(layout(), box(4250, 3020), new Set());
    expect(gaps).toContainEqual({ side: 'west', mm: 600, to: 'A01', acrossMm: 3620 });
    expect(gaps).toContainEqual({ side: 'east', mm: 600, to: 'A02', acrossMm: 3620 });
    expect(gaps).toContainEqual({ side: 'north', mm: 3020, to: 'wall', acrossMm: 4550 });
  });

  it('of trays are those to trays', () => {
    const gaps = gapsAround(layout(), box(11_000, 5000, 300, 3000), new Set(), 'trays');
    expect(gaps).toContainEqual({ side: 'east', mm: 895, to: 'T1', acrossMm: 6500 });
  });

  it('are drawn where what they reach to stands, also when that is beside the middle', () => {
    // K1 reaches from 3020 to 3420; the box from 3220 on.
    const gaps = gapsAround(layout(), box(7000, 3220), new Set(['A02']));
    expect(gaps).toContainEqual({ side: 'east', mm: 1410, to: 'K1', acrossMm: 3320 });
  });

  it('to walls are the least before the whole side: to an inner corner, to the near end of a slanted wall', () => {
    const ell = hallOf([0, 0], [6000, 0], [6000, 4000], [12_000, 4000], [12_000, 9000], [0, 9000]);
    expect(gapsAround(ell, box(5500, 6000, 700, 1200), new Set())).toEqual([
      { side: 'west', mm: 5500, to: 'wall', acrossMm: 6600 },
      { side: 'east', mm: 5800, to: 'wall', acrossMm: 6600 },
      { side: 'north', mm: 2000, to: 'wall', acrossMm: 6000 },
      { side: 'south', mm: 1800, to: 'wall', acrossMm: 5850 },
    ]);
    const slanted = hallOf([0, 0], [6000, 0], [6000, 9000], [0, 6000]);
    const south = gapsAround(slanted, box(2000, 5000, 2000, 1200), new Set()).find(({ side }) => side === 'south');
    expect(south).toEqual({ side: 'south', mm: 800, to: 'wall', acrossMm: 2000 });
    // The wall runs through the side.
    expect(gapsAround(slanted, box(2000, 6000, 2000, 1200), new Set()).map(({ side }) => side)).not.toContain('south');
  });
});

function hallOf(...corners: readonly (readonly [xMm: number, yMm: number])[]): HallLayout {
  return must(createHallLayouts()(new PlanBuilder().hall('H', { outline: corners }).build(), 'H'), 'layout');
}
