/** A gesture under way: what moves, guides with figures, the marquee. */
import { lineWeights } from '../theme/tokens.ts';
import type { Guide, Preview } from '../state/sessionStore.ts';
import { paintBuildingPreview, type BuildingPreview } from './buildingPreview.ts';
import type { PathwayLayout, PlacedCabinet } from './hallLayout.ts';
import { createLabels, type Labels } from './labels.ts';
import { labelCabinets, paintCabinets, traceCabinet } from './paintCabinets.ts';
import { paintMeasure } from './paintMeasure.ts';
import { traceBox, traceLine, tracePolygon, type Pen } from './pen.ts';

const JOINT_RADIUS_PX = 7;

/**
 * `moving` are the cabinets, `trays` and `building` what else of the preview's plan the gesture moves or makes; `beneath` are the texts that
 * are written in this view already.
 */
export function paintPreview(
  pen: Pen,
  preview: Preview,
  moving: readonly PlacedCabinet[],
  trays: PathwayLayout,
  building: BuildingPreview,
  beneath: Pick<Labels, 'isWritten'>,
): void {
  const { context, colors } = pen;
  const isWrong = preview.problem !== null || preview.fault !== null;
  const drawnColor = isWrong ? colors.invalid : colors.preview;
  paintTrays(pen, trays, drawnColor);
  paintBuildingPreview(pen, building, drawnColor);
  if (moving.length > 0) {
    paintCabinets(pen, moving, true);
    labelCabinets(pen, moving, true, createLabels(pen));
    context.beginPath();
    for (const placed of moving) traceCabinet(pen, placed);
    context.fillStyle = colors.selectionFill;
    context.fill();
    context.lineWidth = lineWeights.selection;
    context.strokeStyle = drawnColor;
    context.stroke();
  }
  const labels = createLabels(pen, beneath);
  for (const guide of preview.guides) {
    if (guide.kind === 'joint' || guide.kind === 'newJoint') {
      paintJoint(pen, guide);
      continue;
    }
    if (guide.kind === 'leg') {
      context.beginPath();
      traceLine(pen, guide.from, guide.to);
      context.strokeStyle = drawnColor;
      context.lineWidth = lineWeights.selection;
      context.stroke();
      continue;
    }
    if (guide.kind === 'measure') {
      if (guide.text !== null && guide.text !== '') paintMeasure(pen, guide.from, guide.to, guide.text, colors.selection, labels);
      continue;
    }
    if (guide.text !== null) {
      paintMeasure(pen, guide.from, guide.to, guide.text, colors.snap, labels);
      continue;
    }
    context.beginPath();
    traceLine(pen, guide.from, guide.to);
    context.strokeStyle = colors.snap;
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

function paintTrays(pen: Pen, { outline }: PathwayLayout, color: string): void {
  const { context, colors } = pen;
  context.beginPath();
  for (const body of outline.bodies) tracePolygon(pen, body);
  context.fillStyle = colors.selectionFill;
  context.fill('nonzero');
  context.beginPath();
  for (const [from, to] of outline.edges.flat()) traceLine(pen, from, to);
  context.strokeStyle = color;
  context.lineWidth = lineWeights.selection;
  context.stroke();
}

/** A ring around a junction that is there; a ring with a cross where a tray would be cut at a new one. */
function paintJoint(pen: Pen, { kind, from }: Guide): void {
  const { context, colors } = pen;
  const [x, y] = [pen.x(from.xMm), pen.y(from.yMm)];
  context.beginPath();
  context.arc(x, y, JOINT_RADIUS_PX, 0, 2 * Math.PI);
  if (kind === 'newJoint') {
    context.moveTo(x - JOINT_RADIUS_PX, y);
    context.lineTo(x + JOINT_RADIUS_PX, y);
    context.moveTo(x, y - JOINT_RADIUS_PX);
    context.lineTo(x, y + JOINT_RADIUS_PX);
  }
  context.strokeStyle = colors.snap;
  context.lineWidth = 2;
  context.stroke();
}
