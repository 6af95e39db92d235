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

/** Signs that stepped aside, by id, each with where it stands by itself; of each view. */
type Aside = ReadonlyMap<string, { readonly from: Marker; readonly to: Marker }>;

const asideIn = new WeakMap<Camera, Aside>();
const onScreen = new WeakMap<readonly Marker[], { readonly aside: Aside; readonly markers: readonly Marker[] }>();

/** Puts the signs of a hall aside from the texts of the view, as long as the view stays; where there is no room they stay. */
export function placeMarkers(markers: readonly Marker[], hallId: string, camera: Camera, labels: Pick<Labels, 'isWritten'>): void {
  const isFree = (x: number, y: number): boolean =>
    !labels.isWritten(x - MARKER_RADIUS_PX, y - MARKER_RADIUS_PX, x + MARKER_RADIUS_PX, y + MARKER_RADIUS_PX);
  const aside = new Map<string, { readonly from: Marker; readonly to: Marker }>();
  for (const from of markers) {
    if (from.hall !== hallId) continue;
    const to = firstFree(from, camera, isFree);
    if (to !== null) aside.set(from.id, { from, to });
  }
  asideIn.set(camera, aside);
}

/** Where the sign steps to; null: it stands free, or nowhere is room. */
function firstFree(marker: Marker, { leftMm, topMm, pxPerMm }: Camera, isFree: (x: number, y: number) => boolean): Marker | null {
  const [x, y] = [(marker.xMm - leftMm) * pxPerMm, (marker.yMm - topMm) * pxPerMm];
  if (isFree(x, y)) return null;
  for (const step of ASIDE_PX) {
    for (const [dx, dy] of WAYS) {
      if (!isFree(x + dx * step, y + dy * step)) continue;
      return { ...marker, xMm: marker.xMm + (dx * step) / pxPerMm, yMm: marker.yMm + (dy * step) / pxPerMm };
    }
  }
  return null;
}

/** The signs where they are drawn in this view. A sign of a later answer of the engine stands where it stood, if it is about the same place. */
export function markersOnScreen(markers: readonly Marker[], camera: Camera): readonly Marker[] {
  const aside = asideIn.get(camera);
  if (aside === undefined || aside.size === 0) return markers;
  const known = onScreen.get(markers);
  if (known?.aside === aside) return known.markers;
  const placed = markers.map((marker) => {
    const stepped = aside.get(marker.id);
    const isThere = stepped?.from.xMm === marker.xMm && stepped.from.yMm === marker.yMm;
    return isThere ? { ...marker, xMm: stepped.to.xMm, yMm: stepped.to.yMm } : marker;
  });
  onScreen.set(markers, { aside, markers: placed });
  return placed;
}
