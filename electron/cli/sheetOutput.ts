/** Writes sheets: one file of them, or a folder with a file a sheet. */
import { join } from 'node:path';
import { must } from '../../shared/assert.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Sheet, WriteNote } from '../../shared/sheets/drawing.ts';
import { sheetFileName } from '../../shared/sheets/sheetFileName.ts';
import type { SheetSet } from '../../shared/sheets/sheetSet.ts';
import type { FontFiles } from '../../shared/writers/fontFiles.ts';
import { loadFonts } from '../fontFiles.ts';
import { encoded, makeFolder, writeOutput } from './fileOutput.ts';
import type { Problem } from './outcome.ts';
import type { SheetFormat, SheetTarget } from './sheetTarget.ts';
import { progress } from './terminal.ts';

/** Sheets with what stands about them in a file's own properties. */
export interface DrawnSheets {
  readonly sheets: SheetSet;
  readonly plan: Plan;
  /** The plan as the user named it, which no output may overwrite. */
  readonly planSource: string;
}

interface WrittenSheets {
  readonly bytes: Iterable<Uint8Array>;
  readonly notes: readonly WriteNote[];
}

/** What the format could not express, once the file is there. */
export async function writeSheetFile(
  drawn: DrawnSheets,
  path: string,
  format: SheetFormat,
): Promise<Result<readonly WriteNote[], Problem>> {
  const { bytes, notes } = await sheetBytes(drawn.sheets, drawn, format, await loadFonts());
  const written = await writeOutput(path, bytes, drawn.planSource);
  return written.ok ? ok(notes) : written;
}

export async function writeSheetFolder(drawn: DrawnSheets, { path, format }: SheetTarget): Promise<Result<readonly WriteNote[], Problem>> {
  const fonts = await loadFonts();
  const made = await makeFolder(path);
  if (!made.ok) return made;
  const notes: WriteNote[] = [];
  let number = 0;
  for (const sheet of drawn.sheets) {
    number += 1;
    progress(`Writing sheet ${number} of ${drawn.sheets.count}`);
    const file = await sheetBytes([sheet], drawn, format, fonts);
    const name = sheetFileName(sheet.id, number, drawn.sheets.count, format);
    const written = await writeOutput(join(path, name), file.bytes, drawn.planSource);
    if (!written.ok) return written;
    notes.push(...file.notes);
  }
  return ok(notes);
}

/** Only a PDF takes more than one sheet; the others take the first. */
async function sheetBytes(sheets: Iterable<Sheet>, { plan }: DrawnSheets, format: SheetFormat, fonts: FontFiles): Promise<WrittenSheets> {
  switch (format) {
    case 'pdf':
      return pdfBytes(sheets, plan, fonts);
    case 'svg': {
      const { writeSvg } = await import('../../shared/writers/svg.ts');
      return textBytes(writeSvg(onlyOf(sheets), fonts));
    }
    case 'dxf': {
      const { writeDxf } = await import('../../shared/writers/dxf.ts');
      return textBytes(writeDxf(onlyOf(sheets)));
    }
  }
}

function onlyOf(sheets: Iterable<Sheet>): Sheet {
  const [sheet] = sheets;
  return must(sheet, 'sheet');
}

function textBytes({ text, notes }: { readonly text: string; readonly notes: readonly WriteNote[] }): WrittenSheets {
  return { bytes: encoded([text]), notes };
}

async function pdfBytes(sheets: Iterable<Sheet>, plan: Plan, fonts: FontFiles): Promise<WrittenSheets> {
  const [{ writePdf }, { createPdfDocument }] = await Promise.all([import('../../shared/writers/pdf.ts'), import('./pdfDocument.ts')]);
  const { bytes, notes } = await writePdf(sheets, {
    fonts,
    createDocument: createPdfDocument,
    title: plan.name,
    author: plan.settings.titleBlock.author,
    date: plan.settings.titleBlock.date,
    onProgress: (written) => {
      progress(`Writing PDF, sheet ${written}`);
    },
  });
  return { bytes: [bytes], notes };
}
