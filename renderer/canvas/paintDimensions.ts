/** Dimensions that somebody drew: extension lines, ticks and a figure; under a rule that is broken, red, with the rule beside the figure. */
import { sizeValueText, type Units } from '../../shared/quantities.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import { boxAround, boxesMeet } from '../../shared/geometry/shapes.ts';
import { breachOf, placeDimensions, type PlacedDimension } from '../../shared/plan/dimensionPlaces.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { lineWeights } from '../theme/tokens.ts';
import type { Labels } from './labels.ts';
import { fontOf, type Pen } from './pen.ts';

const FIGURE_PX = 11;
/** Extension lines begin beside what they measure, and pass the line. */
const GAP_PX = 3;
const PASS_PX = 4;
const TICK_PX = 4;
/** Where along the line the figure may stand, the best first. */
const FIGURE_PLACES = [0.5, 0.35, 0.65, 0.2, 0.8];

/** What the line says: its length, and what it should be where it is not: `1 199 < 1 200`. */
export function figureOf({ dimension, lengthMm }: PlacedDimension, units: Units): string {
  const figure = sizeValueText(lengthMm, units);
  const breach = breachOf(dimension, lengthMm);
  if (breach === 'short') return `${figure} < ${sizeValueText(dimension.leastMm ?? 0, units)}`;
  if (breach === 'long') return `${figure} > ${sizeValueText(dimension.mostMm ?? 0, units)}`;
  return figure;
}

export function paintDimensions(pen: Pen, dimensions: readonly PlacedDimension[], units: Units, labels: Labels): void {
  for (const placed of dimensions) {
    const { a, b, from, to, dimension, lengthMm } = placed;
    if (!boxesMeet(pen.view, boxAround([a, b, from, to]))) continue;
    const isBroken = breachOf(dimension, lengthMm) !== null;
    const color = isBroken ? pen.colors.error : pen.colors.dimension;
    pen.context.beginPath();
    traceDimension(pen, placed);
    pen.context.strokeStyle = color;
    pen.context.lineWidth = isBroken ? 1.5 : lineWeights.dimension;
    pen.context.stroke();
    writeFigure(pen, from, to, figureOf(placed, units), color, labels);
  }
}

/** Adds the lines of a dimension to the current path. */
export function traceDimension(pen: Pen, { a, b, from, to }: PlacedDimension): void {
  const { context } = pen;
  const [x1, y1, x2, y2] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = length === 0 ? [1, 0] : [(x2 - x1) / length, (y2 - y1) / length];
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const) {
    // Oblique, as architects draw them.
    context.moveTo(x - (ux - uy) * TICK_PX, y - (uy + ux) * TICK_PX);
    context.lineTo(x + (ux - uy) * TICK_PX, y + (uy + ux) * TICK_PX);
  }
  traceExtension(pen, a, from);
  traceExtension(pen, b, to);
}

function traceExtension(pen: Pen, measured: Point, onLine: Point): void {
  const [x1, y1, x2, y2] = [pen.x(measured.xMm), pen.y(measured.yMm), pen.x(onLine.xMm), pen.y(onLine.yMm)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length <= GAP_PX) return;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  pen.context.moveTo(x1 + ux * GAP_PX, y1 + uy * GAP_PX);
  pen.context.lineTo(x2 + ux * PASS_PX, y2 + uy * PASS_PX);
}

function writeFigure(pen: Pen, from: Point, to: Point, text: string, color: string, labels: Labels): void {
  const [x1, y1, x2, y2] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  const isSteep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
  for (const share of FIGURE_PLACES) {
    for (const side of [1, -1] as const) {
      const placed = labels.place(
        text,
        x1 + (x2 - x1) * share + (isSteep ? 8 * side : 0),
        y1 + (y2 - y1) * share - (isSteep ? 0 : FIGURE_PX * side),
        {
          font: fontOf(FIGURE_PX),
          sizePx: FIGURE_PX,
          color,
          ground: pen.colors.labelGround,
          border: null,
          align: isSteep ? (side === 1 ? 'left' : 'right') : 'center',
          upright: false,
        },
      );
      if (placed !== null) return;
    }
  }
}

/** Dimensions of a hall that a gesture draws or changes. */
export function changedDimensions(plan: Plan | null, before: Plan, hall: string): PlacedDimension[] {
  if (plan === null || plan === before || plan.dimensions.size === 0) return [];
  const was = new Map(placeDimensions(before, hall).map((placed) => [placed.dimension.id, placed]));
  return placeDimensions(plan, hall).filter((placed) => {
    const known = was.get(placed.dimension.id);
    return known === undefined || known.dimension !== placed.dimension || !isSame(known.a, placed.a) || !isSame(known.b, placed.b);
  });
}

function isSame(one: Point, other: Point): boolean {
  return one.xMm === other.xMm && one.yMm === other.yMm;
}
