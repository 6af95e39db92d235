/** pdfkit's document as the PDF writer asks for it: nothing of its own in it, no clock, no default font. */
import PdfKitDocument from 'pdfkit';
import type { PdfDocument, PdfSettings } from '../../shared/writers/pdfDocument.ts';

export function createPdfDocument({ title, author, createdOn }: PdfSettings): PdfDocument {
  const document = new PdfKitDocument({
    autoFirstPage: false,
    compress: true,
    font: '',
    pdfVersion: '1.5',
    info: {
      Title: title,
      Author: author,
      Creator: 'Raceway',
      CreationDate: new Date(Date.UTC(createdOn.year, createdOn.month - 1, createdOn.day)),
    },
  });
  // The writer's view of it names members that pdfkit's types leave out.
  return document as unknown as PdfDocument;
}
