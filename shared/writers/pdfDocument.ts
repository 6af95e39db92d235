/**
 * The part of pdfkit's document that the PDF writer uses. The host constructs it, since pdfkit's own types
 * would drag Node's into shared.
 */
export interface PdfReference {
  readonly data: Record<string, unknown>;
  end(chunk?: string | Uint8Array): void;
}

export interface PdfFont {
  readonly id: string;
  /** Glyph numbers of the embedded subset as hexadecimal, which it takes up for good. */
  encode(text: string, features: Readonly<Record<string, boolean>>): readonly [glyphs: readonly string[], positions: unknown];
  ref(): PdfReference;
}

export interface PdfPage {
  readonly resources: PdfReference;
}

export interface PdfDocument {
  readonly page: PdfPage;
  readonly outline: { addItem(title: string): unknown };
  readonly _root: PdfReference;
  readonly _font: PdfFont;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): unknown;
  addContent(operators: string): unknown;
  font(file: Uint8Array): unknown;
  ref(data: Record<string, unknown>): PdfReference;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(): void;
}

/** What the host hands to pdfkit's constructor, so that every host makes the same bytes. */
export interface PdfSettings {
  readonly pdfVersion: '1.5';
  readonly autoFirstPage: false;
  /** None: no font of its own. */
  readonly font: '';
  readonly compress: true;
  readonly info: {
    readonly Title: string;
    readonly Author: string;
    readonly Creator: string;
    readonly Producer: string;
  };
}

export interface PdfDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Makes a document with these settings; the date becomes `info.CreationDate`, in UTC. */
export type CreatePdfDocument = (settings: PdfSettings, createdOn: PdfDate) => PdfDocument;
