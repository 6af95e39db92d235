/** Pages of a PDF as pictures: laid out in slices, decoded in a worker of their own, without code made at run time. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';

export interface PdfPages {
  readonly count: number;
  /** Width and height in points; null: there is no such page. */
  sizeOf(page: number): Promise<{ readonly width: number; readonly height: number } | null>;
  /** A picture fit for zooming in; null: there is no such page. */
  picture(page: number): Promise<ImageBitmap | null>;
}

/** Sharp enough to read the small print of an A0 sheet, and small enough to be held. */
const LONGEST_PX = 6000;
const MOST_SCALE = 8;

/** Opens a PDF; its library is loaded when it is first needed. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Result<PdfPages, UserError>> {
  try {
    const pdf = await import('pdfjs-dist');
    pdf.GlobalWorkerOptions.workerPort ??= new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), {
      type: 'module',
      name: 'pdf',
    });
    const loaded = await pdf.getDocument({ data: bytes, useSystemFonts: true, useWasm: false, useWorkerFetch: false }).promise;
    const pageAt = async (page: number) => (page < 1 || page > loaded.numPages ? null : await loaded.getPage(page));
    return ok({
      count: loaded.numPages,
      async sizeOf(page) {
        const found = await pageAt(page);
        if (found === null) return null;
        const { width, height } = found.getViewport({ scale: 1 });
        return { width, height };
      },
      async picture(page) {
        const found = await pageAt(page);
        if (found === null) return null;
        const { width, height } = found.getViewport({ scale: 1 });
        const viewport = found.getViewport({ scale: Math.min(MOST_SCALE, LONGEST_PX / Math.max(width, height)) });
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(1, Math.round(viewport.width));
        canvas.height = Math.max(1, Math.round(viewport.height));
        await found.render({ canvas, viewport }).promise;
        return await createImageBitmap(canvas);
      },
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return fail({
      code: 'drawing.pdf',
      message: isLocked ? 'the PDF asks for a password' : 'the PDF cannot be read',
      remedy: isLocked ? 'save it without a password and add it again' : 'print it to a new PDF and add that',
    });
  }
}
