/** Chains of dimensions with oblique ticks, figures in the plan's units. */
import type { Pen } from './pen.ts';
import type { Units } from '../quantities.ts';
import { sizeFigure } from './figures.ts';
import { textWidthMm } from './textMetrics.ts';

const TEXT_MM = 2.1;
const TICK_MM = 0.9;

/** A vertical chain at x: stations on paper, from top to bottom, and the true lengths between them. */
export function drawVerticalChain(pen: Pen, x: number, stations: readonly number[], lengthsMm: readonly number[], units: Units): void {
  const [first, last] = [stations[0], stations.at(-1)];
  if (first === undefined || last === undefined || stations.length < 2) return;
  pen.segment(x, first, x, last, 'dimension');
  for (const y of stations) {
    pen.segment(x - 1.8, y, x + 1.2, y, 'dimension');
    pen.segment(x - TICK_MM, y + TICK_MM, x + TICK_MM, y - TICK_MM, 'symbol');
  }
  lengthsMm.forEach((lengthMm, i) => {
    const [from, to] = [stations[i]!, stations[i + 1]!];
    if (to - from < TEXT_MM) return;
    pen.text(sizeFigure(lengthMm, units), x + 1.6, (from + to) / 2 + TEXT_MM * 0.36, TEXT_MM, 'dimensionText');
  });
}

/** A horizontal chain at y; a figure that does not fit between its ticks stands upright. */
export function drawHorizontalChain(pen: Pen, y: number, stations: readonly number[], lengthsMm: readonly number[], units: Units): void {
  const [first, last] = [stations[0], stations.at(-1)];
  if (first === undefined || last === undefined || stations.length < 2) return;
  pen.segment(first, y, last, y, 'dimension');
  for (const x of stations) {
    pen.segment(x, y - 1.8, x, y + 1.2, 'dimension');
    pen.segment(x - TICK_MM, y + TICK_MM, x + TICK_MM, y - TICK_MM, 'symbol');
  }
  lengthsMm.forEach((lengthMm, i) => {
    const [from, to] = [stations[i]!, stations[i + 1]!];
    const text = sizeFigure(lengthMm, units);
    const middle = (from + to) / 2;
    if (to - from >= textWidthMm(text, TEXT_MM) + 2) pen.text(text, middle, y - 0.9, TEXT_MM, 'dimensionText', { anchor: 'middle' });
    else if (to - from >= TEXT_MM)
      pen.text(text, middle + TEXT_MM * 0.36, y + 1.4, TEXT_MM, 'dimensionText', { anchor: 'end', rotateDeg: -90 });
  });
}

/** Stations in true mm, sorted, each once, and the lengths between them. */
export function chainOf(stationsMm: readonly number[]): { readonly stationsMm: readonly number[]; readonly lengthsMm: readonly number[] } {
  const sorted = [...new Set(stationsMm.map(Math.round))].sort((a, b) => a - b);
  return { stationsMm: sorted, lengthsMm: sorted.slice(1).map((station, i) => station - sorted[i]!) };
}
