/** The part of pdfkit's browser build that the page uses; its published types would bring Node's with them. */
import type { PdfDocument } from '../../shared/writers/pdfDocument.ts';

interface PdfkitOptions {
  readonly pdfVersion: string;
  readonly autoFirstPage: boolean;
  readonly font: string;
  readonly compress: boolean;
  readonly info: {
    readonly Title: string;
    readonly Author: string;
    readonly Creator: string;
    readonly Producer: string;
    readonly CreationDate: Date;
  };
}

declare const PDFDocument: new (options: PdfkitOptions) => PdfDocument;
export default PDFDocument;
