/**
 * Widths of text in the bundled font, from a table, so that layout is the same in every host without a DOM.
 * Writers set text with tabular figures and without kerning, as the table assumes.
 */
import type { FontWeight } from './drawing.ts';
import { REGULAR_WIDTHS, SEMIBOLD_WIDTHS, UNITS_PER_EM } from './fontWidths.ts';

/** Height of capitals over the em size, from the font. */
export const CAP_HEIGHT_EM = 0.7275;

export const ELLIPSIS = '…';

/** What a character takes that the font does not have: an em, as emoji and Han characters do. */
const MISSING_WIDTH = UNITS_PER_EM;
const TABLE_SIZE = 0x10000;
const NOT_IN_FONT = -1;

const tables: Record<FontWeight, Int32Array> = { regular: readTable(REGULAR_WIDTHS), semibold: readTable(SEMIBOLD_WIDTHS) };

function readTable(runs: string): Int32Array {
  const table = new Int32Array(TABLE_SIZE).fill(NOT_IN_FONT);
  for (const run of runs.split('|')) {
    const [start = 0, ...widths] = run.split(' ').map((value) => Number.parseInt(value, 36));
    table.set(widths, start);
  }
  return table;
}

/** Whether the bundled font can draw the character. */
export function fontHas(codePoint: number): boolean {
  return codePoint < TABLE_SIZE && tables.regular[codePoint] !== NOT_IN_FONT;
}

/** Width in mm of one line of text at an em size in mm. */
export function textWidthMm(text: string, sizeMm: number, weight: FontWeight = 'regular'): number {
  const table = tables[weight];
  let units = 0;
  for (let i = 0; i < text.length; i += 1) units += unitsAt(table, text, i);
  return (units / UNITS_PER_EM) * sizeMm;
}

/** The second half of a surrogate pair adds nothing; its first half stands for the whole character. */
function unitsAt(table: Int32Array, text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  const width = table[unit] ?? NOT_IN_FONT;
  return width === NOT_IN_FONT ? MISSING_WIDTH : width;
}

/** The text, or its beginning and an ellipsis, no wider than `maxWidthMm`; empty when not even the ellipsis fits. */
export function fitText(text: string, sizeMm: number, weight: FontWeight, maxWidthMm: number): string {
  const table = tables[weight];
  const maxUnits = (maxWidthMm / sizeMm) * UNITS_PER_EM;
  const ellipsisUnits = unitsAt(table, ELLIPSIS, 0);
  let units = 0;
  let cut = 0;
  for (let i = 0; i < text.length; i += 1) {
    units += unitsAt(table, text, i);
    if (units + ellipsisUnits <= maxUnits) cut = i + 1;
    if (units > maxUnits) return ellipsisUnits <= maxUnits ? `${wholeCharacters(text, cut).trimEnd()}${ELLIPSIS}` : '';
  }
  return text;
}

/** The first `length` units of the text, without half a surrogate pair at its end. */
function wholeCharacters(text: string, length: number): string {
  const last = length === 0 ? 0 : text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** A fitted size stays this share under the exact one, so that rounding never finds a text too wide that was made to fit. */
const FIT_MARGIN = 1e-9;

/** Size in mm, at most `sizeMm` and at least `minSizeMm`, at which the text is as wide as `maxWidthMm` or less where it can be. */
export function fitSize(text: string, sizeMm: number, minSizeMm: number, weight: FontWeight, maxWidthMm: number): number {
  const width = textWidthMm(text, sizeMm, weight);
  if (width <= maxWidthMm) return sizeMm;
  return Math.max(minSizeMm, ((sizeMm * maxWidthMm) / width) * (1 - FIT_MARGIN));
}

/** Words broken into lines no wider than `maxWidthMm`; the last line takes what is left, cut with an ellipsis. */
export function wrapText(text: string, sizeMm: number, weight: FontWeight, maxWidthMm: number, maxLines: number): string[] {
  const lines: string[] = [];
  let rest = text.split(' ').filter((word) => word !== '');
  while (rest.length > 0 && lines.length < maxLines) {
    let count = rest.length;
    if (lines.length < maxLines - 1) {
      while (count > 1 && textWidthMm(rest.slice(0, count).join(' '), sizeMm, weight) > maxWidthMm) count -= 1;
    }
    lines.push(fitText(rest.slice(0, count).join(' '), sizeMm, weight, maxWidthMm));
    rest = rest.slice(count);
  }
  return lines;
}
