/** Tables on paper: a head that repeats, rows of one height, every cell kept to its own column. */
import { oneLine, type Pen, type Rectangle } from './pen.ts';
import { textWidthMm, wrapText } from './textMetrics.ts';

export interface SheetColumn {
  readonly title: string;
  /** Part of the table's width. */
  readonly share: number;
  /** `wrap`: at the left, in two small lines where one does not fit; `tick`: a box to tick. */
  readonly align: 'start' | 'end' | 'wrap' | 'tick';
}

const ROW_MM = 4.7;
const HEAD_MM = 5.4;
const TEXT_MM = 2.05;
const HEAD_TEXT_MM = 1.9;
const PADDING_MM = 1;
/** Width at which the sizes above hold; wider tables are set larger, up to a fifth. */
const USUAL_WIDTH_MM = 277;
const MOST_ENLARGED = 1.2;

/** Sizes of a table of this width. */
export function tableSizes(widthMm: number): { readonly scale: number; readonly rowMm: number; readonly headMm: number } {
  const scale = Math.min(MOST_ENLARGED, Math.max(1, widthMm / USUAL_WIDTH_MM));
  return { scale, rowMm: ROW_MM * scale, headMm: HEAD_MM * scale };
}

/** Draws head and rows from the top of the place; a tick column shows an empty box. Returns the y below the last row. */
export function drawTable(pen: Pen, place: Rectangle, columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): number {
  const edges = columnEdges(place, columns);
  const { scale, rowMm, headMm } = tableSizes(place.widthMm);
  const [textMm, headTextMm] = [TEXT_MM * scale, HEAD_TEXT_MM * scale];
  const headBase = place.y + headMm - 1.7 * scale;
  columns.forEach(({ title, align }, i) => {
    const [left, right] = [edges[i]!, edges[i + 1]!];
    const roomMm = right - left - 2 * PADDING_MM;
    const options = { weight: 'semibold', maxWidthMm: roomMm } as const;
    if (align === 'start' || align === 'wrap') pen.text(title, left + PADDING_MM, headBase, headTextMm, 'tableHead', options);
    else if (align === 'end') pen.text(title, right - PADDING_MM, headBase, headTextMm, 'tableHead', { ...options, anchor: 'end' });
    else
      pen.text(title, (left + right) / 2, headBase, headTextMm, 'tableHead', {
        ...options,
        anchor: 'middle',
        maxWidthMm: right - left - 0.4,
      });
  });
  pen.segment(place.x, place.y + headMm, place.x + place.widthMm, place.y + headMm, 'tableHeadRule');
  rows.forEach((cells, row) => {
    const top = place.y + headMm + row * rowMm;
    if (row % 2 === 1) pen.rectangle({ x: place.x, y: top, widthMm: place.widthMm, heightMm: rowMm }, 'tableBand');
    const base = top + rowMm / 2 + textMm * 0.36;
    columns.forEach(({ align }, i) => {
      const [left, right] = [edges[i]!, edges[i + 1]!];
      if (align === 'tick') {
        const box = rowMm * 0.56;
        pen.rectangle({ x: (left + right - box) / 2, y: top + (rowMm - box) / 2, widthMm: box, heightMm: box }, 'tick');
        return;
      }
      const maxWidthMm = right - left - 2 * PADDING_MM;
      if (align === 'wrap') drawWrapped(pen, cells[i] ?? '', left + PADDING_MM, top, base, textMm, maxWidthMm, rowMm);
      else if (align === 'start') pen.text(cells[i] ?? '', left + PADDING_MM, base, textMm, 'tableText', { maxWidthMm });
      else pen.text(cells[i] ?? '', right - PADDING_MM, base, textMm, 'tableText', { maxWidthMm, anchor: 'end' });
    });
  });
  const bottom = place.y + headMm + rows.length * rowMm;
  pen.segment(place.x, bottom, place.x + place.widthMm, bottom, 'tableRule');
  return bottom;
}

function drawWrapped(
  pen: Pen,
  text: string,
  x: number,
  top: number,
  base: number,
  sizeMm: number,
  maxWidthMm: number,
  rowMm: number,
): void {
  if (textWidthMm(text, sizeMm) <= maxWidthMm) {
    pen.text(text, x, base, sizeMm, 'tableText');
    return;
  }
  const small = sizeMm * 0.84;
  const lines = wrapText(oneLine(text), small, 'regular', maxWidthMm, 2);
  lines.forEach((line, i) => {
    pen.text(line, x, lines.length === 1 ? base : top + rowMm * (i === 0 ? 0.43 : 0.86), small, 'tableText');
  });
}

function columnEdges({ x, widthMm }: Rectangle, columns: readonly SheetColumn[]): number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const edges = [x];
  for (const column of columns) edges.push(edges.at(-1)! + (column.share / shares) * widthMm);
  return edges;
}
