/** What is being measured, by hand or as a gap beside what is moved: a line with its figure beside it, on a ground of its own and clear of the names that are written there. */
import type { Point } from '../../shared/geometry/shapes.ts';
import { lineWeights } from '../theme/tokens.ts';
import { createLabels, type LabelStyle, type Labels } from './labels.ts';
import { strokeDimension } from './paintMarks.ts';
import { fontOf, type Pen } from './pen.ts';

const FIGURE_PX = 11;
/** How far from the line the middle of a figure may stand, the nearest first; names of cabinets take the first ones along a row. */
const ASIDES_PX = [12, 24, 38, 54, 72, 92] as const;
/** Where along the line, the best first. */
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8] as const;
/** Nearer figures need no line that leads to them. */
const LED_FROM_PX = 24;

/** A place of a figure beside a line, in px. */
export interface FigurePlace {
  readonly x: number;
  readonly y: number;
  readonly align: LabelStyle['align'];
  /** Where on the line it belongs. */
  readonly foot: { readonly x: number; readonly y: number };
  readonly asidePx: number;
}

/** Places beside a line in px, the best first: near before far, the middle before the ends, then one side before the other. */
export function* figurePlaces(x1: number, y1: number, x2: number, y2: number): Generator<FigurePlace> {
  const isSteep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
  for (const asidePx of ASIDES_PX) {
    for (const share of SHARES) {
      for (const side of [1, -1] as const) {
        const foot = { x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share };
        yield isSteep
          ? { x: foot.x + asidePx * side, y: foot.y, align: side === 1 ? 'left' : 'right', foot, asidePx }
          : { x: foot.x, y: foot.y - asidePx * side, align: 'center', foot, asidePx };
      }
    }
  }
}

/** The figure stands where `labels` has room; where that is nowhere it lies on what is there, because it is what was asked for. */
export function paintMeasure(pen: Pen, from: Point, to: Point, text: string, color: string, labels: Labels): void {
  const [x1, y1, x2, y2] = [pen.x(from.xMm), pen.y(from.yMm), pen.x(to.xMm), pen.y(to.yMm)];
  if (Math.hypot(x2 - x1, y2 - y1) < 1) return;
  const { context, colors } = pen;
  strokeDimension(pen, from, to, color);
  const style = {
    font: fontOf(FIGURE_PX, 500),
    sizePx: FIGURE_PX,
    color,
    ground: colors.labelGround,
    border: color,
    upright: false,
  } as const;
  for (const { x, y, align, foot, asidePx } of figurePlaces(x1, y1, x2, y2)) {
    if (labels.place(text, x, y, { ...style, align }) === null) continue;
    if (asidePx < LED_FROM_PX) return;
    const halfPx = FIGURE_PX / 2 + 3;
    context.beginPath();
    context.moveTo(foot.x, foot.y);
    context.lineTo(x, align === 'center' ? y - Math.sign(y - foot.y) * halfPx : y);
    context.strokeStyle = color;
    context.lineWidth = lineWeights.dimension;
    context.stroke();
    return;
  }
  const [nearest] = figurePlaces(x1, y1, x2, y2);
  if (nearest !== undefined) createLabels(pen).place(text, nearest.x, nearest.y, { ...style, align: nearest.align });
}
