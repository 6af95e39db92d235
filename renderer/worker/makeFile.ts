/** One file from a plan: derives it anew with the whole engine and writes it as the command line does. */
import { deriveInSteps, type Derived } from '../../shared/engine/engine.ts';
import type { ExportKind, ExportRequest, SheetWish } from '../../shared/engine/exports.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { PaperName, Sheet, WriteNote } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import { sheetFileName } from '../../shared/sheets/sheetFileName.ts';
import { SHEET_KINDS, sheetSet, type SheetSet } from '../../shared/sheets/sheetSet.ts';
import type { LoadPdfLibrary } from '../../shared/drawings/pdf/pdfLibrary.ts';
import { NO_PICTURES, readUnderlayPictures } from '../../shared/sheets/underlayPictures.ts';
import { billOfMaterials } from '../../shared/takeoff/bom.ts';
import { buildSheetTables } from '../../shared/looms/buildSheet.ts';
import { bomTables } from '../../shared/takeoff/bomTables.ts';
import { cableSchedule } from '../../shared/takeoff/schedule.ts';
import { CSV_BYTE_ORDER_MARK, csvChunks } from '../../shared/writers/csv.ts';
import { writeDxf } from '../../shared/writers/dxf.ts';
import type { FontFiles } from '../../shared/writers/fontFiles.ts';
import { writePdf } from '../../shared/writers/pdf.ts';
import type { CreatePdfDocument } from '../../shared/writers/pdfDocument.ts';
import { writeSvg } from '../../shared/writers/svg.ts';
import type { Table } from '../../shared/writers/table.ts';
import { writeXlsx } from '../../shared/writers/xlsx.ts';
import { openZip } from '../../shared/writers/zip.ts';
import { partOf, scaled, type Progress } from '../../shared/work.ts';
import type { ExportedFile } from './engineClient.ts';
import { noteTexts } from './noteTexts.ts';

export interface FileTools {
  readonly loadFonts: () => Promise<FontFiles>;
  readonly createPdfDocument: CreatePdfDocument;
  readonly loadPdfLibrary: LoadPdfLibrary;
  readonly onProgress: (progress: Progress) => void;
}

interface WrittenSheet {
  readonly text: string;
  readonly notes: readonly WriteNote[];
}

export async function makeFile({ plan, what }: ExportRequest, tools: FileTools): Promise<Result<ExportedFile, UserError>> {
  const derived = derivedWithProgress(plan, tools);
  tools.onProgress({ doing: 'Writing', share: DERIVED });
  switch (what.kind) {
    case 'bom-csv':
      return ok(plain(csvBytes(bomTables(billOf(derived)).lines)));
    case 'bom-xlsx': {
      const { lines, assumptions } = bomTables(billOf(derived));
      return ok(plain(writeXlsx([lines, assumptions])));
    }
    case 'cables-csv':
      return ok(plain(csvBytes(cableSchedule(derived))));
    case 'cables-xlsx':
      return ok(plain(writeXlsx([cableSchedule(derived)])));
    case 'looms-csv':
      return ok(plain(csvBytes(buildSheetTables(derived)[0])));
    case 'looms-xlsx':
      return ok(plain(writeXlsx([...buildSheetTables(derived)])));
    case 'sheets-pdf':
      return pdfFile(derived, what, tools);
    case 'sheet-svg':
      return await sheetFile(derived, what, tools);
    case 'sheets-svg': {
      const fonts = await tools.loadFonts();
      return sheetFiles(await sheetsOn(derived, what, tools), 'svg', (sheet) => writeSvg(sheet, fonts), tools);
    }
    case 'sheets-print':
      return printedSheets(await sheetsOn(derived, what, tools), tools);
    case 'sheets-dxf':
      return sheetFiles(await sheetsOn(derived, what, tools), 'dxf', writeDxf, tools);
  }
}

/** Share of the work after which the plan is worked out and the file is written. */
const DERIVED = 0.2;

function derivedWithProgress(plan: Plan, { onProgress }: FileTools): Derived {
  const work = partOf(deriveInSteps(plan), 0, DERIVED);
  let told = -1;
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    const percent = Math.floor(slice.value.share * 100);
    if (percent > told) onProgress(slice.value);
    told = Math.max(told, percent);
  }
}

/** Progress of writing so many of so many sheets. */
function sheetProgress(doing: string, number: number, count: number): Progress {
  return scaled({ doing: `${doing} sheet ${number} of ${count}`, share: number / count }, DERIVED, 1);
}

function billOf({ plan, survey, cabling, takeoff }: Derived): ReturnType<typeof billOfMaterials> {
  return billOfMaterials(plan, survey, cabling, takeoff);
}

