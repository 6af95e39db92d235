/** The styles of a workbook: a row of titles, and for every number format a plain and a totals variant. */
import { minorDigits } from '../catalog/money.ts';
import type { Column } from './table.ts';

export interface StyleSheet {
  /** Format codes; format k has cell styles 2 + 2k (plain) and 3 + 2k (totals). */
  readonly formats: readonly string[];
}

/** Style 0 is the spreadsheet's own, style 1 the row of titles. */
export const TITLE_STYLE = 1;

const TEXT_FORMAT = '@';
/** Formats that every spreadsheet knows by number; others are declared from 164 on. */
const builtIn: Readonly<Record<string, number>> = { '@': 49, '#,##0': 3, '#,##0.00': 4 };
const FIRST_OWN_FORMAT = 164;

/** The styles that these columns need, in the order in which they first ask for them. */
export function styleSheet(columns: readonly Column[]): StyleSheet {
  return { formats: [...new Set([TEXT_FORMAT, ...columns.map(formatCode)])] };
}

/** Style number of a column's numbers, or of texts. */
export function cellStyle(styles: StyleSheet, column: Column, isText: boolean, isTotal: boolean): number {
  const format = styles.formats.indexOf(isText ? TEXT_FORMAT : formatCode(column));
  return 2 + 2 * format + (isTotal ? 1 : 0);
}

function formatCode(column: Column): string {
  switch (column.kind) {
    case 'text':
      return TEXT_FORMAT;
    case 'integer':
      return '#,##0';
    case 'decimal':
      return decimalCode(column.decimals);
    case 'money':
      return decimalCode(minorDigits(column.currency));
  }
}

function decimalCode(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** The part `xl/styles.xml`. */
export function stylesXml(styles: StyleSheet): string {
  const formatNumber = (code: string): number => builtIn[code] ?? FIRST_OWN_FORMAT + styles.formats.indexOf(code);
  const own = styles.formats.filter((code) => builtIn[code] === undefined);
  const cell = (format: number, font: number, fill: number, border: number, more = ''): string =>
    `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="${String(fill)}" borderId="${String(border)}" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${more === '' ? '/>' : ` applyAlignment="1">${more}</xf>`}`;
  const cells = [
    cell(0, 0, 0, 0),
    cell(0, 1, 2, 1, '<alignment vertical="top" wrapText="1"/>'),
    ...styles.formats.flatMap((code) => [cell(formatNumber(code), 0, 0, 0), cell(formatNumber(code), 1, 0, 2)]),
  ];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (own.length === 0
      ? ''
      : `<numFmts count="${String(own.length)}">${own
          .map((code) => `<numFmt numFmtId="${String(formatNumber(code))}" formatCode="${code}"/>`)
          .join('')}</numFmts>`) +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF0"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>' +
    '<border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${String(cells.length)}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
