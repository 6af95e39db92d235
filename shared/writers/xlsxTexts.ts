/**
 * Texts that repeat are written once and referred to by number, as spreadsheets do: a schedule names the same
 * cabinets, devices and trays tens of thousands of times. The list is bounded per column, so that memory does
 * not grow with the rows; a column of texts that hardly repeat (ids, labels) is given up on and written in place.
 */
import { guardFormula } from './formulaGuard.ts';
import { xmlText } from './xml.ts';

/** The limit of Excel. */
const MAX_CELL_CHARS = 32_767;
/** Texts remembered for one column. */
const COLUMN_LIMIT = 4096;

export interface SharedTexts {
  /** Number of the text, as it is before it is made harmless; or null when it is to be written in place. */
  readonly numberOf: (column: number, text: string) => number | null;
  /** The part `xl/sharedStrings.xml`, once all cells are written. */
  readonly xml: () => string;
}

interface ColumnTexts {
  readonly numbers: Map<string, number>;
  /** Cells that were served by a text already known. */
  repeats: number;
  open: boolean;
  /** Of the row above: mostly the same once more. */
  last: { readonly text: string; readonly number: number } | null;
}

export function sharedTexts(): SharedTexts {
  const columns: (ColumnTexts | undefined)[] = [];
  const texts: string[] = [];
  return {
    numberOf(column, text) {
      const known = (columns[column] ??= { numbers: new Map<string, number>(), repeats: 0, open: true, last: null });
      if (!known.open) return null;
      const number = known.last?.text === text ? known.last.number : known.numbers.get(text);
      if (number !== undefined) {
        known.repeats += 1;
        if (known.last?.number !== number) known.last = { text, number };
        return number;
      }
      if (known.numbers.size === COLUMN_LIMIT) {
        known.open = known.repeats > COLUMN_LIMIT;
        return null;
      }
      known.numbers.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    xml() {
      const items = texts.map((text) => `<si>${cellElement(text)}</si>`);
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${String(texts.length)}">${items.join('')}</sst>`
      );
    },
  };
}

/** Most texts of a schedule are names and numbers, that stand in XML as they are. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9 ./:()\u2013-]*$/;

/** A text as the element of a cell: harmless as a formula, escaped, cut to what a cell holds. */
export function cellElement(text: string): string {
  if (PLAIN.test(text) && text.length <= MAX_CELL_CHARS && !text.endsWith(' ')) return `<t>${text}</t>`;
  const shown = cellText(text);
  // Spaces at the ends are lost unless it is said that they count.
  return `<t${/^\s|\s$/.test(shown) ? ' xml:space="preserve"' : ''}>${xmlText(shown)}</t>`;
}

/** `_x0041_` is how this format escapes a character, so a text that looks like it must be escaped itself. */
function cellText(text: string): string {
  const guarded = guardFormula(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return guarded.length > MAX_CELL_CHARS ? `${guarded.slice(0, MAX_CELL_CHARS - 1)}…` : guarded;
}
