/** A table in a file, CSV or a workbook, as one text in which every row stands on the line that it has in the file. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { readWorkbook } from './workbook.ts';

/** Files above this hold no table that a plan could take. */
export const MOST_TABLE_BYTES = 256 * 1024 * 1024;

/** Whether bytes are a packed file, as workbooks are. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Text of the table. Of a workbook its first sheet that holds anything, with those after it that go on under the same titles: lines
 * are counted on through them.
 */
export function tableTextOf(bytes: Uint8Array): Result<string, UserError> {
  if (bytes.length > MOST_TABLE_BYTES)
    return fail({ code: 'table.size', message: 'is larger than 256 MiB', remedy: 'split the table into several files' });
  if (!isPacked(bytes)) return ok(new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes));
  const book = readWorkbook(bytes);
  if (!book.ok) return book;
  const filled = book.value.filter(({ rows }) => rows.length > 0);
  const [first] = filled;
  if (first === undefined) return fail({ code: 'table.empty', message: 'has no sheet with anything in it', remedy: 'choose another file' });
  const titles = textOf(first.rows[0]?.cells ?? []);
  const lines: string[] = [];
  for (const [place, { rows }] of filled.entries()) {
    if (textOf(rows[0]?.cells ?? []) !== titles) break;
    const before = lines.length;
    for (const { line, cells } of place === 0 ? rows : rows.slice(1)) {
      while (lines.length < before + line - 1) lines.push('');
      lines.push(textOf(cells));
    }
  }
  return ok(lines.join('\n'));
}

/** Line ends within a cell would shift the rows below it. */
function textOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.replace(/[\r\n]+/gu, ' '))
    .map((cell) => (/["\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');
}
