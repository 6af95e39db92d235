/** Where things lie on the minimap: the hall fitted into it, the frame of the view on it, and the view that a place on it asks for. */
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { Camera } from '../state/sessionStore.ts';
import { toScreen, visibleBox, type ScreenPoint, type ViewSize } from './camera.ts';

/** The minimap is as large as the hall's shape needs; its camera shows the whole hall. */
export interface MapPlace {
  readonly camera: Camera;
  readonly size: ViewSize;
}

export interface MapFrame {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Free floor around the hall's walls on the map. */
const MARGIN_PX = 6;
/** Also of a view that is far away or very near something is left to be seen and taken hold of. */
export const LEAST_FRAME_PX = 6;
/** The shorter side of the map of a long hall. */
const LEAST_SIDE_PX = 28;
const LARGE: ViewSize = { widthPx: 220, heightPx: 150 };
const SMALL: ViewSize = { widthPx: 120, heightPx: 84 };
/** Drawing areas smaller than these have a small map, and none. */
const ROOMY: ViewSize = { widthPx: 700, heightPx: 420 };
const TIGHT: ViewSize = { widthPx: 260, heightPx: 180 };

/** The most that a minimap may take of a drawing area; null: there is no room for one. */
export function roomForMap({ widthPx, heightPx }: ViewSize): ViewSize | null {
  if (widthPx < TIGHT.widthPx || heightPx < TIGHT.heightPx) return null;
  return widthPx < ROOMY.widthPx || heightPx < ROOMY.heightPx ? SMALL : LARGE;
}

/** The whole hall within the room, as large as it goes, in the middle of its map. */
export function fitMap(hall: Box, room: ViewSize): MapPlace {
  const widthMm = Math.max(1, hall.maxXMm - hall.minXMm);
  const heightMm = Math.max(1, hall.maxYMm - hall.minYMm);
  const pxPerMm = Math.min((room.widthPx - 2 * MARGIN_PX) / widthMm, (room.heightPx - 2 * MARGIN_PX) / heightMm);
  const size = {
    widthPx: Math.max(LEAST_SIDE_PX, Math.round(widthMm * pxPerMm + 2 * MARGIN_PX)),
    heightPx: Math.max(LEAST_SIDE_PX, Math.round(heightMm * pxPerMm + 2 * MARGIN_PX)),
  };
  const leftMm = (hall.minXMm + hall.maxXMm - size.widthPx / pxPerMm) / 2;
  const topMm = (hall.minYMm + hall.maxYMm - size.heightPx / pxPerMm) / 2;
  return { camera: { leftMm, topMm, pxPerMm }, size };
}

/** The frame of the view on the map, cut at the map's edges and never too small to see. */
export function frameOnMap({ camera, size }: MapPlace, view: Box): MapFrame {
  const from = toScreen(camera, { xMm: view.minXMm, yMm: view.minYMm });
  const to = toScreen(camera, { xMm: view.maxXMm, yMm: view.maxYMm });
  const [leftPx, widthPx] = cutSide(from.xPx, to.xPx, size.widthPx);
  const [topPx, heightPx] = cutSide(from.yPx, to.yPx, size.heightPx);
  return { leftPx, topPx, widthPx, heightPx };
}

/** Start and length of what of a side lies between 0 and `mostPx`. */
function cutSide(fromPx: number, toPx: number, mostPx: number): readonly [number, number] {
  const middlePx = (fromPx + toPx) / 2;
  const start = Math.min(toPx - fromPx < LEAST_FRAME_PX ? middlePx - LEAST_FRAME_PX / 2 : fromPx, mostPx - LEAST_FRAME_PX);
  const end = Math.max(toPx - fromPx < LEAST_FRAME_PX ? middlePx + LEAST_FRAME_PX / 2 : toPx, LEAST_FRAME_PX);
  const startPx = Math.max(0, start);
  return [startPx, Math.min(mostPx, end) - startPx];
}

/** Whether a place on the map lies in the frame, which is then dragged from where it is. */
export function isInFrame({ leftPx, topPx, widthPx, heightPx }: MapFrame, { xPx, yPx }: ScreenPoint): boolean {
  return xPx >= leftPx && xPx <= leftPx + widthPx && yPx >= topPx && yPx <= topPx + heightPx;
}

/** The part of the hall in a view that the rulers on its upper and left edge leave free. */
export function seenPart(camera: Camera, viewport: ViewSize, rulers: { readonly left: number; readonly top: number }): Box {
  const all = visibleBox(camera, viewport);
  return { ...all, minXMm: all.minXMm + rulers.left / camera.pxPerMm, minYMm: all.minYMm + rulers.top / camera.pxPerMm };
}

export function middleOf({ minXMm, minYMm, maxXMm, maxYMm }: Box): Point {
  return { xMm: (minXMm + maxXMm) / 2, yMm: (minYMm + maxYMm) / 2 };
}

/** The view moved so that its middle lies at a place, or at the hall's edge where the place is outside: the hall is not lost. */
export function viewAround(camera: Camera, seen: Box, wanted: Point, hall: Box): Camera {
  const middle = middleOf(seen);
  const xMm = Math.min(hall.maxXMm, Math.max(hall.minXMm, wanted.xMm));
  const yMm = Math.min(hall.maxYMm, Math.max(hall.minYMm, wanted.yMm));
  return { ...camera, leftMm: camera.leftMm + xMm - middle.xMm, topMm: camera.topMm + yMm - middle.yMm };
}
