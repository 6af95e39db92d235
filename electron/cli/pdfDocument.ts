/** Hands pdfkit to the PDF writer. */
import PdfKitDocument from 'pdfkit';
import type { PdfDate, PdfDocument, PdfSettings } from '../../shared/writers/pdfDocument.ts';

export function createPdfDocument(settings: PdfSettings, { year, month, day }: PdfDate): PdfDocument {
  const document = new PdfKitDocument({ ...settings, info: { ...settings.info, CreationDate: new Date(Date.UTC(year, month - 1, day)) } });
  // The writer's view of it names members that pdfkit's types leave out.
  return document as unknown as PdfDocument;
}
