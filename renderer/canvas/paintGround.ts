/** The building: floor, tile grid, walls with doors, columns and keep-outs. */
import type { Point } from '../../shared/geometry/shapes.ts';
import type { LayerName } from '../state/sessionStore.ts';
import { canvasTextMinPx, lineWeights } from '../theme/tokens.ts';
import type { HallLayout, PlacedDoor } from './hallLayout.ts';
import type { Labels } from './labels.ts';
import { paintDeliveryPaths, paintObstacles } from './paintObstacles.ts';
import { fontOf, traceLine, tracePolygon, type Pen } from './pen.ts';

/** Walls are drawn this thick, outside the hall's inner face, but never thinner than their line weight. */
export const WALL_MM = 150;
/** Grid lines closer than this are a grey carpet and left out. */
const LEAST_GRID_PX = 7;

/** `under` paints what lies on the floor, beneath all that is built. */
export function paintGround(pen: Pen, layout: HallLayout, layers: Readonly<Record<LayerName, boolean>>, under: () => void): void {
  const { context, colors, size } = pen;
  context.fillStyle = colors.background;
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  context.fillStyle = colors.floor;
  context.beginPath();
  tracePolygon(pen, layout.outline);
  context.fill();
  if (layers.grid) paintGrid(pen, layout);
  if (layers.drawings) under();
  if (!layers.building) return;
  paintObstacles(pen, layout);
  paintDeliveryPaths(pen, layout);
  paintWalls(pen, layout);
  for (const door of layout.doors) paintDoor(pen, door, pen.colors.door);
}

/** Tiles as a grid; every fifth line is stronger, and carries the grid alone when tiles are too small to show. */
function paintGrid(pen: Pen, { hall, outline, box }: HallLayout): void {
  const { context, colors, view } = pen;
  const { sizeMm, originXMm, originYMm } = hall.tile;
  if (sizeMm <= 0) return;
  context.save();
  context.beginPath();
  tracePolygon(pen, outline);
  context.clip();
  const span = {
    left: Math.max(view.minXMm, box.minXMm),
    right: Math.min(view.maxXMm, box.maxXMm),
    top: Math.max(view.minYMm, box.minYMm),
    bottom: Math.min(view.maxYMm, box.maxYMm),
  };
  for (const every of [1, 5]) {
    const stepMm = sizeMm * every;
    if (pen.px(stepMm) < LEAST_GRID_PX) continue;
    context.beginPath();
    for (let column = Math.ceil((span.left - originXMm) / stepMm); originXMm + column * stepMm <= span.right; column += 1) {
      const x = Math.round(pen.x(originXMm + column * stepMm)) + 0.5;
      context.moveTo(x, pen.y(span.top));
      context.lineTo(x, pen.y(span.bottom));
    }
    for (let row = Math.ceil((span.top - originYMm) / stepMm); originYMm + row * stepMm <= span.bottom; row += 1) {
      const y = Math.round(pen.y(originYMm + row * stepMm)) + 0.5;
      context.moveTo(pen.x(span.left), y);
      context.lineTo(pen.x(span.right), y);
    }
    context.strokeStyle = every === 1 ? colors.gridFine : colors.gridTile;
    context.lineWidth = lineWeights.grid;
    context.stroke();
  }
  context.restore();
}

/** Walls lie outside the inner face: a thick line of which the floor hides the inner half. */
function paintWalls(pen: Pen, { outline, doors }: HallLayout): void {
  const { context, colors, size } = pen;
  const thickness = Math.max(lineWeights.wall, pen.px(WALL_MM));
  context.save();
  context.beginPath();
  context.rect(-thickness, -thickness, size.widthPx + 2 * thickness, size.heightPx + 2 * thickness);
  tracePolygon(pen, outline);
  context.clip('evenodd');
  context.beginPath();
  tracePolygon(pen, outline);
  context.lineJoin = 'miter';
  context.lineWidth = thickness * 2;
  context.strokeStyle = colors.wall;
  context.stroke();
  // Openings: the wall is taken away between the jambs.
  context.lineWidth = thickness * 2 + 2;
  context.strokeStyle = colors.floor;
  for (const { from, to } of doors) {
    context.beginPath();
    context.moveTo(pen.x(from.xMm), pen.y(from.yMm));
    context.lineTo(pen.x(to.xMm), pen.y(to.yMm));
    context.stroke();
  }
  context.restore();
}

/** A leaf standing open and the quarter circle of its swing, for each leaf. */
export function paintDoor(pen: Pen, { door, from, to, inward }: PlacedDoor, color: string): void {
  const { context } = pen;
  const leafMm = door.clearWidthMm / door.leaves;
  const sign = door.swing === 'in' ? 1 : -1;
  const along = { xMm: (to.xMm - from.xMm) / door.clearWidthMm, yMm: (to.yMm - from.yMm) / door.clearWidthMm };
  const hinges: readonly (readonly [Point, number])[] =
    door.leaves === 2
      ? [
          [from, 1],
          [to, -1],
        ]
      : [[from, 1]];
  context.strokeStyle = color;
  for (const [hinge, direction] of hinges) {
    const open = { xMm: hinge.xMm + inward.xMm * leafMm * sign, yMm: hinge.yMm + inward.yMm * leafMm * sign };
    context.beginPath();
    traceLine(pen, hinge, open);
    context.lineWidth = 1.5;
    context.stroke();
    const start = Math.atan2(inward.yMm * sign, inward.xMm * sign);
    const end = Math.atan2(along.yMm * direction, along.xMm * direction);
    const turn = Math.sin(end - start);
    context.beginPath();
    context.arc(pen.x(hinge.xMm), pen.y(hinge.yMm), pen.px(leafMm), start, end, turn < 0);
    context.lineWidth = lineWeights.dimension;
    context.stroke();
  }
}

/** Keeps texts off what is drawn solid, and names zones and equipment where there is room, along their longer side. */
export function labelObstacles(pen: Pen, { obstacles }: HallLayout, labels: Labels): void {
  const sizePx = canvasTextMinPx;
  const font = fontOf(sizePx);
  for (const { obstacle, box } of obstacles) {
    const [left, top, right, bottom] = [pen.x(box.minXMm), pen.y(box.minYMm), pen.x(box.maxXMm), pen.y(box.maxYMm)];
    if (obstacle.kind === 'column') {
      labels.reserve(left - 2, top - 2, right + 2, bottom + 2);
      continue;
    }
    const upright = bottom - top > right - left;
    if (labels.widthOf(obstacle.name, font) > Math.max(right - left, bottom - top) || Math.min(right - left, bottom - top) < sizePx + 8)
      continue;
    labels.place(obstacle.name, (left + right) / 2, (top + bottom) / 2, {
      font,
      sizePx,
      color: pen.colors.labelSoft,
      ground: pen.colors.labelGround,
      border: null,
      align: 'center',
      upright,
    });
  }
}
