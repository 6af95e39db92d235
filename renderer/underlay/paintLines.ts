/** Paints the lines of a drawing that lie in a view; in a worker, which hands over the finished picture. */
import Flatbush from 'flatbush';
import type { LineDrawing } from '../../shared/drawings/lineDrawing.ts';
import { paletteOn } from '../../shared/drawings/ownColors.ts';
import type { DrawingRequest } from './drawingMessages.ts';

type PaintRequest = Extract<DrawingRequest, { readonly type: 'paint' }>;

/** A path smaller than this is not seen. */
const LEAST_PX = 0.35;
/** Texts lower than this cannot be read. */
const LEAST_TEXT_PX = 5;
/** So many points are stroked at once. */
const BATCH_POINTS = 4000;

/** An index over the boxes of paths. */
export function pathBoxes({ points, starts }: LineDrawing): Flatbush | null {
  if (starts.length < 2) return null;
  const tree = new Flatbush(starts.length - 1);
  for (let path = 0; path + 1 < starts.length; path += 1) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 2 * starts[path]!; at < 2 * starts[path + 1]!; at += 2) {
      const [x, y] = [points[at]!, points[at + 1]!];
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    tree.add(minX, minY, maxX, maxY);
  }
  tree.finish();
  return tree;
}

/** The picture of a view. */
export function paintLines(drawing: LineDrawing, boxes: Flatbush | null, request: PaintRequest): ImageBitmap {
  const { matrix, widthPx, heightPx, ink, ownColorsOn } = request;
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no picture can be made here');
  const { palette } = drawing;
  const inks = ownColorsOn === null ? palette.map(() => ink) : paletteOn(palette, ink, ownColorsOn);
  context.lineWidth = Math.max(1, widthPx / 1600);
  context.lineJoin = 'round';
  const off = new Set(drawing.layers.flatMap(({ name }, layer) => (request.offLayers.includes(name) ? [layer] : [])));
  if (boxes !== null) {
    const groups = pathsByInk(pathsInView(boxes, request), drawing, inks, off);
    for (const [color, paths] of groups) {
      context.strokeStyle = color;
      strokePaths(context, drawing, paths, request);
    }
  }
  const scale = Math.hypot(matrix[0], matrix[1]);
  const turn = Math.atan2(matrix[1], matrix[0]);
  for (const { text, x, y, height, rotationDeg, layer, color } of drawing.texts) {
    const sizePx = height * scale;
    if (off.has(layer) || sizePx < LEAST_TEXT_PX || sizePx > heightPx) continue;
    const [px, py] = [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
    if (px < -widthPx || py < -heightPx || px > 2 * widthPx || py > 2 * heightPx) continue;
    context.save();
    context.fillStyle = inks[color]!;
    context.translate(px, py);
    context.rotate(turn + (rotationDeg * Math.PI) / 180);
    // Heights of drawings are those of capitals.
    context.font = `${sizePx * 1.4}px sans-serif`;
    context.fillText(text, 0, 0);
    context.restore();
  }
  return canvas.transferToImageBitmap();
}

function pathsInView(boxes: Flatbush, { matrix: [a, b, c, d, e, f], widthPx, heightPx }: PaintRequest): number[] {
  const determinant = a * d - b * c;
  const unitsAt = (x: number, y: number): readonly [number, number] => [
    (d * (x - e) - c * (y - f)) / determinant,
    (a * (y - f) - b * (x - e)) / determinant,
  ];
  const corners = [unitsAt(0, 0), unitsAt(widthPx, 0), unitsAt(widthPx, heightPx), unitsAt(0, heightPx)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return boxes.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

/** Paths that are shown by what they are drawn in, which changes as seldom as can be; in the order of the palette, wherever the view is. */
export function pathsByInk(
  found: readonly number[],
  { pathLayers, pathColors }: Pick<LineDrawing, 'pathLayers' | 'pathColors'>,
  inks: readonly string[],
  off: ReadonlySet<number>,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map(inks.map((ink): [string, number[]] => [ink, []]));
  const byColor = inks.map((ink) => groups.get(ink)!);
  for (const path of found) if (!off.has(pathLayers[path]!)) byColor[pathColors[path]!]!.push(path);
  return groups;
}

function strokePaths(
  context: OffscreenCanvasRenderingContext2D,
  { points, starts, closed }: LineDrawing,
  paths: readonly number[],
  { matrix: [a, b, c, d, e, f] }: PaintRequest,
): void {
  let pending = 0;
  context.beginPath();
  for (const path of paths) {
    const [first, end] = [starts[path]!, starts[path + 1]!];
    let [lastX, lastY] = [Infinity, Infinity];
    for (let point = first; point < end; point += 1) {
      const [ux, uy] = [points[2 * point]!, points[2 * point + 1]!];
      const [x, y] = [a * ux + c * uy + e, b * ux + d * uy + f];
      if (point === first) context.moveTo(x, y);
      else if (point + 1 < end && Math.abs(x - lastX) < LEAST_PX && Math.abs(y - lastY) < LEAST_PX) continue;
      else context.lineTo(x, y);
      [lastX, lastY] = [x, y];
    }
    if (closed[path] === 1) context.closePath();
    pending += end - first;
    if (pending > BATCH_POINTS) {
      context.stroke();
      context.beginPath();
      pending = 0;
    }
  }
  context.stroke();
}
