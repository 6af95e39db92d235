import type { Hall } from '../../plan/types.ts';
import type { PaperPoint } from '../drawing.ts';
import { boxAround } from '../../geometry/shapes.ts';
import { tileColumnName, tileRowName } from '../../geometry/tileNames.ts';
import { textWidthMm } from '../textMetrics.ts';
import { insideStretches } from './hatch.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

const NAME_MM = 1.9;
/** Room for the names between wall and sheet edge. */
export const GRID_NAMES_MM = 5;
const LEAST_PITCH_MM = 2;
const LEAST_NAME_PITCH_MM = 4.5;

/** Edges of floor tiles inside the walls; of every second, fifth, … where they would run together. */
export function drawFloorGrid({ hall, view, pen }: PlanDrawing): void {
  const walls = hall.outline.map(([xMm, yMm]) => toPaper(view, { xMm, yMm }));
  const every = multiple(LEAST_PITCH_MM, hall.tile.sizeMm / view.scale);
  for (const { index, at } of tileEdges(hall, 'x')) {
    const x = view.origin.x + at / view.scale;
    if (index % every === 0) for (const [from, to] of insideStretches(walls, 'x', x)) pen.segment(x, from, x, to, 'grid');
  }
  for (const { index, at } of tileEdges(hall, 'y')) {
    const y = view.origin.y + at / view.scale;
    if (index % every === 0) for (const [from, to] of insideStretches(walls, 'y', y)) pen.segment(from, y, to, y, 'grid');
  }
}

/** Names of tiles outside the walls: letters along the top, numbers down the left; none where a door swings. */
export function drawTileNames({ hall, view, pen, texts, lines }: PlanDrawing): void {
  const walls = hall.outline.map(([xMm, yMm]) => toPaper(view, { xMm, yMm }));
  const tileMm = hall.tile.sizeMm / view.scale;
  const every = multiple(LEAST_NAME_PITCH_MM, tileMm);
  const name = (text: string, x: number, y: number, anchor: 'middle' | 'end'): void => {
    const widthMm = textWidthMm(text, NAME_MM);
    const box = { x: anchor === 'end' ? x - widthMm : x - widthMm / 2, y: y - NAME_MM * 0.75, widthMm, heightMm: NAME_MM * 0.8 };
    if (!lines.isFree(box)) return;
    texts.add(box);
    pen.text(text, x, y, NAME_MM, 'gridText', { anchor });
  };
  const columns = tileEdges(hall, 'x');
  for (const { index, at } of columns.slice(0, -1)) {
    if (index % every === 0)
      name(tileColumnName(hall.tile, index), view.origin.x + at / view.scale + tileMm / 2, top(walls) - 2.2, 'middle');
  }
  const rows = tileEdges(hall, 'y');
  for (const { index, at } of rows.slice(0, -1)) {
    if (index % every === 0) {
      name(tileRowName(hall.tile, index), left(walls) - 1.8, view.origin.y + at / view.scale + tileMm / 2 + NAME_MM * 0.36, 'end');
    }
  }
}

/** Edges between tiles over the hall's box, with the number of the tile that begins there. */
function tileEdges(hall: Hall, axis: 'x' | 'y'): { readonly index: number; readonly at: number }[] {
  const box = boxAround(hall.outline.map(([xMm, yMm]) => ({ xMm, yMm })));
  const { sizeMm, originXMm, originYMm } = hall.tile;
  const [origin, low, high] = axis === 'x' ? [originXMm, box.minXMm, box.maxXMm] : [originYMm, box.minYMm, box.maxYMm];
  const first = Math.ceil((low - origin) / sizeMm);
  const count = Math.floor((high - origin) / sizeMm) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({ index: first + i, at: origin + (first + i) * sizeMm }));
}

/** Tiles to a step, so that steps are at least so wide: 1, 2, 5, 10, … */
function multiple(leastMm: number, tileMm: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100];
  return steps.find((step) => step * tileMm >= leastMm) ?? 100;
}

function top(points: readonly PaperPoint[]): number {
  return Math.min(...points.map(({ y }) => y));
}

function left(points: readonly PaperPoint[]): number {
  return Math.min(...points.map(({ x }) => x));
}
