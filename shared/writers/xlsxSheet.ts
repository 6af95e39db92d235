/** One table as one sheet, or as several where it has more rows than a sheet can hold. */
import { ByteText } from './byteText.ts';
import { columnLetters } from '../geometry/columnLetters.ts';
import { numberText } from './table.ts';
import type { Cell, Column, Row, Table } from './table.ts';
import { TITLE_STYLE, cellStyle } from './xlsxStyles.ts';
import type { StyleSheet } from './xlsxStyles.ts';
import { cellElement } from './xlsxTexts.ts';
import type { SharedTexts } from './xlsxTexts.ts';

export interface SheetPart {
  readonly name: string;
  /** The sheet's XML as UTF-8, in pieces; must be read to its end before the next part is asked for. */
  readonly xml: Iterable<Uint8Array>;
}

/** What one sheet holds, with its row of titles (Office Open XML, the limits of Excel). */
export const MAX_SHEET_ROWS = 1_048_576;
/** About a megabyte: fewer pieces to compress and to write, and memory stays flat. */
const ROWS_PER_CHUNK = 1024;

/** Sheets of a table in order. `maxRows` can be lowered, to see a table continue on a second sheet. */
export function* sheetParts(table: Table, styles: StyleSheet, texts: SharedTexts, maxRows: number): Generator<SheetPart> {
  const rows = rowsAndTotals(table);
  const layout = table.columns.map((column, index) => columnLayout(styles, column, index));
  let next = rows.next();
  let part = 0;
  do {
    part += 1;
    let written = 1;
    yield { name: part === 1 ? table.name : `${table.name} ${String(part)}`, xml: xml() };

    function* xml(): Generator<Uint8Array> {
      const text = new ByteText();
      text.add(sheetStart(table.columns) + titleRow(table.columns));
      let filtered = written;
      while (next.done !== true && written < maxRows) {
        written += 1;
        if (!next.value.isTotal) filtered = written;
        addRow(text, layout, texts, written, next.value.row, next.value.isTotal);
        next = rows.next();
        if (written % ROWS_PER_CHUNK === 0) yield text.take();
      }
      text.add(sheetEnd(table.columns.length, filtered));
      yield text.take();
    }
  } while (next.done !== true);
}

function* rowsAndTotals(table: Table): Generator<{ row: Row; isTotal: boolean }> {
  for (const row of table.rows) yield { row, isTotal: false };
  for (const row of table.totals) yield { row, isTotal: true };
}

/** What the cells of a column begin with after their place, plain and as totals. */
interface ColumnLayout {
  readonly column: Column;
  /** Until the row's number. */
  readonly start: string;
  readonly plain: CellStarts;
  readonly total: CellStarts;
}

interface CellStarts {
  readonly number: string;
  readonly sharedText: string;
  readonly ownText: string;
}

function columnLayout(styles: StyleSheet, column: Column, index: number): ColumnLayout {
  const starts = (isTotal: boolean): CellStarts => {
    const textStyle = `" s="${String(cellStyle(styles, column, true, isTotal))}`;
    return {
      number: `" s="${String(cellStyle(styles, column, false, isTotal))}"><v>`,
      sharedText: `${textStyle}" t="s"><v>`,
      ownText: `${textStyle}" t="inlineStr"><is>`,
    };
  };
  return { column, start: `<c r="${columnLetters(index)}`, plain: starts(false), total: starts(true) };
}

function addRow(text: ByteText, layout: readonly ColumnLayout[], texts: SharedTexts, rowNumber: number, row: Row, isTotal: boolean): void {
  const place = String(rowNumber);
  text.add('<row r="');
  text.add(place);
  text.add('">');
  for (let i = 0; i < layout.length; i += 1) {
    const cell: Cell = row[i] ?? null;
    if (cell === null) continue;
    const { column, start, plain, total } = layout[i] as ColumnLayout;
    const starts = isTotal ? total : plain;
    text.add(start);
    text.add(place);
    if (typeof cell === 'number') {
      text.add(starts.number);
      text.add(numberText(column, cell));
      text.add('</v></c>');
    } else addText(text, starts, texts, i, cell);
  }
  text.add('</row>');
}

function addText(text: ByteText, starts: CellStarts, texts: SharedTexts, column: number, cell: string): void {
  const shared = texts.numberOf(column, cell);
  if (shared === null) {
    text.add(starts.ownText);
    text.add(cellElement(cell));
    text.add('</is></c>');
  } else {
    text.add(starts.sharedText);
    text.add(String(shared));
    text.add('</v></c>');
  }
}

function titleRow(columns: readonly Column[]): string {
  const cells = columns.map(
    (column, index) => `<c r="${columnLetters(index)}1" s="${String(TITLE_STYLE)}" t="inlineStr"><is>${cellElement(column.title)}</is></c>`,
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function sheetStart(columns: readonly Column[]): string {
  const widths = columns.map((column, index) => {
    const at = String(index + 1);
    return `<col min="${at}" max="${at}" width="${String(column.widthChars)}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>`
  );
}

/** The filter covers the titles and the rows below them, not the totals. */
function sheetEnd(columnCount: number, filteredRows: number): string {
  return (
    `</sheetData><autoFilter ref="A1:${columnLetters(columnCount - 1)}${filteredRows}"/>` +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>'
  );
}
