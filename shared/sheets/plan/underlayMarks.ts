/** Drawings under the plan on paper: lines as lines, pictures as pictures, nothing outside the room that the drawing has. */
import type { LineDrawing } from '../../drawings/lineDrawing.ts';
import type { PageImage } from '../../drawings/pdf/pagePaper.ts';
import { toFloor, type DrawingPoint } from '../../drawings/underlayPlace.ts';
import type { Underlay } from '../../plan/underlays.ts';
import { clipMarks } from '../clip.ts';
import type { Mark, PaperBox, PaperPoint } from '../drawing.ts';
import type { SheetUnderlay } from '../sheetUnderlays.ts';
import { oneLine } from '../pen.ts';
import type { DrawnStyle } from '../styles.ts';
import { textWidthMm } from '../textMetrics.ts';
import { type PlanDrawing, toPaper } from './planView.ts';

/** Points nearer than this are one on any paper, and in the hall within half a millimetre at 1:100. */
const LEAST_STEP_MM = 0.005;
/** Lower texts are dust. */
const LEAST_TEXT_MM = 0.2;
/** Drawings give the height of capitals, sheets that of the em. */
const CAPITALS = 0.7275;

type Place = (at: DrawingPoint) => PaperPoint;

/** Those of the hall, from the bottom up. */
export function drawUnderlays({ hall, view, pen }: PlanDrawing, underlays: readonly SheetUnderlay[], room: PaperBox): void {
  for (const { underlay, picture, layers, inks } of underlays) {
    if (underlay.hall !== hall.id) continue;
    const place: Place = (at) => toPaper(view, toFloor(underlay, at));
    const styleOf = (layer: number, color: number | null): DrawnStyle =>
      pen.styles.drawn(layers[layer]!, color === null ? null : inks[color]!);
    const drawLines = (lines: LineDrawing): void => {
      const off = new Set(lines.layers.flatMap(({ name }, layer) => (underlay.offLayers.includes(name) ? [layer] : [])));
      for (const mark of lineMarks(lines, underlay, place, room, off, (layer, color) => styleOf(layer, color).line)) pen.marks.push(mark);
      for (const mark of textMarks(lines, underlay, place, view.scale, off, (layer, color) => styleOf(layer, color).text))
        if (liesIn(mark, room)) pen.marks.push(mark);
    };
    switch (picture.kind) {
      case 'image': {
        const at = place({ x: 0, y: 0 });
        const [right, down] = [place({ x: underlay.widthUnits, y: 0 }), place({ x: 0, y: underlay.heightUnits })];
        pen.image(underlay.file, picture.image, {
          at,
          right: { x: right.x - at.x, y: right.y - at.y },
          down: { x: down.x - at.x, y: down.y - at.y },
          opacityPct: underlay.opacityPct,
          clip: room,
          style: styleOf(0, null).line,
          owner: underlay.id,
        });
        break;
      }
      case 'page':
        picture.page.images.forEach((image, number) => {
          const clip = seenBox(image, place, room);
          if (clip === null) return;
          const at = place(image.at);
          const [right, down] = [place(added(image.at, image.right)), place(added(image.at, image.down))];
          pen.image(`${underlay.file}-${underlay.page}-${number}`, image.image, {
            at,
            right: { x: right.x - at.x, y: right.y - at.y },
            down: { x: down.x - at.x, y: down.y - at.y },
            opacityPct: underlay.opacityPct,
            clip,
            style: styleOf(image.layer, null).line,
            owner: underlay.id,
          });
        });
        drawLines(picture.page.lines);
        break;
      case 'lines':
        drawLines(picture.lines);
        break;
    }
  }
}

/** What of a page's picture is seen in the room, as an upright box around it; null: nothing. */
function seenBox({ seen: { minX, minY, maxX, maxY } }: PageImage, place: Place, room: PaperBox): PaperBox | null {
  const corners = [place({ x: minX, y: minY }), place({ x: maxX, y: minY }), place({ x: maxX, y: maxY }), place({ x: minX, y: maxY })];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.max(room.x, Math.min(...xs)), Math.max(room.y, Math.min(...ys))];
  const [right, bottom] = [Math.min(room.x + room.widthMm, Math.max(...xs)), Math.min(room.y + room.heightMm, Math.max(...ys))];
  return right > x && bottom > y ? { x, y, widthMm: right - x, heightMm: bottom - y } : null;
}

