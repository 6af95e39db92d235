import { describe, expect, it } from 'vitest';
import { MARKER_RADIUS_PX, markersOnScreen, placeMarkers } from '../../../renderer/canvas/markerPlaces.ts';
import { hallSign } from '../../../shared/checks/hallContents.ts';
import type { Marker } from '../../../shared/engine/protocol.ts';

const marker = (id: string, xMm: number, yMm: number, hall = 'H'): Marker => ({
  id,
  code: 'hall.over-power',
  severity: 'error',
  hall,
  xMm,
  yMm,
  message: id,
});

/** A text from 90 to 130 px along x and from 95 to 105 px down. */
const isWritten = (left: number, top: number, right: number, bottom: number): boolean =>
  left < 130 && right > 90 && top < 105 && bottom > 95;

describe('signs of findings', () => {
  it('step aside from names by the shortest way, in the drawing as in what is hit', () => {
    const camera = { leftMm: 1000, topMm: 2000, pxPerMm: 0.1 };
    const markers = [marker('covers', 2050, 3000), marker('free', 9000, 9000), marker('elsewhere', 2050, 3000, 'other')];
    placeMarkers(markers, 'H', camera, { isWritten });
    const [moved, free, elsewhere] = markersOnScreen(markers, camera);
    expect(free).toBe(markers[1]);
    expect(elsewhere).toBe(markers[2]);
    const [x, y] = [(moved!.xMm - 1000) * 0.1, (moved!.yMm - 2000) * 0.1];
    expect([x, y]).toEqual([105, 86]);
    expect(isWritten(x - MARKER_RADIUS_PX, y - MARKER_RADIUS_PX, x + MARKER_RADIUS_PX, y + MARKER_RADIUS_PX)).toBe(false);
    // The same sign in a later answer of the engine stands there still, one that is now about another place does not.
    const later = [marker('covers', 2050, 3000), marker('free', 2050, 3000)];
    expect(markersOnScreen(later, camera)).toEqual([moved, later[1]]);
    // Another view knows nothing of these places yet.
    expect(markersOnScreen(markers, { ...camera })).toBe(markers);
  });

  it('stay where there is no room, and about a hall lie in its upper left corner', () => {
    const camera = { leftMm: 0, topMm: 0, pxPerMm: 1 };
    const markers = [marker('covers', 50, 50)];
    placeMarkers(markers, 'H', camera, { isWritten: () => true });
    expect(markersOnScreen(markers, camera)).toEqual(markers);
    const corners = [
      [4000, 0],
      [9000, 0],
      [9000, 8000],
      [0, 8000],
      [0, 3000],
      [4000, 3000],
    ].map(([xMm = 0, yMm = 0]) => ({ xMm, yMm }));
    expect(hallSign(corners)).toEqual({ xMm: 400, yMm: 3400 });
    expect(hallSign(corners.toReversed())).toEqual({ xMm: 400, yMm: 3400 });
  });
});
