/** Rulers along the top and the left in metres (or feet and inches) with the names of tiles, the pointer's place on them, and a scale bar. */
import type { Hall } from '../../shared/plan/types.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { canvasTextMinPx } from '../theme/tokens.ts';
import { must } from '../../shared/assert.ts';
import { feetAndInches, numberText, type Units } from '../../shared/quantities.ts';
import { MM_PER_FOOT, MM_PER_INCH } from '../../shared/unitFactors.ts';
import { textWidth } from './labels.ts';
import { fontOf, type Pen } from './pen.ts';
import { tileColumnName, tileRowName } from '../../shared/geometry/tileNames.ts';

/** Height of the upper and width of the left ruler. */
export const RULER_PX = { top: 26, left: 46 } as const;

/** Distances between marks, and the parts that fine marks divide them into. */
interface RulerStep {
  readonly mm: number;
  readonly parts: number;
}

const METRIC_STEPS: readonly RulerStep[] = [
  10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
].map((mm) => ({ mm, parts: 5 }));
/** A builder halves an inch, and counts three and six inches to a foot. */
const IMPERIAL_STEPS: readonly RulerStep[] = [
  ...[
    [0.5, 4],
    [1, 4],
    [3, 3],
    [6, 6],
  ].map(([inches = 0, parts = 1]) => ({ mm: inches * MM_PER_INCH, parts })),
  ...[
    [1, 4],
    [2, 4],
    [5, 5],
    [10, 5],
    [20, 4],
    [50, 5],
    [100, 5],
    [200, 4],
    [500, 5],
    [1000, 5],
    [2000, 4],
  ].map(([feet = 0, parts = 1]) => ({ mm: feet * MM_PER_FOOT, parts })),
];
/** A letter's half width with the room that a mark beside it wants. */
const TILE_LETTER_PX = 8;
/** Where the numbers of tiles end on the left ruler, with some room. */
const TILE_NUMBER_END_PX = 20;
/** Room that a mark's text wants. */
const LEAST_MARK_PX = 64;

export function paintRulers(pen: Pen, hall: Hall | null, pointer: Point | null, units: Units): void {
  const { context, colors, size } = pen;
  const { top, left } = RULER_PX;
  context.fillStyle = colors.rulerGround;
  context.fillRect(0, 0, size.widthPx, top);
  context.fillRect(0, 0, left, size.heightPx);
  context.strokeStyle = colors.gridTile;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, top - 0.5);
  context.lineTo(size.widthPx, top - 0.5);
  context.moveTo(left - 0.5, top);
  context.lineTo(left - 0.5, size.heightPx);
  context.stroke();
  const step = rulerStep(pen.camera.pxPerMm, units);
  const across = paintMarks(pen, 'x', step, units);
  const down = paintMarks(pen, 'y', step, units);
  if (hall !== null) paintTileNames(pen, hall, across, down);
  context.fillStyle = colors.rulerGround;
  context.fillRect(0, 0, left - 1, top - 1);
  if (pointer !== null) paintPointer(pen, pointer);
}

/** The smallest step whose marks do not crowd. */
export function rulerStep(pxPerMm: number, units: Units): RulerStep {
  const steps = units === 'metric' ? METRIC_STEPS : IMPERIAL_STEPS;
  return steps.find(({ mm }) => mm * pxPerMm >= LEAST_MARK_PX) ?? must(steps.at(-1), 'the longest step');
}

/** `2.5 m`; `8' 6"`, and whole feet without their inches. */
function markText(mm: number, stepMm: number, units: Units): string {
  if (units === 'imperial') return stepMm >= MM_PER_FOOT ? `${numberText(mm / MM_PER_FOOT)}'` : feetAndInches(mm);
  return `${numberText(mm / 1000, stepMm >= 1000 ? 0 : stepMm >= 100 ? 1 : 2)} m`;
}

/** A mark with its text, as far as other texts must step aside from it. */
interface MainMark {
  readonly atPx: number;
  readonly textStartPx: number;
}

/** Paints the marks of one ruler and gives those with a text. */
function paintMarks(pen: Pen, axis: 'x' | 'y', { mm: stepMm, parts }: RulerStep, units: Units): MainMark[] {
  const { context, colors, size, view } = pen;
  const main: MainMark[] = [];
  const [low, high] = axis === 'x' ? [view.minXMm, view.maxXMm] : [view.minYMm, view.maxYMm];
  const fineMm = stepMm / parts;
  context.strokeStyle = colors.ruler;
  context.fillStyle = colors.ruler;
  context.lineWidth = 1;
  context.font = fontOf(canvasTextMinPx);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.beginPath();
  for (let mark = Math.ceil(low / fineMm); mark * fineMm <= high; mark += 1) {
    const at = Math.round(axis === 'x' ? pen.x(mark * fineMm) : pen.y(mark * fineMm)) + 0.5;
    const isMain = mark % parts === 0;
    const reach = isMain ? 7 : 3;
    if (axis === 'x') {
      if (at < RULER_PX.left) continue;
      context.moveTo(at, RULER_PX.top - reach);
      context.lineTo(at, RULER_PX.top - 1);
    } else {
      if (at < RULER_PX.top) continue;
      context.moveTo(RULER_PX.left - reach, at);
      context.lineTo(RULER_PX.left - 1, at);
    }
    if (!isMain) continue;
    const text = markText(mark * fineMm, stepMm, units);
    if (axis === 'x') {
      if (at + 3 < size.widthPx) context.fillText(text, at + 3, 11);
      main.push({ atPx: at, textStartPx: at + 3 });
    } else {
      const start = RULER_PX.left - 5 - textWidth(context, text, context.font);
      context.fillText(text, start, at - 3);
      main.push({ atPx: at, textStartPx: start });
    }
  }
  context.globalAlpha = 0.6;
  context.stroke();
  context.globalAlpha = 1;
  return main;
}

