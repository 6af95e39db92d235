/** The view goes along when something is dragged to its edge: the nearer to the edge, and beyond it, the faster. */
import type { ScreenPoint } from './camera.ts';
import { RULER_PX } from './paintRulers.ts';

/** From here to the edge the view moves. */
const EDGE_PX = 28;
/** A frame's step at the edge; beyond it, at most twice that. */
const MOST_PX = 14;

/** By how much the drawing moves in one frame while the pointer is held there. `before`: what lies over its left and upper edge. */
export function edgeStep(
  { xPx, yPx }: ScreenPoint,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  before: { readonly left: number; readonly top: number } = RULER_PX,
): ScreenPoint {
  return { xPx: step(xPx, before.left, widthPx), yPx: step(yPx, before.top, heightPx) };
}

function step(at: number, low: number, high: number): number {
  const before = low + EDGE_PX - at;
  const after = at - (high - EDGE_PX);
  const depth = before > 0 ? before : after > 0 ? -after : 0;
  return Math.max(-2, Math.min(2, depth / EDGE_PX)) * MOST_PX + 0;
}
