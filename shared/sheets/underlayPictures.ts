/** Drawings under a plan as sheets draw them: lines where the drawing has lines, a page's lines and pictures, else the picture itself. */
import { drawingBytes } from '../drawings/drawingBytes.ts';
import type { LineDrawing } from '../drawings/lineDrawing.ts';
import type { PageDrawing } from '../drawings/pdf/pagePaper.ts';
import type { LoadPdfLibrary } from '../drawings/pdf/pdfLibrary.ts';
import { readPdfPage } from '../drawings/pdf/readPdfPage.ts';
import { readDxf } from '../drawings/readDxf.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { DrawingFile, Underlay } from '../plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { SheetImage, WriteNote } from './drawing.ts';

export type UnderlayPicture =
  | { readonly kind: 'lines'; readonly lines: LineDrawing }
  | { readonly kind: 'page'; readonly page: PageDrawing }
  | { readonly kind: 'image'; readonly image: SheetImage };

export interface UnderlayPictures {
  /** By the underlay's id. */
  readonly byUnderlay: ReadonlyMap<string, UnderlayPicture>;
  /** What of them cannot be drawn, and why. */
  readonly notes: readonly WriteNote[];
}

export const NO_PICTURES: UnderlayPictures = { byUnderlay: new Map(), notes: [] };

/** Reads what the underlays that are shown need, each file once; the library for PDF is loaded when there is one. */
export async function readUnderlayPictures(plan: Plan, loadPdf: LoadPdfLibrary): Promise<UnderlayPictures> {
  const byUnderlay = new Map<string, UnderlayPicture>();
  const notes: WriteNote[] = [];
  const read = new Map<string, Result<UnderlayPicture, UserError>>();
  for (const underlay of sortedById(plan.underlays)) {
    if (!underlay.visible) continue;
    const key = `${underlay.file} ${underlay.page}`;
    const picture = read.get(key) ?? (await pictureOf(underlay, plan.drawingFiles.get(underlay.file), loadPdf));
    read.set(key, picture);
    const sheet = `plan-${underlay.hall}`;
    if (picture.ok) {
      byUnderlay.set(underlay.id, picture.value);
      const skipped = picture.value.kind === 'page' ? picture.value.page.lines.skipped : [];
      const what = skipped.map(({ type, count }) => `${count} × ${type}`).join(', ');
      if (what !== '') notes.push({ sheet, message: `${underlay.name} is drawn without: ${what}` });
    } else {
      const { message, remedy } = picture.error;
      notes.push({ sheet, message: `${underlay.name} is left out: ${message}; ${remedy}` });
    }
  }
  return { byUnderlay, notes };
}

async function pictureOf(
  { kind, widthUnits, heightUnits, page }: Underlay,
  file: DrawingFile | undefined,
  loadPdf: LoadPdfLibrary,
): Promise<Result<UnderlayPicture, UserError>> {
  if (file === undefined)
    return fail({ code: 'drawing.missing', message: 'the plan does not hold its bytes', remedy: 'add its file again' });
  const bytes = drawingBytes(file);
  if (!bytes.ok) return bytes;
  switch (kind) {
    case 'dxf': {
      const lines = readDxf(bytes.value);
      return lines.ok ? ok({ kind: 'lines', lines: lines.value }) : lines;
    }
    case 'pdf': {
      const drawn = await readPdfPage(await loadPdf(), bytes.value, page);
      return drawn.ok ? ok({ kind: 'page', page: drawn.value }) : drawn;
    }
    case 'png':
    case 'jpeg':
    case 'webp':
      return ok({
        kind: 'image',
        image: { format: kind, bytes: bytes.value, widthPx: widthUnits, heightPx: heightUnits },
      });
  }
}
