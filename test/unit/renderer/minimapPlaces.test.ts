import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHall, toScreen, visibleBox } from '../../../renderer/canvas/camera.ts';
import {
  fitMap,
  frameOnMap,
  isInFrame,
  LEAST_FRAME_PX,
  middleOf,
  roomForMap,
  seenPart,
  viewAround,
} from '../../../renderer/canvas/minimapPlaces.ts';

const ROOM = { widthPx: 220, heightPx: 150 };
const HALL = { minXMm: 0, minYMm: 0, maxXMm: 41_600, maxYMm: 13_800 };
const MAP = fitMap(HALL, ROOM);
const whole = visibleBox(MAP.camera, MAP.size);

const mm = fc.integer({ min: -200_000, max: 200_000 });
const sideMm = fc.integer({ min: 500, max: 600_000 });
const box = fc
  .tuple(mm, mm, sideMm, sideMm)
  .map(([x, y, width, height]) => ({ minXMm: x, minYMm: y, maxXMm: x + width, maxYMm: y + height }));

describe('the minimap', () => {
  it('is large in a large drawing, small in a small one, and away where there is no room', () => {
    expect(roomForMap({ widthPx: 1000, heightPx: 600 })).toEqual(ROOM);
    expect(roomForMap({ widthPx: 500, heightPx: 600 })!.widthPx).toBeLessThan(ROOM.widthPx);
    expect(roomForMap({ widthPx: 250, heightPx: 600 })).toBeNull();
  });

  it('shows every hall whole, within its room', () => {
    fc.assert(
      fc.property(box, (hall) => {
        const { camera, size } = fitMap(hall, ROOM);
        expect(size.widthPx).toBeLessThanOrEqual(ROOM.widthPx);
        expect(size.heightPx).toBeLessThanOrEqual(ROOM.heightPx);
        const from = toScreen(camera, { xMm: hall.minXMm, yMm: hall.minYMm });
        const to = toScreen(camera, { xMm: hall.maxXMm, yMm: hall.maxYMm });
        expect(Math.min(from.xPx, from.yPx, size.widthPx - to.xPx, size.heightPx - to.yPx)).toBeGreaterThan(0);
      }),
    );
  });

  it('frames what is in view, to scale', () => {
    const frame = frameOnMap(MAP, { minXMm: 10_400, minYMm: 0, maxXMm: 31_200, maxYMm: 6_900 });
    expect(frame.widthPx).toBeCloseTo(20_800 * MAP.camera.pxPerMm, 6);
    expect(toHall(MAP.camera, { xPx: frame.leftPx, yPx: frame.topPx }).xMm).toBeCloseTo(10_400, 6);
    expect(isInFrame(frame, toScreen(MAP.camera, { xMm: 20_000, yMm: 3_000 }))).toBe(true);
    expect(isInFrame(frame, toScreen(MAP.camera, { xMm: 20_000, yMm: 9_000 }))).toBe(false);
  });

  it('keeps the frame of every view on the map and large enough to see', () => {
    fc.assert(
      fc.property(box, (view) => {
        const { leftPx, topPx, widthPx, heightPx } = frameOnMap(MAP, view);
        expect(Math.min(leftPx, topPx)).toBeGreaterThanOrEqual(0);
        expect(leftPx + widthPx).toBeLessThanOrEqual(MAP.size.widthPx + 1e-9);
        expect(topPx + heightPx).toBeLessThanOrEqual(MAP.size.heightPx + 1e-9);
        expect(Math.min(widthPx, heightPx)).toBeGreaterThanOrEqual(LEAST_FRAME_PX - 1e-9);
      }),
    );
    const { leftPx, topPx, widthPx, heightPx } = frameOnMap(MAP, { ...whole, minXMm: -1e6, maxYMm: 1e6 });
    expect([leftPx, topPx, widthPx, heightPx].map(Math.round)).toEqual([0, 0, MAP.size.widthPx, MAP.size.heightPx]);
  });

  it('brings the place to the middle of what the rulers leave free, and never leaves the hall', () => {
    const viewport = { widthPx: 900, heightPx: 600 };
    const rulers = { left: 46, top: 26 };
    const start = { leftMm: -500, topMm: 700, pxPerMm: 0.05 };
    fc.assert(
      fc.property(mm, mm, (xMm, yMm) => {
        const camera = viewAround(start, seenPart(start, viewport, rulers), { xMm, yMm }, HALL);
        const middle = toHall(camera, { xPx: 46 + 854 / 2, yPx: 26 + 574 / 2 });
        expect(middle.xMm).toBeCloseTo(Math.min(41_600, Math.max(0, xMm)), 6);
        expect(middle.yMm).toBeCloseTo(Math.min(13_800, Math.max(0, yMm)), 6);
        expect(middleOf(seenPart(camera, viewport, rulers)).xMm).toBeCloseTo(middle.xMm, 6);
        expect(camera.pxPerMm).toBe(start.pxPerMm);
      }),
    );
  });
});
