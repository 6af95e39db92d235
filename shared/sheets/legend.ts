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
  /** Further lines of the text, below the first; they give way where the entries would not all find room. */
  readonly more?: readonly string[];
  /** Draws within the box: SAMPLE_MM wide, as high as a line of text. */
  readonly sample: (pen: Pen, box: Rectangle) => void;
}

interface LegendRow {
  readonly text: string;
  /** Null beside the further lines of an entry. */
  readonly sample: LegendEntry['sample'] | null;
}

interface LegendColumn {
  readonly left: number;
  readonly roomMm: number;
  readonly rows: readonly LegendRow[];
}

/**
 * Fills columns from top to bottom; each column is as wide as its longest text. Where room is short every entry keeps its first line,
 * longer ones end in an ellipsis; how many entries find no room even so is said at the end.
 */
export function drawLegend(pen: Pen, place: Rectangle, entries: readonly LegendEntry[]): void {
  const longest = Math.max(1, ...entries.map(({ more = [] }) => more.length + 1));
  let drawn = layOut(place, entries, longest);
  for (let lines = longest - 1; lines >= 1 && drawn.rowsLeftOut > 0; lines -= 1) drawn = layOut(place, entries, lines);
  // With one line to each entry, the rows left out are entries.
  if (drawn.rowsLeftOut > 0) {
    pen.text(`and ${drawn.rowsLeftOut} more`, place.x + 3, place.y + place.heightMm - 1, TEXT_MM, 'symbolText');
  }
  for (const { left, roomMm, rows } of drawn.columns) {
    rows.forEach(({ text, sample }, row) => {
      const box = { x: left, y: place.y + 3 + row * ROW_MM, widthMm: SAMPLE_MM, heightMm: ROW_MM - 1.6 };
      sample?.(pen, box);
      pen.text(text, left + SAMPLE_MM + GAP_MM, box.y + box.heightMm / 2 + TEXT_MM * 0.36, TEXT_MM, 'symbolText', { maxWidthMm: roomMm });
    });
  }
}

/** The columns that find room when no entry takes more than so many lines, and how many rows find none. */
function layOut(place: Rectangle, entries: readonly LegendEntry[], mostLines: number): { columns: LegendColumn[]; rowsLeftOut: number } {
  const rows = entries.flatMap((entry) => rowsOf(entry, mostLines));
  const perColumn = Math.max(1, Math.floor((place.heightMm - 4) / ROW_MM));
  const columns: LegendColumn[] = [];
  let left = place.x + 3;
  for (let start = 0; start < rows.length; start += perColumn) {
    const column = rows.slice(start, start + perColumn);
    const textMm = Math.max(...column.map(({ text }) => textWidthMm(text, TEXT_MM)));
    const roomMm = place.x + place.widthMm - left - SAMPLE_MM - GAP_MM;
    if (roomMm < LEAST_TEXT_ROOM_MM) return { columns, rowsLeftOut: rows.length - start };
    columns.push({ left, roomMm, rows: column });
    left += SAMPLE_MM + GAP_MM + textMm + COLUMN_GAP_MM;
  }
  return { columns, rowsLeftOut: 0 };
}

function rowsOf({ text, more = [], sample }: LegendEntry, mostLines: number): LegendRow[] {
  const lines = [text, ...more];
  const kept = lines.slice(0, mostLines);
  return kept.map((line, at) => ({
    text: at === kept.length - 1 && kept.length < lines.length ? `${line} …` : line,
    sample: at === 0 ? sample : null,
  }));
}

/** A stroke across the middle of the box. */
export function strokeSample(style: Parameters<Pen['segment']>[4]): LegendEntry['sample'] {
  return (pen, { x, y, widthMm, heightMm }) => pen.segment(x, y + heightMm / 2, x + widthMm, y + heightMm / 2, style);
}
