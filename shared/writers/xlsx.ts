/**
 * Workbooks (Office Open XML, transitional) written as a stream: rows become XML and compressed bytes as
 * they come, so memory does not grow with them. The bytes depend on the tables alone: fixed time stamps,
 * no author, no clock. Sheets have a frozen, filtered row of titles and print in landscape, one page wide.
 */
import { Zip } from 'fflate';
import type { Table } from './table.ts';
import { MAX_SHEET_ROWS, sheetParts } from './xlsxSheet.ts';
import { styleSheet, stylesXml } from './xlsxStyles.ts';
import { sharedTexts } from './xlsxTexts.ts';
import { xmlText } from './xml.ts';
import { deflatedPart, joined, type OpenZipPart, type ZipPart } from './zip.ts';

const MAX_SHEET_NAME_CHARS = 31;
const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The whole workbook, a table a sheet. */
export function writeXlsx(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  return joined([...xlsxChunks(tables)]);
}

/** The workbook piece by piece, so that a long one can be written, shown as progress and stopped. */
export function* xlsxChunks(
  tables: readonly Table[],
  openPart: OpenZipPart = deflatedPart,
  maxSheetRows = MAX_SHEET_ROWS,
): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  const open = (path: string): ZipPart => {
    const part = openPart(path);
    zip.add(part);
    return part;
  };
  const add = (path: string, text: string): void => {
    open(path).push(encoder.encode(text), true);
  };
  function* takeReady(): Generator<Uint8Array> {
    const chunks = ready;
    ready = [];
    yield* chunks;
  }

  const styles = styleSheet(tables.flatMap((table) => table.columns));
  add('[Content_Types].xml', contentTypesXml());
  add('_rels/.rels', relationshipsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }]));
  add('xl/styles.xml', stylesXml(styles));
  const texts = sharedTexts();
  const sheets: WorkbookSheet[] = [];
  for (const table of tables) {
    for (const sheet of sheetParts(table, styles, texts, maxSheetRows)) {
      const part = open(`xl/worksheets/sheet${String(sheets.length + 1)}.xml`);
      for (const bytes of sheet.xml) {
        part.push(bytes);
        yield* takeReady();
      }
      part.push(new Uint8Array(0), true);
      sheets.push({ name: sheetName(sheet.name, sheets) });
    }
  }
  add('xl/sharedStrings.xml', texts.xml());
  add('xl/workbook.xml', workbookXml(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelationshipsXml(sheets.length));
  zip.end();
  yield* takeReady();
}

interface WorkbookSheet {
  readonly name: string;
}

/** Sheets are the default kind of XML part, so that this first part need not know how many there will be. */
function contentTypesXml(): string {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return (
    `${XML_START}<Types xmlns="${types}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="${SPREADSHEET_TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET_TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET_TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET_TYPE}.sharedStrings+xml"/></Types>`
  );
}

/** The row of titles repeats on every printed page, and the filter covers what was written. */
function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const entries = sheets.map(
    (sheet, index) => `<sheet name="${xmlText(sheet.name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  const titles = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">'${xmlText(sheet.name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  );
  return (
    `${XML_START}<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT_RELATIONSHIPS}">` +
    `<workbookPr/><bookViews><workbookView/></bookViews><sheets>${entries.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  );
}

function workbookRelationshipsXml(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) => ({
    type: 'worksheet',
    target: `worksheets/sheet${String(index + 1)}.xml`,
  }));
  return relationshipsXml([...sheets, { type: 'styles', target: 'styles.xml' }, { type: 'sharedStrings', target: 'sharedStrings.xml' }]);
}

/** Relationships are numbered rId1, rId2 … in the order given. */
function relationshipsXml(relationships: readonly { readonly type: string; readonly target: string }[]): string {
  const entries = relationships.map(
    ({ type, target }, index) => `<Relationship Id="rId${String(index + 1)}" Type="${DOCUMENT_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${XML_START}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${entries.join('')}</Relationships>`;
}

/** A name that a spreadsheet takes: no reserved signs, at most 31 characters, none twice (case does not count). */
function sheetName(wanted: string, taken: readonly WorkbookSheet[]): string {
  const cleaned = wanted
    .replace(/[\\/*?:[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = cleaned === '' ? 'Sheet' : cleaned;
  for (let attempt = 1; ; attempt += 1) {
    const ending = attempt === 1 ? '' : ` (${String(attempt)})`;
    const name = base.slice(0, MAX_SHEET_NAME_CHARS - ending.length) + ending;
    if (!taken.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}
