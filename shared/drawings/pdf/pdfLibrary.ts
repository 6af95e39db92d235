/**
 * The part of pdfjs that reading a page's lines uses. The host loads it, each in the build that runs there; its own types would drag
 * the browser's into shared.
 */
export interface PdfObjects {
  /** Calls back once the thing is there; null where it could not be decoded. */
  get(id: string, callback: (value: unknown) => void): unknown;
}

export interface PdfViewport {
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the upper left corner, y down, as a matrix of six. */
  readonly transform: readonly number[];
}

export interface PdfPage {
  readonly objs: PdfObjects;
  readonly commonObjs: PdfObjects;
  getViewport(options: { readonly scale: number }): PdfViewport;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
}

export interface PdfLayers {
  isVisible(group: unknown): boolean;
  getGroup(id: string): { readonly name: string | null } | null;
}

export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getOptionalContentConfig(): Promise<PdfLayers>;
}

export interface PdfLibrary {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(settings: Readonly<Record<string, unknown>>): {
    readonly promise: Promise<PdfFile>;
    /** Lets go of all that it holds. */
    destroy(): Promise<void>;
  };
}

export type LoadPdfLibrary = () => Promise<PdfLibrary>;
