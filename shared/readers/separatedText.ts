/** Tables as text, after RFC 4180: cells between commas, semicolons or tabs, in quotes where they hold one of these or a line end. */

/** A row with something in it. */
export interface TextRow {
  /** On which line of the text it begins, from 1. */
  readonly line: number;
  /** Without their quotes, otherwise as they are written. */
  readonly cells: readonly string[];
}

/** Rows of a text; the separator is the one that its first line has. Rows without anything are left out. */
export function readSeparated(text: string): TextRow[] {
  const body = text.replace(/^\ufeff/u, '');
  const separator = separatorOf(body);
  const rows: TextRow[] = [];
  let [at, line] = [0, 1];
  while (at < body.length) {
    const row = readRow(body, at, separator);
    if (row.cells.some((cell) => cell !== '')) rows.push({ line, cells: row.cells });
    line += row.lines;
    at = row.end;
  }
  return rows;
}

/** Tab, semicolon or comma, whichever stands first in the first line outside of quotes. */
function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/u.exec(text)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/gu, '');
  return ['\t', ';'].find((mark) => bare.includes(mark)) ?? ',';
}

interface RowRead {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  readonly lines: number;
}

function readRow(text: string, from: number, separator: string): RowRead {
  const cells: string[] = [];
  let [at, lines] = [from, 1];
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      [cell, at] = [quoted.cell, quoted.end];
      lines += cell.split(/\r\n|\r|\n/u).length - 1;
    }
    // What follows a closing quote belongs to the cell, as spreadsheets read it.
    const end = endOfCell(text, at, separator);
    cells.push(cell + text.slice(at, end));
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    return { cells, end: text.startsWith('\r\n', end) ? end + 2 : end + 1, lines };
  }
}

function readQuoted(text: string, from: number): { readonly cell: string; readonly end: number } {
  let [cell, at] = ['', from + 1];
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1;
  return at;
}
