/** A gesture under way: what moves, guides with figures, the marquee. */
import { lineWeights } from '../theme/tokens.ts';
import type { Preview } from '../state/sessionStore.ts';
import type { PlacedCabinet } from './hallLayout.ts';
import { createLabels } from './labels.ts';
import { labelCabinets, paintCabinets, traceCabinet } from './paintCabinets.ts';
import { paintDimension } from './paintMarks.ts';
import { traceBox, traceLine, type Pen } from './pen.ts';

/** `moving` are the cabinets of the preview's plan that the gesture moves or makes. */
export function paintPreview(pen: Pen, preview: Preview, moving: readonly PlacedCabinet[]): void {
  const { context, colors } = pen;
  if (moving.length > 0) {
    paintCabinets(pen, moving, true);
    labelCabinets(pen, moving, [], true, createLabels(pen));
    context.beginPath();
    for (const placed of moving) traceCabinet(pen, placed);
    context.fillStyle = colors.selectionFill;
    context.fill();
    context.lineWidth = lineWeights.selection;
    context.strokeStyle = preview.problem === null ? colors.preview : colors.invalid;
    context.stroke();
  }
  for (const guide of preview.guides) {
    const color = guide.kind === 'measure' ? colors.selection : colors.snap;
    if (guide.text !== null) {
      paintDimension(pen, guide.from, guide.to, guide.text, color, null);
      continue;
    }
    context.beginPath();
    traceLine(pen, guide.from, guide.to);
    context.strokeStyle = color;
    context.lineWidth = 1;
    context.setLineDash([4, 3]);
    context.stroke();
    context.setLineDash([]);
  }
  if (preview.marquee !== null) {
    const { from, to, touching } = preview.marquee;
    const color = touching ? colors.marqueeTouch : colors.marqueeInside;
    context.beginPath();
    traceBox(pen, {
      minXMm: Math.min(from.xMm, to.xMm),
      minYMm: Math.min(from.yMm, to.yMm),
      maxXMm: Math.max(from.xMm, to.xMm),
      maxYMm: Math.max(from.yMm, to.yMm),
    });
    context.globalAlpha = 0.08;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = color;
    context.lineWidth = 1;
    // Touching is dashed, enclosing solid: told apart without color.
    if (touching) context.setLineDash([5, 3]);
    context.stroke();
    context.setLineDash([]);
  }
}
