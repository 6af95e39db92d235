/**
 * Texts that repeat are written once and referred to by number, as spreadsheets do: a schedule names the same
 * cabinets, devices and trays tens of thousands of times. The list is bounded per column, so that memory does
 * not grow with the rows; a column of texts that hardly repeat (ids, labels) is given up on and written in place.
 */
import { xmlText } from './xml.ts';

/** Texts remembered for one column. */
const COLUMN_LIMIT = 4096;

export interface SharedTexts {
  /** Number of the text, or null when it is to be written in place. */
  readonly numberOf: (column: number, text: string) => number | null;
  /** The part `xl/sharedStrings.xml`, once all cells are written. */
  readonly xml: () => string;
}

interface ColumnTexts {
  readonly numbers: Map<string, number>;
  /** Cells that were served by a text already known. */
  repeats: number;
  open: boolean;
}

export function sharedTexts(): SharedTexts {
  const columns = new Map<number, ColumnTexts>();
  const texts: string[] = [];
  return {
    numberOf(column, text) {
      let known = columns.get(column);
      if (known === undefined) {
        known = { numbers: new Map(), repeats: 0, open: true };
        columns.set(column, known);
      }
      if (!known.open) return null;
      const number = known.numbers.get(text);
      if (number !== undefined) {
        known.repeats += 1;
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
      const items = texts.map((text) => `<si>${textElement(text)}</si>`);
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${String(texts.length)}">${items.join('')}</sst>`
      );
    },
  };
}

/** A text element; spaces at the ends are lost unless it says that they count. */
export function textElement(text: string): string {
  return `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t>`;
}
