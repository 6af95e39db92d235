/** The view on the hall: from hall coordinates (mm, x right, y down) to pixels of the drawing area, and back. */
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { Camera } from '../state/sessionStore.ts';
import { MM_PER_INCH } from '../../shared/unitFactors.ts';

export interface ViewSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ScreenPoint {
  readonly xPx: number;
  readonly yPx: number;
}

/** CSS pixels per millimetre on paper: 96 to the inch. At this scale the drawing is as large as the hall. */
const PX_PER_PAPER_MM = 96 / MM_PER_INCH;
/** 100 % is 1 : 50, the scale at which a hall is read. */
export const FULL_PX_PER_MM = PX_PER_PAPER_MM / 50;
const LEAST_PX_PER_MM = 0.0005;
const MOST_PX_PER_MM = 4;

export function toScreen({ leftMm, topMm, pxPerMm }: Camera, point: Point): ScreenPoint {
  return { xPx: (point.xMm - leftMm) * pxPerMm, yPx: (point.yMm - topMm) * pxPerMm };
}

export function toHall({ leftMm, topMm, pxPerMm }: Camera, { xPx, yPx }: ScreenPoint): Point {
  return { xMm: leftMm + xPx / pxPerMm, yMm: topMm + yPx / pxPerMm };
}

export function visibleBox({ leftMm, topMm, pxPerMm }: Camera, { widthPx, heightPx }: ViewSize): Box {
  return { minXMm: leftMm, minYMm: topMm, maxXMm: leftMm + widthPx / pxPerMm, maxYMm: topMm + heightPx / pxPerMm };
}

export function panBy(camera: Camera, dxPx: number, dyPx: number): Camera {
  return { ...camera, leftMm: camera.leftMm - dxPx / camera.pxPerMm, topMm: camera.topMm - dyPx / camera.pxPerMm };
}

/** Zooms so that what lies under `at` stays there. */
export function zoomAt(camera: Camera, at: ScreenPoint, factor: number): Camera {
  const pxPerMm = Math.min(MOST_PX_PER_MM, Math.max(LEAST_PX_PER_MM, camera.pxPerMm * factor));
  const under = toHall(camera, at);
  return { leftMm: under.xMm - at.xPx / pxPerMm, topMm: under.yMm - at.yPx / pxPerMm, pxPerMm };
}

/** What was painted for one view, moved and scaled to where it is in another: a CSS transform about the upper left corner. */
export function carriedBy(from: Camera, now: Camera): string {
  const { xPx, yPx } = toScreen(now, { xMm: from.leftMm, yMm: from.topMm });
  const scale = now.pxPerMm / from.pxPerMm;
  // Whole pixels keep writing sharp while the view is only moved.
  return scale === 1 ? `translate(${Math.round(xPx)}px, ${Math.round(yPx)}px)` : `translate(${xPx}px, ${yPx}px) scale(${scale})`;
}

export function zoomTo(camera: Camera, size: ViewSize, pxPerMm: number): Camera {
  return zoomAt(camera, { xPx: size.widthPx / 2, yPx: size.heightPx / 2 }, pxPerMm / camera.pxPerMm);
}

/** The whole box in the middle of the view, with a margin. */
export function fitBox(box: Box, size: ViewSize, marginPx: number): Camera {
  const widthMm = Math.max(1, box.maxXMm - box.minXMm);
  const heightMm = Math.max(1, box.maxYMm - box.minYMm);
  // In a small view the margin takes no more than a quarter of it at each side.
  const margin = Math.min(marginPx, size.widthPx / 4, size.heightPx / 4);
  const wanted = Math.min((size.widthPx - 2 * margin) / widthMm, (size.heightPx - 2 * margin) / heightMm);
  const pxPerMm = Math.min(MOST_PX_PER_MM, Math.max(LEAST_PX_PER_MM, wanted));
  return {
    leftMm: (box.minXMm + box.maxXMm) / 2 - size.widthPx / 2 / pxPerMm,
    topMm: (box.minYMm + box.maxYMm) / 2 - size.heightPx / 2 / pxPerMm,
    pxPerMm,
  };
}

/** The scale as drawings write it, `1 : 60`, from CSS pixels. */
export function scaleDenominator({ pxPerMm }: Camera): number {
  const exact = PX_PER_PAPER_MM / pxPerMm;
  const step = exact < 100 ? 1 : exact < 1000 ? 5 : 50;
  return Math.max(1, Math.round(exact / step) * step);
}
