/** What proves the scale on paper: a bar of exactly 100 mm, a scale bar in metres, the arrow to north. */
import type { Pen } from './pen.ts';
import { feetAndInches, type Units } from '../quantities.ts';
import { MM_PER_FOOT } from '../unitFactors.ts';
import { scaleText } from './scales.ts';
import { textWidthMm } from './textMetrics.ts';

export const CHECK_BAR_MM = 100;
/** Owner of the check bar's mark, so that tests and viewers find it. */
export const CHECK_BAR = 'check-bar';

const TEXT_MM = 2.1;

/** A line of 100 mm with ticks; y is the line. */
export function drawCheckBar(pen: Pen, x: number, y: number, units: Units): void {
  pen.segment(x, y, x + CHECK_BAR_MM, y, 'symbol', CHECK_BAR);
  for (let tick = 0; tick <= 10; tick += 1) pen.segment(x + tick * 10, y, x + tick * 10, y - (tick % 5 === 0 ? 2 : 1.2), 'symbol');
  const size = units === 'metric' ? '100 mm' : `100 mm (${feetAndInches(CHECK_BAR_MM)})`;
  pen.text(`${size} on paper: printed to scale if it measures so`, x, y + 3.2, TEXT_MM, 'symbolText', { maxWidthMm: CHECK_BAR_MM });
}

interface BarUnit {
  readonly name: string;
  readonly mm: number;
  /** How many read well on a scale bar. */
  readonly lengths: readonly number[];
}

const BAR_UNITS: Readonly<Record<Units, BarUnit>> = {
  metric: { name: 'm', mm: 1000, lengths: [0.5, 1, 2, 5, 10, 20, 50, 100, 200] },
  imperial: { name: 'ft', mm: MM_PER_FOOT, lengths: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
};

/** Alternating blocks of true metres or feet, no longer than `maxWidthMm` on paper; y is the bottom of the blocks. */
export function drawScaleBar(pen: Pen, x: number, y: number, scale: number, maxWidthMm: number, units: Units): void {
  const { name, mm, lengths } = BAR_UNITS[units];
  const length = lengths.findLast((one) => (one * mm) / scale <= maxWidthMm) ?? lengths[0]!;
  const parts = String(length).startsWith('2') ? 4 : 5;
  const partMm = (length * mm) / scale / parts;
  for (let part = 0; part < parts; part += 1) {
    const block = { x: x + part * partMm, y: y - 1.6, widthMm: partMm, heightMm: 1.6 };
    pen.rectangle(block, 'symbol');
    if (part % 2 === 0) pen.rectangle(block, 'symbolFill');
  }
  pen.text('0', x, y - 2.6, TEXT_MM, 'symbolText');
  const end = `${length} ${name}`;
  pen.text(end, x + parts * partMm, y - 2.6, TEXT_MM, 'symbolText', { anchor: 'end' });
  const middle = scaleText(scale, units);
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
