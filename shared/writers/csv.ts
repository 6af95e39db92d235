/**
 * CSV after RFC 4180: comma, double quotes where needed, CRLF after every row, a row of titles first.
 * Totals follow the rows. The text carries no byte order mark; see CSV_BYTE_ORDER_MARK.
 */
import { guardFormula } from './formulaGuard.ts';
import { numberText } from './table.ts';
import type { Cell, Column, Row, Table } from './table.ts';

/** Put before a CSV that is kept as a file: without it Excel reads UTF-8 as the machine's old code page. */
export const CSV_BYTE_ORDER_MARK = '\ufeff';

/** Rows in one piece of text: large enough to be quick, small enough to stay flat in memory. */
const ROWS_PER_CHUNK = 512;

const needsQuotes = /[",\r\n]|^\s|\s$/;

/** The whole table as one text. */
export function writeCsv(table: Table): string {
  return [...csvChunks(table)].join('');
}

/** The table piece by piece, so that a long one can be written, shown as progress and stopped. */
export function* csvChunks(table: Table): Generator<string> {
  let chunk = table.columns.map((column) => field(guardFormula(column.title))).join(',') + '\r\n';
  let rowsInChunk = 0;
  for (const rows of [table.rows, table.totals]) {
    for (const row of rows) {
      chunk += line(table.columns, row);
      rowsInChunk += 1;
      if (rowsInChunk === ROWS_PER_CHUNK) {
        yield chunk;
        chunk = '';
        rowsInChunk = 0;
      }
    }
  }
  if (chunk !== '') yield chunk;
}

function line(columns: readonly Column[], row: Row): string {
  let text = '';
  for (let i = 0; i < columns.length; i += 1) {
    if (i > 0) text += ',';
    text += cellText(columns[i] as Column, row[i] ?? null);
  }
  return text + '\r\n';
}

function cellText(column: Column, cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numberText(column, cell) : field(guardFormula(cell));
}

function field(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
