/** Dimensions that somebody drew. One that breaks its rule says so beside its figure, in black and white too: `1 199 < 1 200`. */
import { breachOf, placeDimensions, type PlacedDimension } from '../../plan/dimensionPlaces.ts';
import type { Units } from '../../quantities.ts';
import type { PaperPoint } from '../drawing.ts';
import { sizeFigure } from '../figures.ts';
import { textWidthMm } from '../textMetrics.ts';
import type { Pen, Rectangle } from '../pen.ts';
import { toPaper, type PlanDrawing } from './planView.ts';

const TEXT_MM = 2.1;
const TICK_MM = 0.9;
/** Extension lines begin beside what they measure, and pass the line. */
const GAP_MM = 0.8;
const PASS_MM = 1.2;
/** Where along the line the figure may stand, the best first. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8] as const;

export function drawDimensions({ derived: { plan }, hall, view, pen, texts }: PlanDrawing): void {
  for (const placed of placeDimensions(plan, hall.id)) {
    const [a, b, from, to] = [placed.a, placed.b, placed.from, placed.to].map((point) => toPaper(view, point)) as [
      PaperPoint,
      PaperPoint,
      PaperPoint,
      PaperPoint,
    ];
    const { id } = placed.dimension;
    const lengthMm = Math.hypot(to.x - from.x, to.y - from.y);
    const [ux, uy] = lengthMm === 0 ? [1, 0] : [(to.x - from.x) / lengthMm, (to.y - from.y) / lengthMm];
    pen.segment(from.x, from.y, to.x, to.y, 'dimension', id);
    for (const { x, y } of [from, to])
      pen.segment(x - (ux - uy) * TICK_MM, y - (uy + ux) * TICK_MM, x + (ux - uy) * TICK_MM, y + (uy + ux) * TICK_MM, 'symbol', id);
    drawExtension(pen, a, from, id);
    drawExtension(pen, b, to, id);
    const text = figureText(placed, plan.settings.units);
    const widthMm = textWidthMm(text, TEXT_MM);
    const isSteep = Math.abs(uy) > Math.abs(ux);
    const boxes = PLACES.flatMap((share) => {
      const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
      return [1, -1].map((side): Rectangle => {
        const left = isSteep ? x + (side === 1 ? 1.2 : -1.2 - widthMm) : x - widthMm / 2;
        const top = isSteep ? y - TEXT_MM / 2 : y - (side === 1 ? TEXT_MM + 0.9 : -0.9);
        return { x: left, y: top, widthMm, heightMm: TEXT_MM };
      });
    });
    // A figure that finds no free place stands at the first one, on a ground of its own: a dimension without one says nothing.
    const box = boxes.find((place) => texts.isFree(place)) ?? boxes[0]!;
    pen.rectangle(box, 'knockout', id);
    texts.add(box);
    pen.text(text, box.x, box.y + TEXT_MM * 0.86, TEXT_MM, 'dimensionText', { owner: id });
  }
}

function drawExtension(pen: Pen, measured: PaperPoint, onLine: PaperPoint, owner: string): void {
  const lengthMm = Math.hypot(onLine.x - measured.x, onLine.y - measured.y);
  if (lengthMm <= GAP_MM) return;
  const [ux, uy] = [(onLine.x - measured.x) / lengthMm, (onLine.y - measured.y) / lengthMm];
  pen.segment(measured.x + ux * GAP_MM, measured.y + uy * GAP_MM, onLine.x + ux * PASS_MM, onLine.y + uy * PASS_MM, 'dimension', owner);
}

function figureText({ dimension, lengthMm }: PlacedDimension, units: Units): string {
  const breach = breachOf(dimension, lengthMm);
  const figure = sizeFigure(lengthMm, units);
  if (breach === null) return figure;
  return breach === 'short'
    ? `${figure} < ${sizeFigure(dimension.leastMm ?? 0, units)}`
    : `${figure} > ${sizeFigure(dimension.mostMm ?? 0, units)}`;
}