/** Letters of tile columns under the metres, where tiles are wide enough to be told apart; they step aside from marks and their texts. */
function paintTileNames(pen: Pen, { tile, outline }: Hall, across: readonly MainMark[], down: readonly MainMark[]): void {
  const { context, colors, size } = pen;
  if (tile.sizeMm <= 0 || pen.px(tile.sizeMm) < 26) return;
  context.font = fontOf(canvasTextMinPx);
  context.fillStyle = colors.labelSoft;
  context.textAlign = 'center';
  const lastX = Math.max(...outline.map(([xMm]) => xMm));
  const lastY = Math.max(...outline.map(([, yMm]) => yMm));
  const first = (low: number, origin: number): number => Math.max(0, Math.floor((low - origin) / tile.sizeMm));
  for (
    let column = first(pen.view.minXMm, tile.originXMm);
    tile.originXMm + column * tile.sizeMm < Math.min(lastX, pen.view.maxXMm);
    column += 1
  ) {
    const x = pen.x(tile.originXMm + (column + 0.5) * tile.sizeMm);
    const isFree = across.every(({ atPx }) => Math.abs(atPx - x) > TILE_LETTER_PX);
    if (isFree && x > RULER_PX.left + 8 && x < size.widthPx) context.fillText(tileColumnName(tile, column), x, RULER_PX.top - 4);
  }
  context.textAlign = 'left';
  for (let row = first(pen.view.minYMm, tile.originYMm); tile.originYMm + row * tile.sizeMm < Math.min(lastY, pen.view.maxYMm); row += 1) {
    const y = pen.y(tile.originYMm + (row + 0.5) * tile.sizeMm);
    // A mark's text stands above its mark.
    const isFree = down.every(({ atPx, textStartPx }) => textStartPx > TILE_NUMBER_END_PX || Math.abs(atPx - 7 - y) > canvasTextMinPx);
    if (isFree && y > RULER_PX.top + 8 && y < size.heightPx) context.fillText(tileRowName(tile, row), 3, y + 3.5);
  }
}

function paintPointer({ context, colors, ...pen }: Pen, { xMm, yMm }: Point): void {
  const [x, y] = [pen.x(xMm), pen.y(yMm)];
  context.fillStyle = colors.selection;
  context.beginPath();
  if (x > RULER_PX.left) {
    context.moveTo(x - 4, RULER_PX.top - 6);
    context.lineTo(x + 4, RULER_PX.top - 6);
    context.lineTo(x, RULER_PX.top - 1);
  }
  if (y > RULER_PX.top) {
    context.moveTo(RULER_PX.left - 6, y - 4);
    context.lineTo(RULER_PX.left - 6, y + 4);
    context.lineTo(RULER_PX.left - 1, y);
  }
  context.fill();
}

/** What the scale bar covers above the lower edge, with a little floor around it. */
export const SCALE_BAR_PX = 48;

/** A bar of a round length, lower right. */
export function paintScaleBar(pen: Pen, units: Units): void {
  const { context, colors, size } = pen;
  const { mm: stepMm } = rulerStep(pen.camera.pxPerMm, units);
  const lengthPx = pen.px(stepMm);
  const right = size.widthPx - 18;
  const y = Math.round(size.heightPx - 18) + 0.5;
  const text = markText(stepMm, stepMm, units);
  const font = fontOf(11);
  // On a ground of its own: cables and names may lie under it.
  const wide = Math.max(lengthPx, textWidth(context, text, font));
  context.beginPath();
  context.roundRect(right - (lengthPx + wide) / 2 - 5, y - 21, wide + 10, 28, 3);
  context.fillStyle = colors.labelGround;
  context.fill();
  context.strokeStyle = colors.dimension;
  context.lineWidth = 1.25;
  context.beginPath();
  context.moveTo(right - lengthPx, y - 4);
  context.lineTo(right - lengthPx, y + 4);
  context.moveTo(right - lengthPx, y);
  context.lineTo(right, y);
  context.moveTo(right, y - 4);
  context.lineTo(right, y + 4);
  context.stroke();
  context.font = font;
  context.fillStyle = colors.label;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(text, right - lengthPx / 2, y - 8);
}
