/** What every painter draws with: the context in CSS pixels, the view, and the colors of the theme. */
import type { Box, Point } from '../../shared/geometry/shapes.ts';
import type { Camera } from '../state/sessionStore.ts';
import { schemes, type as typeTokens, type CanvasColors, type SchemeName } from '../theme/tokens.ts';
import { visibleBox, type ViewSize } from './camera.ts';

export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly size: ViewSize;
  /** Part of the hall in view. */
  readonly view: Box;
  readonly colors: CanvasColors;
  readonly scheme: SchemeName;
  x(xMm: number): number;
  y(yMm: number): number;
  px(mm: number): number;
}

export function createPen(context: CanvasRenderingContext2D, camera: Camera, size: ViewSize, scheme: SchemeName): Pen {
  const { leftMm, topMm, pxPerMm } = camera;
  return {
    context,
    camera,
    size,
    view: visibleBox(camera, size),
    colors: schemes[scheme].canvas,
    scheme,
    x: (xMm) => (xMm - leftMm) * pxPerMm,
    y: (yMm) => (yMm - topMm) * pxPerMm,
    px: (mm) => mm * pxPerMm,
  };
}

/** Adds a closed polygon to the current path. */
export function tracePolygon(pen: Pen, points: readonly Point[]): void {
  points.forEach(({ xMm, yMm }, index) => {
    if (index === 0) pen.context.moveTo(pen.x(xMm), pen.y(yMm));
    else pen.context.lineTo(pen.x(xMm), pen.y(yMm));
  });
  pen.context.closePath();
}

/**
 * Adds a box to the current path with its sides on whole pixels, so that thin lines stay sharp. Neighbours that share
 * a side share the pixel.
 */
export function traceBox(pen: Pen, box: Box): void {
  const { left, top, width, height } = pixelBox(pen, box);
  pen.context.rect(left, top, width, height);
}

/** A box with its sides on the middles of pixels. */
export function pixelBox(pen: Pen, box: Box): { left: number; top: number; width: number; height: number } {
  const left = Math.round(pen.x(box.minXMm)) + 0.5;
  const top = Math.round(pen.y(box.minYMm)) + 0.5;
  const right = Math.round(pen.x(box.maxXMm)) + 0.5;
  const bottom = Math.round(pen.y(box.maxYMm)) + 0.5;
  return { left, top, width: right - left, height: bottom - top };
}

/** Adds a straight line to the current path; level and plumb lines fall on whole pixels. */
export function traceLine(pen: Pen, from: Point, to: Point): void {
  let [fromX, fromY, toX, toY] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  if (from.xMm === to.xMm) fromX = toX = Math.round(fromX) + 0.5;
  if (from.yMm === to.yMm) fromY = toY = Math.round(fromY) + 0.5;
  pen.context.moveTo(fromX, fromY);
  pen.context.lineTo(toX, toY);
}

export function fontOf(sizePx: number, weight: number = typeTokens.regular): string {
  return `${weight} ${sizePx}px ${typeTokens.family}`;
}
