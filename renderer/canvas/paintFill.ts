/** Pathways colored and hatched by how full they are. */
import type { Settings } from '../../shared/plan/types.ts';
import { fillColor, fillLevel, fillLevels, hatchPx } from './fillLevels.ts';
import type { PathwayLayout } from './hallLayout.ts';
import type { FillOf } from './paintPathways.ts';
import { tracePolygon, type Pen } from './pen.ts';

export function paintFill(pen: Pen, layout: PathwayLayout, settings: Settings, fillOf: FillOf): void {
  const { context, colors } = pen;
  const visible = layout.index.search(pen.view);
  // Fuller ones lie on emptier ones where they meet.
  for (const level of fillLevels) {
    const own = visible.filter((position) => {
      const { segment } = layout.segments[position]!;
      return fillLevel(fillOf(segment.id), settings, segment) === level;
    });
    if (own.length === 0) continue;
    context.save();
    context.beginPath();
    for (const position of own) tracePolygon(pen, layout.outline.bodies[position]!);
    context.fillStyle = fillColor(level, colors);
    context.fill('nonzero');
    const stepPx = hatchPx[level];
    if (stepPx !== null) {
      context.clip('nonzero');
      paintHatch(pen, stepPx, level === 'error');
    }
    context.restore();
  }
}

/** Slanted lines over the whole view; `crossed` ones in both directions. */
function paintHatch({ context, colors, size }: Pen, stepPx: number, crossed: boolean): void {
  const { widthPx, heightPx } = size;
  context.beginPath();
  for (let x = -heightPx; x < widthPx; x += stepPx * Math.SQRT2) {
    context.moveTo(x, heightPx);
    context.lineTo(x + heightPx, 0);
    if (!crossed) continue;
    context.moveTo(x, 0);
    context.lineTo(x + heightPx, heightPx);
  }
  context.strokeStyle = colors.fillHatch;
  context.lineWidth = 1;
  context.stroke();
}
