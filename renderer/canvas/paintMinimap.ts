/** The hall as small shapes: floor, what stands in it, cabinets, trays and walls. Painted once for a plan, not for a view. */
import type { HallLayout, PlacedObstacle } from './hallLayout.ts';
import { traceLine, tracePolygon, type Pen } from './pen.ts';

const WALL_PX = 1.5;
/** Smaller columns and cabinets would fade away. */
const LEAST_PX = 1;

export function paintMinimap(pen: Pen, { outline, obstacles, cabinets, pathways, doors }: HallLayout): void {
  const { context, colors, size } = pen;
  context.fillStyle = colors.background;
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  context.beginPath();
  tracePolygon(pen, outline);
  context.fillStyle = colors.floor;
  context.fill();
  context.globalAlpha = 0.3;
  for (const placed of obstacles) if (!isSolid(placed)) fillPolygon(pen, placed.outline, obstacleColor(pen, placed));
  context.globalAlpha = 1;
  context.fillStyle = colors.cabinetLine;
  for (const { box } of cabinets.cabinets) {
    const widthPx = Math.max(LEAST_PX, pen.px(box.maxXMm - box.minXMm));
    const heightPx = Math.max(LEAST_PX, pen.px(box.maxYMm - box.minYMm));
    context.fillRect(pen.x(box.minXMm), pen.y(box.minYMm), widthPx, heightPx);
  }
  context.strokeStyle = colors.labelSoft;
  context.lineWidth = LEAST_PX;
  context.beginPath();
  for (const { from, to } of pathways.segments) traceLine(pen, from, to);
  context.stroke();
  for (const placed of obstacles) if (isSolid(placed)) fillPolygon(pen, placed.outline, colors.column);
  context.beginPath();
  tracePolygon(pen, outline);
  context.strokeStyle = colors.wall;
  context.lineWidth = WALL_PX;
  context.stroke();
  context.beginPath();
  for (const { from, to } of doors) traceLine(pen, from, to);
  context.strokeStyle = colors.floor;
  context.lineWidth = WALL_PX + 1;
  context.stroke();
}

function isSolid({ obstacle }: PlacedObstacle): boolean {
  return obstacle.kind === 'column' || obstacle.kind === 'wall';
}

function obstacleColor({ colors }: Pen, { obstacle }: PlacedObstacle): string {
  return obstacle.kind === 'keep-out' || obstacle.kind === 'keep-clear' ? colors.keepOut : colors.equipment;
}

function fillPolygon(pen: Pen, outline: PlacedObstacle['outline'], color: string): void {
  pen.context.beginPath();
  tracePolygon(pen, outline);
  pen.context.fillStyle = color;
  pen.context.fill();
}
