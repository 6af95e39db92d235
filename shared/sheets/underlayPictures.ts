/** Drawings under a plan as sheets draw them: lines where the drawing has lines, else the picture itself. */
import { drawingBytes } from '../drawings/drawingBytes.ts';
import type { LineDrawing } from '../drawings/lineDrawing.ts';
import { readDxf } from '../drawings/readDxf.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { DrawingFile, Underlay } from '../plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { SheetImage, WriteNote } from './drawing.ts';

export type UnderlayPicture =
  { readonly kind: 'lines'; readonly lines: LineDrawing } | { readonly kind: 'image'; readonly image: SheetImage };

export interface UnderlayPictures {
  /** By the underlay's id. */
  readonly byUnderlay: ReadonlyMap<string, UnderlayPicture>;
  /** What of them cannot be drawn, and why. */
  readonly notes: readonly WriteNote[];
}

export const NO_PICTURES: UnderlayPictures = { byUnderlay: new Map(), notes: [] };

/** Reads what the underlays that are shown need, each file once. */
export function readUnderlayPictures(plan: Plan): UnderlayPictures {
  const byUnderlay = new Map<string, UnderlayPicture>();
  const notes: WriteNote[] = [];
  const read = new Map<string, Result<UnderlayPicture, UserError>>();
  for (const underlay of sortedById(plan.underlays)) {
    if (!underlay.visible) continue;
    const key = `${underlay.file} ${underlay.page}`;
    const picture = read.get(key) ?? pictureOf(underlay, plan.drawingFiles.get(underlay.file));
    read.set(key, picture);
    if (picture.ok) byUnderlay.set(underlay.id, picture.value);
    else {
      const { message, remedy } = picture.error;
      notes.push({ sheet: `plan-${underlay.hall}`, message: `${underlay.name} is left out: ${message}; ${remedy}` });
    }
  }
  return { byUnderlay, notes };
}

function pictureOf({ kind, widthUnits, heightUnits }: Underlay, file: DrawingFile | undefined): Result<UnderlayPicture, UserError> {
  if (file === undefined)
    return fail({ code: 'drawing.missing', message: 'the plan does not hold its bytes', remedy: 'add its file again' });
  const bytes = drawingBytes(file);
  if (!bytes.ok) return bytes;
  switch (kind) {
    case 'dxf': {
      const lines = readDxf(bytes.value);
      return lines.ok ? ok({ kind: 'lines', lines: lines.value }) : lines;
    }
    case 'pdf':
      return fail({ code: 'drawing.page', message: 'pages of a PDF are not drawn on sheets', remedy: 'add it as a DXF or an image' });
    case 'png':
    case 'jpeg':
    case 'webp':
      return ok({
        kind: 'image',
        image: { format: kind, bytes: bytes.value, widthPx: widthUnits, heightPx: heightUnits },
      });
  }
}
