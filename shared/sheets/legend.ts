/** The legend: samples drawn with the very pens of the drawing, in columns. */
import type { Pen, Rectangle } from './pen.ts';
import { textWidthMm } from './textMetrics.ts';

const ROW_MM = 4.5;
const SAMPLE_MM = 11;
const GAP_MM = 2;
const COLUMN_GAP_MM = 5;
const TEXT_MM = 2.1;
const LEAST_TEXT_ROOM_MM = 12;

export interface LegendEntry {
  readonly text: string;
  /** Draws within the box: SAMPLE_MM wide, as high as a line of text. */
  readonly sample: (pen: Pen, box: Rectangle) => void;
}

/** Fills columns from top to bottom; each column is as wide as its longest text. How many find no room is said at the end. */
export function drawLegend(pen: Pen, place: Rectangle, entries: readonly LegendEntry[]): void {
  const rows = Math.max(1, Math.floor((place.heightMm - 4) / ROW_MM));
  let left = place.x + 3;
  for (let start = 0; start < entries.length; start += rows) {
    const column = entries.slice(start, start + rows);
    const textMm = Math.max(...column.map(({ text }) => textWidthMm(text, TEXT_MM)));
    const roomMm = place.x + place.widthMm - left - SAMPLE_MM - GAP_MM;
    if (roomMm < LEAST_TEXT_ROOM_MM) {
      pen.text(`and ${entries.length - start} more`, place.x + 3, place.y + place.heightMm - 1, TEXT_MM, 'symbolText');
      return;
    }
    column.forEach(({ text, sample }, row) => {
      const box = { x: left, y: place.y + 3 + row * ROW_MM, widthMm: SAMPLE_MM, heightMm: ROW_MM - 1.6 };
      sample(pen, box);
      pen.text(text, left + SAMPLE_MM + GAP_MM, box.y + box.heightMm / 2 + TEXT_MM * 0.36, TEXT_MM, 'symbolText', { maxWidthMm: roomMm });
    });
    left += SAMPLE_MM + GAP_MM + textMm + COLUMN_GAP_MM;
  }
}

/** A stroke across the middle of the box. */
export function strokeSample(style: Parameters<Pen['segment']>[4]): LegendEntry['sample'] {
  return (pen, { x, y, widthMm, heightMm }) => pen.segment(x, y + heightMm / 2, x + widthMm, y + heightMm / 2, style);
}