function plain(bytes: Uint8Array): ExportedFile {
  return { bytes, packing: 'plain', notes: [], sheets: [] };
}

function csvBytes(table: Table): Uint8Array {
  return new TextEncoder().encode([CSV_BYTE_ORDER_MARK, ...csvChunks(table)].join(''));
}

function textFile({ text, notes }: WrittenSheet): ExportedFile {
  return { ...plain(new TextEncoder().encode(text)), notes: noteTexts(notes) };
}

async function sheetsOn(derived: Derived, { paper, only, drawings, notes }: SheetWish, { loadPdfLibrary }: FileTools): Promise<SheetSet> {
  const pictures = drawings && only.includes('plan') ? await readUnderlayPictures(derived.plan, loadPdfLibrary) : NO_PICTURES;
  return sheetSet(derived, { paper: paperName(paper), only: SHEET_KINDS.filter((kind) => only.includes(kind)), pictures, notes });
}

function paperName(text: string): PaperName {
  return PAPER_NAMES.find((name) => name === text) ?? 'A3';
}

/** One sheet is a file of its own; several are packed, named and numbered as the command line does it in a folder. */
function sheetFiles(
  sheets: SheetSet,
  ending: 'svg' | 'dxf',
  write: (sheet: Sheet) => WrittenSheet,
  { onProgress }: FileTools,
): Result<ExportedFile, UserError> {
  if (sheets.count === 0) return nothingToDraw();
  const zip = openZip();
  const notes: WriteNote[] = [...sheets.notes];
  let number = 0;
  for (const sheet of sheets) {
    number += 1;
    const written = write(sheet);
    if (sheets.count === 1) return ok(textFile({ ...written, notes: [...sheets.notes, ...written.notes] }));
    zip.add(sheetFileName(sheet.id, number, sheets.count, ending), new TextEncoder().encode(written.text));
    notes.push(...written.notes);
    onProgress(sheetProgress('Writing', number, sheets.count));
  }
  return ok({ bytes: zip.finish(), packing: 'zip', notes: noteTexts(notes), sheets: [] });
}

/** Printing lays every sheet out in the page at once. */
const MOST_PRINTED_SHEETS = 400;

function printedSheets(sheets: SheetSet, { onProgress }: FileTools): Result<ExportedFile, UserError> {
  if (sheets.count === 0) return nothingToDraw();
  if (sheets.count > MOST_PRINTED_SHEETS)
    return fail({
      code: 'print.too-many',
      message: `these are ${sheets.count} sheets, and at most ${MOST_PRINTED_SHEETS} can be printed at once`,
      remedy: 'choose fewer kinds of sheets, or export them as PDF and print that',
    });
  const texts: string[] = [];
  for (const sheet of sheets) {
    texts.push(writeSvg(sheet, null).text);
    onProgress(sheetProgress('Drawing', texts.length, sheets.count));
  }
  return ok(plain(new TextEncoder().encode(JSON.stringify(texts))));
}

/** The sheet at this place of the whole set; the last one where there are fewer. */
async function sheetFile(
  derived: Derived,
  { paper, sheet: place, drawings, notes }: Extract<ExportKind, { kind: 'sheet-svg' }>,
  tools: FileTools,
): Promise<Result<ExportedFile, UserError>> {
  const set = await sheetsOn(derived, { paper, only: SHEET_KINDS, drawings, notes }, tools);
  let shown: Sheet | null = null;
  let at = 0;
  for (const sheet of set) {
    shown = sheet;
    if (at === place) break;
    at += 1;
  }
  return shown === null
    ? nothingToDraw()
    : ok({ ...textFile(writeSvg(shown, await tools.loadFonts())), sheets: set.parts.map(({ kind, count }) => ({ kind, count })) });
}

async function pdfFile(derived: Derived, wish: SheetWish, tools: FileTools): Promise<Result<ExportedFile, UserError>> {
  const sheets = await sheetsOn(derived, wish, tools);
  if (sheets.count === 0) return nothingToDraw();
  const { plan } = derived;
  const { bytes, notes } = await writePdf(sheets, {
    fonts: await tools.loadFonts(),
    createDocument: tools.createPdfDocument,
    title: plan.name,
    author: plan.settings.titleBlock.author,
    date: plan.settings.titleBlock.date,
    onProgress: (written) => tools.onProgress(sheetProgress('Writing', written, sheets.count)),
  });
  return ok({ ...plain(bytes), notes: noteTexts([...sheets.notes, ...notes]) });
}

function nothingToDraw(): Result<never, UserError> {
  return fail({ code: 'export.empty', message: 'there is nothing to draw', remedy: 'place cabinets in a hall first' });
}
