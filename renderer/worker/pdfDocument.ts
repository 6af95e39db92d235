/** Hands pdfkit to the PDF writer, with nothing in it that the clock or the machine decides. */
import PDFDocument from 'pdfkit';
import type { CreatePdfDocument } from '../../shared/writers/pdfDocument.ts';

export const createPdfDocument: CreatePdfDocument = ({ title, author, createdOn }) => {
  const created = new Date(Date.UTC(createdOn.year, createdOn.month - 1, createdOn.day));
  return new PDFDocument({
    pdfVersion: '1.5',
    autoFirstPage: false,
    font: '',
    compress: true,
    info: { Title: title, Author: author, Creator: 'Raceway', Producer: 'Raceway', CreationDate: created },
  });
};
