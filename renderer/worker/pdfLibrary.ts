/** Hands pdfjs to what reads pages of PDFs for sheets; it works in a worker of its own. */
import type { PdfLibrary } from '../../shared/drawings/pdf/pdfLibrary.ts';

export async function loadPdfLibrary(): Promise<PdfLibrary> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerPort ??= new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf',
  });
  return pdf;
}
