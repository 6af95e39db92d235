/** What stands and hangs in the way, each kind with its own look: solid, hatched, dashed overhead, or a zone of the floor. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { hangs } from '../../shared/plan/obstacleKinds.ts';
import type { HallLayout, PlacedObstacle } from './hallLayout.ts';
import { tracePolygon, type Pen } from './pen.ts';

export function paintObstacles(pen: Pen, { obstacles }: HallLayout): void {
  const { colors } = pen;
  for (const placed of obstacles) {
    const { obstacle, outline } = placed;
    if (obstacle.kind === 'column' || obstacle.kind === 'wall') paintColumn(pen, outline);
    else if (obstacle.kind === 'load-zone') paintLoadZone(pen, outline);
    else if (hangs(obstacle.kind)) paintOverhead(pen, placed);
    else paintHatched(pen, outline, obstacle.kind === 'keep-out' || obstacle.kind === 'keep-clear' ? colors.keepOut : colors.equipment);
  }
}

/** Ways of crates: a dash-dotted middle line with an arrow at its end. */
export function paintDeliveryPaths(pen: Pen, { hall }: HallLayout): void {
  const { context, colors } = pen;
  for (const { points } of hall.deliveryPaths ?? []) {
    context.beginPath();
    points.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(pen.x(x), pen.y(y));
      else context.lineTo(pen.x(x), pen.y(y));
    });
    context.strokeStyle = colors.door;
    context.lineWidth = 1.5;
    context.setLineDash([10, 4, 2, 4]);
    context.stroke();
    context.setLineDash([]);
    paintArrow(pen, points);
  }
}

const ARROW_PX = 9;

function paintArrow({ context, colors, ...pen }: Pen, points: readonly (readonly [number, number])[]): void {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return;
  const angle = Math.atan2(end[1] - before[1], end[0] - before[0]);
  const [x, y] = [pen.x(end[0]), pen.y(end[1])];
  const corner = (turn: number): readonly [number, number] => [
    x - ARROW_PX * Math.cos(angle + turn),
    y - ARROW_PX * Math.sin(angle + turn),
  ];
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(...corner(0.4));
  context.lineTo(...corner(-0.4));
  context.closePath();
  context.fillStyle = colors.door;
  context.fill();
}

function paintColumn(pen: Pen, outline: readonly Point[]): void {
  pen.context.fillStyle = pen.colors.column;
  pen.context.beginPath();
  tracePolygon(pen, outline);
  pen.context.fill();
}

/** Dashed, as what hangs above the cut of a plan is drawn; a sprinkler is crossed. */
function paintOverhead(pen: Pen, { obstacle, outline, box }: PlacedObstacle): void {
  const { context, colors } = pen;
  context.beginPath();
  tracePolygon(pen, outline);
  if (obstacle.kind === 'sprinkler') {
    context.moveTo(pen.x(box.minXMm), pen.y(box.minYMm));
    context.lineTo(pen.x(box.maxXMm), pen.y(box.maxYMm));
    context.moveTo(pen.x(box.maxXMm), pen.y(box.minYMm));
    context.lineTo(pen.x(box.minXMm), pen.y(box.maxYMm));
  }
  context.strokeStyle = colors.equipment;
  context.lineWidth = obstacle.kind === 'containment' ? 2 : 1;
  context.setLineDash([4, 3]);
  context.stroke();
  context.setLineDash([]);
}

function paintLoadZone(pen: Pen, outline: readonly Point[]): void {
  const { context, colors } = pen;
  context.beginPath();
  tracePolygon(pen, outline);
  context.strokeStyle = colors.equipment;
  context.lineWidth = 1;
  context.setLineDash([12, 4, 2, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** Hatched at 45°, lines fixed to the floor so that they do not swim while panning. */
function paintHatched(pen: Pen, outline: readonly Point[], color: string): void {
  const { context } = pen;
  const xs = outline.map(({ xMm }) => pen.x(xMm));
  const ys = outline.map(({ yMm }) => pen.y(yMm));
  const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(pen.size.widthPx, Math.max(...xs))];
  const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(pen.size.heightPx, Math.max(...ys))];
  if (left >= right || top >= bottom) return;
  context.save();
  context.strokeStyle = color;
  context.beginPath();
  tracePolygon(pen, outline);
  context.lineWidth = 1;
  context.setLineDash([5, 3]);
  context.stroke();
  context.setLineDash([]);
  context.clip();
  context.globalAlpha = 0.45;
  context.lineWidth = 0.75;
  context.beginPath();
  const stepPx = 8;
  const phase = pen.x(0) + pen.y(0);
  for (let sum = Math.ceil((left + top - phase) / stepPx) * stepPx + phase; sum < right + bottom; sum += stepPx) {
    context.moveTo(sum - top, top);
    context.lineTo(sum - bottom, bottom);
  }
  context.stroke();
  context.restore();
}
