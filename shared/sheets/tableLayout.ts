/** Tables on paper: a head that repeats, rows of one height, every cell cut to its own column. */
import type { Pen, Rectangle } from './pen.ts';

export interface SheetColumn {
  readonly title: string;
  /** Part of the table's width. */
  readonly share: number;
  readonly align: 'start' | 'end' | 'tick';
}

export const TABLE_ROW_MM = 4.7;
export const TABLE_HEAD_MM = 5.4;
const TEXT_MM = 2.05;
const HEAD_TEXT_MM = 1.9;
const PADDING_MM = 1;

/** Draws head and rows from the top of the place; a tick column shows an empty box. Returns the y below the last row. */
export function drawTable(pen: Pen, place: Rectangle, columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): number {
  const edges = columnEdges(place, columns);
  const headBase = place.y + TABLE_HEAD_MM - 1.7;
  columns.forEach(({ title, align }, i) => {
    const [left, right] = [edges[i]!, edges[i + 1]!];
    const roomMm = right - left - 2 * PADDING_MM;
    const options = { weight: 'semibold', maxWidthMm: roomMm } as const;
    if (align === 'start') pen.text(title, left + PADDING_MM, headBase, HEAD_TEXT_MM, 'tableHead', options);
    else if (align === 'end') pen.text(title, right - PADDING_MM, headBase, HEAD_TEXT_MM, 'tableHead', { ...options, anchor: 'end' });
    else pen.text(title, (left + right) / 2, headBase, HEAD_TEXT_MM, 'tableHead', { ...options, anchor: 'middle', maxWidthMm: right - left - 0.4 });
  });
  pen.segment(place.x, place.y + TABLE_HEAD_MM, place.x + place.widthMm, place.y + TABLE_HEAD_MM, 'tableHeadRule');
  rows.forEach((cells, row) => {
    const top = place.y + TABLE_HEAD_MM + row * TABLE_ROW_MM;
    if (row % 2 === 1) pen.rectangle({ x: place.x, y: top, widthMm: place.widthMm, heightMm: TABLE_ROW_MM }, 'tableBand');
    const base = top + TABLE_ROW_MM / 2 + TEXT_MM * 0.36;
    columns.forEach(({ align }, i) => {
      const [left, right] = [edges[i]!, edges[i + 1]!];
      if (align === 'tick') {
        const box = TABLE_ROW_MM * 0.56;
        pen.rectangle({ x: (left + right - box) / 2, y: top + (TABLE_ROW_MM - box) / 2, widthMm: box, heightMm: box }, 'tick');
        return;
      }
      const maxWidthMm = right - left - 2 * PADDING_MM;
      if (align === 'start') pen.text(cells[i] ?? '', left + PADDING_MM, base, TEXT_MM, 'tableText', { maxWidthMm });
      else pen.text(cells[i] ?? '', right - PADDING_MM, base, TEXT_MM, 'tableText', { maxWidthMm, anchor: 'end' });
    });
  });
  const bottom = place.y + TABLE_HEAD_MM + rows.length * TABLE_ROW_MM;
  pen.segment(place.x, bottom, place.x + place.widthMm, bottom, 'tableRule');
  return bottom;
}

function columnEdges({ x, widthMm }: Rectangle, columns: readonly SheetColumn[]): number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const edges = [x];
  for (const column of columns) edges.push(edges.at(-1)! + (column.share / shares) * widthMm);
  return edges;
}
