/** What proves the scale on paper: a bar of exactly 100 mm, a scale bar in metres, the arrow to north. */
import type { Pen } from './pen.ts';
import { textWidthMm } from './textMetrics.ts';

export const CHECK_BAR_MM = 100;
/** Owner of the check bar's mark, so that tests and viewers find it. */
export const CHECK_BAR = 'check-bar';

const TEXT_MM = 2.1;

/** A line of 100 mm with ticks; y is the line. */
export function drawCheckBar(pen: Pen, x: number, y: number): void {
  pen.segment(x, y, x + CHECK_BAR_MM, y, 'symbol', CHECK_BAR);
  for (let tick = 0; tick <= 10; tick += 1) pen.segment(x + tick * 10, y, x + tick * 10, y - (tick % 5 === 0 ? 2 : 1.2), 'symbol');
  pen.text('100 mm on paper: printed to scale if it measures so', x, y + 3.2, TEXT_MM, 'symbolText', { maxWidthMm: CHECK_BAR_MM });
}

/** Lengths that read well on a scale bar, in mm. */
const BAR_LENGTHS_MM = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];

/** Alternating blocks of true metres, no longer than `maxWidthMm` on paper; y is the bottom of the blocks. */
export function drawScaleBar(pen: Pen, x: number, y: number, scale: number, maxWidthMm: number): void {
  const lengthMm = BAR_LENGTHS_MM.findLast((length) => length / scale <= maxWidthMm) ?? 500;
  const parts = String(lengthMm).startsWith('2') ? 4 : 5;
  const partMm = lengthMm / scale / parts;
  for (let part = 0; part < parts; part += 1) {
    const block = { x: x + part * partMm, y: y - 1.6, widthMm: partMm, heightMm: 1.6 };
    pen.rectangle(block, 'symbol');
    if (part % 2 === 0) pen.rectangle(block, 'symbolFill');
  }
  pen.text('0', x, y - 2.6, TEXT_MM, 'symbolText');
  const end = `${lengthMm / 1000} m`;
  pen.text(end, x + parts * partMm, y - 2.6, TEXT_MM, 'symbolText', { anchor: 'end' });
  const middle = `1:${scale}`;
  if (parts * partMm > textWidthMm(middle, TEXT_MM, 'semibold') + textWidthMm(end, TEXT_MM) + 8) {
    pen.text(middle, x + (parts * partMm) / 2, y - 2.6, TEXT_MM, 'symbolText', { anchor: 'middle', weight: 'semibold' });
  }
}

/** North is where the plan's y becomes smaller: up on every floor plan. */
export function drawNorthArrow(pen: Pen, x: number, y: number, radiusMm: number): void {
  pen.arc({ x, y }, radiusMm, 0, 360, 'symbol');
  pen.polygon(
    [
      { x, y: y - radiusMm },
      { x: x + radiusMm * 0.42, y: y + radiusMm * 0.7 },
      { x, y: y + radiusMm * 0.38 },
    ],
    'symbolFill',
  );
  pen.polygon(
    [
      { x, y: y - radiusMm },
      { x: x - radiusMm * 0.42, y: y + radiusMm * 0.7 },
      { x, y: y + radiusMm * 0.38 },
    ],
    'symbol',
  );
  pen.text('N', x, y - radiusMm - 0.9, 2.4, 'symbolText', { anchor: 'middle', weight: 'semibold' });
}
