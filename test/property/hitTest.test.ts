/** Laws: what is found through the index is what a look at every thing finds; the view's arithmetic turns back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBox, panBy, toHall, toScreen, visibleBox, zoomAt } from '../../renderer/canvas/camera.ts';
import { createHallLayouts, type HallLayout } from '../../renderer/canvas/hallLayout.ts';
import { hitAll, thingsInBox } from '../../renderer/canvas/hitTest.ts';
import type { LayerName } from '../../renderer/state/sessionStore.ts';
import { must } from '../../shared/assert.ts';
import { pointToLineMm, polygonContainsPoint } from '../../shared/geometry/polygons.ts';
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import { randomHall } from '../support/randomHall.ts';

const layers: Readonly<Record<LayerName, boolean>> = {
  drawings: true,
  building: true,
  grid: true,
  cabinets: true,
  devices: true,
  pathways: true,
  fill: true,
  cables: true,
  findings: true,
  dimensions: true,
  notes: true,
};

const seed = fc.nat(500);
const point = fc.record({ xMm: fc.integer({ min: -500, max: 21_000 }), yMm: fc.integer({ min: -500, max: 16_000 }) });

function layoutOf(number: number): HallLayout {
  return must(createHallLayouts()(randomHall(number), 'H'), 'hall');
}

function boxOf(a: Point, b: Point): Box {
  return { minXMm: Math.min(a.xMm, b.xMm), minYMm: Math.min(a.yMm, b.yMm), maxXMm: Math.max(a.xMm, b.xMm), maxYMm: Math.max(a.yMm, b.yMm) };
}

function overlaps(a: Box, b: Box): boolean {
  return a.minXMm <= b.maxXMm && a.maxXMm >= b.minXMm && a.minYMm <= b.maxYMm && a.maxYMm >= b.minYMm;
}

describe('hit test', () => {
  it('finds under a point exactly what a look at every thing finds', () => {
    fc.assert(
      fc.property(seed, point, fc.integer({ min: 1, max: 200 }), (number, at, toleranceMm) => {
        const layout = layoutOf(number);
        const found = hitAll(layout, at, { toleranceMm, pxPerMm: 0.05, layers, markers: [], noteTexts: new Map() });
        const cabinets = layout.cabinets.cabinets
          .filter(({ corners }) => polygonContainsPoint(corners, at))
          .map(({ cabinet }) => cabinet.id);
        const segments = layout.pathways.segments
          .filter(({ segment, from, to }) => pointToLineMm(at, from, to) <= Math.max(toleranceMm, segment.widthMm / 2))
          .map(({ segment }) => segment.id);
        expect(found.flatMap(({ kind, id }) => (kind === 'cabinet' ? [id] : [])).sort()).toEqual(cabinets.sort());
        expect(found.flatMap(({ kind, id }) => (kind === 'segment' ? [id] : [])).sort()).toEqual(segments.sort());
      }),
    );
  });

  it('takes into a marquee exactly the cabinets that a look at every one takes', () => {
    fc.assert(
      fc.property(seed, point, point, fc.boolean(), (number, a, b, touching) => {
        const layout = layoutOf(number);
        const box = boxOf(a, b);
        const isTaken = (own: Box): boolean =>
          touching
            ? overlaps(box, own)
            : own.minXMm >= box.minXMm && own.maxXMm <= box.maxXMm && own.minYMm >= box.minYMm && own.maxYMm <= box.maxYMm;
        const wanted = layout.cabinets.cabinets.filter((placed) => isTaken(placed.box)).map(({ cabinet }) => cabinet.id);
        const found = thingsInBox(layout, box, touching, layers);
        expect(found.flatMap(({ kind, id }) => (kind === 'cabinet' ? [id] : [])).sort()).toEqual(wanted.sort());
      }),
    );
  });
});

describe('the view', () => {
  const camera = fc.record({
    leftMm: fc.integer({ min: -50_000, max: 50_000 }),
    topMm: fc.integer({ min: -50_000, max: 50_000 }),
    pxPerMm: fc.double({ min: 0.001, max: 2, noNaN: true }),
  });
  const pixel = fc.record({ xPx: fc.integer({ min: 0, max: 2000 }), yPx: fc.integer({ min: 0, max: 2000 }) });

  it('turns back from the screen to the hall', () => {
    fc.assert(
      fc.property(camera, pixel, (view, at) => {
        const back = toScreen(view, toHall(view, at));
        expect(back.xPx).toBeCloseTo(at.xPx, 3);
        expect(back.yPx).toBeCloseTo(at.yPx, 3);
      }),
    );
  });

  it('keeps under the pointer what was there, whatever the zoom', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 0.1, max: 10, noNaN: true }), (view, at, factor) => {
        const before = toHall(view, at);
        const after = toHall(zoomAt(view, at, factor), at);
        const slackMm = 1e-6 * (1 + Math.abs(before.xMm) + Math.abs(before.yMm));
        expect(Math.abs(after.xMm - before.xMm)).toBeLessThan(slackMm);
        expect(Math.abs(after.yMm - before.yMm)).toBeLessThan(slackMm);
      }),
    );
  });

  it('pans there and back', () => {
    fc.assert(
      fc.property(camera, pixel, (view, { xPx, yPx }) => {
        const back = panBy(panBy(view, xPx, yPx), -xPx, -yPx);
        expect(back.leftMm).toBeCloseTo(view.leftMm, 3);
        expect(back.topMm).toBeCloseTo(view.topMm, 3);
      }),
    );
  });

  it('shows the whole of a box that it is fitted to', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const box = boxOf(a, b);
        const size = { widthPx: 900, heightPx: 600 };
        const view = visibleBox(fitBox(box, size, 40), size);
        expect(view.minXMm).toBeLessThanOrEqual(box.minXMm);
        expect(view.minYMm).toBeLessThanOrEqual(box.minYMm);
        expect(view.maxXMm).toBeGreaterThanOrEqual(box.maxXMm);
        expect(view.maxYMm).toBeGreaterThanOrEqual(box.maxYMm);
      }),
    );
  });
});
