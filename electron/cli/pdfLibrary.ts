/** Hands pdfjs to what reads pages of PDFs; its work is done in this process. */
import type { PdfLibrary } from '../../shared/drawings/pdf/pdfLibrary.ts';

export async function loadPdfLibrary(): Promise<PdfLibrary> {
  // Where this is loaded first, pdfjs looks for no file of its own to start a thread with.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return await import('pdfjs-dist/legacy/build/pdf.mjs');
}
