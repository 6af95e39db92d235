/** Hands pdfkit to the PDF writer, with nothing in it that the clock or the machine decides. */
import PDFDocument from 'pdfkit';
import type { CreatePdfDocument, PdfDocument } from '../shared/writers/pdfDocument.ts';

export const createPdfDocument: CreatePdfDocument = ({ title, author, createdOn }) => {
  const created = new Date(Date.UTC(createdOn.year, createdOn.month - 1, createdOn.day));
  const document = new PDFDocument({
    pdfVersion: '1.5',
    autoFirstPage: false,
    font: '',
    compress: true,
    info: { Title: title, Author: author, Creator: 'Raceway', Producer: 'Raceway', CreationDate: created },
  });
  // The writer sees the little of pdfkit that it uses, part of which pdfkit's published types leave out.
  return document as unknown as PdfDocument;
};
