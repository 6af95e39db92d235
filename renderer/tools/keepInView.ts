/** A place that was set by number may lie beyond the edge of the drawing: the view goes along, so that the next one can be pointed at. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { panBy, toScreen } from '../canvas/camera.ts';
import { RULER_PX } from '../canvas/paintRulers.ts';
import type { ToolContext } from './tool.ts';

/** Left free around the place. */
const MARGIN_PX = 80;

/** Moves the view as little as shows the place, with some floor around it; not at all where it is seen well enough. */
export function keepInView(at: Point, context: Pick<ToolContext, 'session' | 'setCamera'>): void {
  const { camera, viewport } = context.session();
  const { xPx, yPx } = toScreen(camera, at);
  const dxPx = intoView(xPx, RULER_PX.left, viewport.widthPx);
  const dyPx = intoView(yPx, RULER_PX.top, viewport.heightPx);
  if (dxPx !== 0 || dyPx !== 0) context.setCamera(panBy(camera, dxPx, dyPx));
}

/** By how much a place must move to lie between two edges and their margins; in a small view it goes to the middle. */
function intoView(px: number, lowPx: number, highPx: number): number {
  const marginPx = Math.min(MARGIN_PX, (highPx - lowPx) / 2);
  return Math.min(highPx - marginPx, Math.max(lowPx + marginPx, px)) - px;
}
