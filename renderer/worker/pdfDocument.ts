/** Hands pdfkit to the PDF writer. */
import PDFDocument from 'pdfkit';
import type { CreatePdfDocument } from '../../shared/writers/pdfDocument.ts';

export const createPdfDocument: CreatePdfDocument = (settings, { year, month, day }) =>
  new PDFDocument({ ...settings, info: { ...settings.info, CreationDate: new Date(Date.UTC(year, month - 1, day)) } });
