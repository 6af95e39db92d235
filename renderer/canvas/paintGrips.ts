/** The outline of the selected hall or obstacle with the handles by which it is reshaped. */
import { lineWeights } from '../theme/tokens.ts';
import { gripPlaces, hasGrips, type Outlined } from '../tools/reshape.ts';
import { traceBox, tracePolygon, type Pen } from './pen.ts';

const CORNER_PX = 8;
const WALL_PX = 6;

/** Squares at corners, lozenges in the middles of walls. Without `editable` the outline alone: the building is locked. */
export function paintOutlineGrips(pen: Pen, { outline }: Outlined, editable: boolean): void {
  const { context, colors } = pen;
  context.beginPath();
  tracePolygon(
    pen,
    outline.map(([xMm, yMm]) => ({ xMm, yMm })),
  );
  context.strokeStyle = colors.selection;
  context.lineWidth = lineWeights.selection;
  context.stroke();
  const { pxPerMm } = pen.camera;
  if (!editable || !hasGrips(outline, pxPerMm)) return;
  context.beginPath();
  for (const { grip, at } of gripPlaces(outline, pxPerMm)) {
    const [x, y] = [pen.x(at.xMm), pen.y(at.yMm)];
    if (grip.kind === 'corner') {
      const half = CORNER_PX / 2 / pxPerMm;
      traceBox(pen, { minXMm: at.xMm - half, minYMm: at.yMm - half, maxXMm: at.xMm + half, maxYMm: at.yMm + half });
      continue;
    }
    context.moveTo(x - WALL_PX, y);
    context.lineTo(x, y - WALL_PX);
    context.lineTo(x + WALL_PX, y);
    context.lineTo(x, y + WALL_PX);
    context.closePath();
  }
  context.fillStyle = colors.floor;
  context.fill();
  context.lineWidth = 1.5;
  context.stroke();
}