function added(at: DrawingPoint, way: DrawingPoint): DrawingPoint {
  return { x: at.x + way.x, y: at.y + way.y };
}

function* lineMarks(
  { points, starts, pathLayers, pathColors, closed }: LineDrawing,
  { id: owner }: Underlay,
  place: Place,
  room: PaperBox,
  off: ReadonlySet<number>,
  styleOf: (layer: number, color: number) => number,
): Generator<Mark> {
  for (let path = 0; path + 1 < starts.length; path += 1) {
    const layer = pathLayers[path]!;
    if (off.has(layer)) continue;
    const placed: PaperPoint[] = [];
    const [first, end] = [starts[path]!, starts[path + 1]!];
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let point = first; point < end; point += 1) {
      const at = place({ x: points[2 * point]!, y: points[2 * point + 1]! });
      const last = placed.at(-1);
      const isNear = last !== undefined && Math.abs(at.x - last.x) < LEAST_STEP_MM && Math.abs(at.y - last.y) < LEAST_STEP_MM;
      if (isNear && point + 1 < end) continue;
      placed.push(at);
      [minX, minY, maxX, maxY] = [Math.min(minX, at.x), Math.min(minY, at.y), Math.max(maxX, at.x), Math.max(maxY, at.y)];
    }
    if (minX > room.x + room.widthMm || minY > room.y + room.heightMm || maxX < room.x || maxY < room.y) continue;
    if (maxX - minX < LEAST_STEP_MM && maxY - minY < LEAST_STEP_MM) continue;
    const isClosed = closed[path] === 1;
    const isInside = minX >= room.x && minY >= room.y && maxX <= room.x + room.widthMm && maxY <= room.y + room.heightMm;
    const mark = { mark: 'line', style: styleOf(layer, pathColors[path]!), owner } as const;
    if (isInside) yield { ...mark, points: placed, closed: isClosed };
    // A ring that is cut must not gain an edge along the cut.
    else yield* clipMarks([{ ...mark, points: isClosed ? [...placed, placed[0]!] : placed, closed: false }], room);
  }
}

type TextMark = Extract<Mark, { mark: 'text' }>;

function* textMarks(
  { texts }: LineDrawing,
  { id: owner, mmPerUnit, rotationDeg }: Underlay,
  place: Place,
  scale: number,
  off: ReadonlySet<number>,
  styleOf: (layer: number, color: number) => number,
): Generator<TextMark> {
  for (const { text, x, y, height, width, rotationDeg: own, layer, color } of texts) {
    const ownMm = (height * mmPerUnit) / scale / CAPITALS;
    const line = oneLine(text);
    // A wider font than the drawing's must not run into what stands beside the text.
    const sizeMm = width === undefined ? ownMm : ownMm * Math.min(1, (width * mmPerUnit) / scale / textWidthMm(line, ownMm));
    if (off.has(layer) || !(sizeMm >= LEAST_TEXT_MM)) continue;
    const rotateDeg = own + rotationDeg;
    yield {
      mark: 'text',
      at: place({ x, y }),
      text: line,
      sizeMm,
      anchor: 'start',
      weight: 'regular',
      rotateDeg,
      style: styleOf(layer, color),
      owner,
    };
  }
}

/** Whether all of a text lies in the room: one that is cut says something else. */
function liesIn({ at, text, sizeMm, rotateDeg }: TextMark, { x, y, widthMm, heightMm }: PaperBox): boolean {
  const turn = (rotateDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = textWidthMm(text, sizeMm);
  return [
    [0, 0],
    [along, 0],
    [along, -sizeMm],
    [0, -sizeMm],
  ].every(([right, down]) => {
    const [px, py] = [at.x + right! * cos - down! * sin, at.y + right! * sin + down! * cos];
    return px >= x && py >= y && px <= x + widthMm && py <= y + heightMm;
  });
}
