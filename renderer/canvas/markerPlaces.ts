/**
 * Where signs of findings are drawn: at what they are about, and beside it where they would cover a name. The drawing and what is hit
 * in it see the same places.
 */
import type { Marker } from '../../shared/engine/protocol.ts';
import type { Camera } from '../state/sessionStore.ts';
import type { Labels } from './labels.ts';

/** Radius of a finding's marker on screen. */
export const MARKER_RADIUS_PX = 9;

/** Ways aside, the shortest first: up, to the right, down, to the left, then across. */
const WAYS: readonly (readonly [dx: number, dy: number])[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const ASIDE_PX = [14, 20, 28, 40] as const;

interface Placed {
  readonly camera: Camera;
  readonly markers: readonly Marker[];
}

const placed = new WeakMap<readonly Marker[], Placed>();

/** Puts the signs of a hall aside from the texts of the view, as long as the view stays; where there is no room they stay. */
export function placeMarkers(markers: readonly Marker[], hallId: string, camera: Camera, labels: Pick<Labels, 'isWritten'>): void {
  const isFree = (x: number, y: number): boolean =>
    !labels.isWritten(x - MARKER_RADIUS_PX, y - MARKER_RADIUS_PX, x + MARKER_RADIUS_PX, y + MARKER_RADIUS_PX);
  const moved = markers.map((marker): Marker => {
    if (marker.hall !== hallId) return marker;
    const [x, y] = [(marker.xMm - camera.leftMm) * camera.pxPerMm, (marker.yMm - camera.topMm) * camera.pxPerMm];
    if (isFree(x, y)) return marker;
    for (const aside of ASIDE_PX) {
      for (const [dx, dy] of WAYS) {
        if (!isFree(x + dx * aside, y + dy * aside)) continue;
        return { ...marker, xMm: marker.xMm + (dx * aside) / camera.pxPerMm, yMm: marker.yMm + (dy * aside) / camera.pxPerMm };
      }
    }
    return marker;
  });
  placed.set(markers, { camera, markers: moved });
}

/** The signs where they are drawn in this view. */
export function markersOnScreen(markers: readonly Marker[], camera: Camera): readonly Marker[] {
  const known = placed.get(markers);
  return known?.camera === camera ? known.markers : markers;
}
