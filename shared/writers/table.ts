/**
 * A table as every writer of tables takes it: named columns that say what their numbers mean, and
 * rows that may be made lazily, since a cable schedule can have a million of them.
 */
import { minorDigits } from '../catalog/money.ts';

/** Text, a number in the unit that the column's title names, or nothing (unknown is never zero). */
export type Cell = string | number | null;

interface ColumnHead {
  readonly title: string;
  /** Width on screen and on a spreadsheet, in characters. */
  readonly widthChars: number;
}

/** Money cells hold minor units (cents); the writers place the decimal point. A text in a numeric column stays text. */
export type Column =
  | (ColumnHead & { readonly kind: 'text' })
  | (ColumnHead & { readonly kind: 'integer' })
  | (ColumnHead & { readonly kind: 'decimal'; readonly decimals: number })
  | (ColumnHead & { readonly kind: 'money'; readonly currency: string });

export type Row = readonly Cell[];

export interface Table {
  /** Becomes the name of a spreadsheet's sheet. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Read once, in order. */
  readonly rows: Iterable<Row>;
  /** Rows set apart below the others. */
  readonly totals: readonly Row[];
}

/** A number as its column writes it, without grouping, the same everywhere: `12.500`, `1018`, `49.90`. */
export function numberText(column: Column, value: number): string {
  switch (column.kind) {
    case 'text':
      return String(value);
    case 'integer':
      return value.toFixed(0);
    case 'decimal':
      return value.toFixed(column.decimals);
    case 'money': {
      const digits = minorDigits(column.currency);
      return (value / 10 ** digits).toFixed(digits);
    }
  }
}
