/** What the page and the worker that reads drawings say to each other. */
import type { LineDrawing } from '../../shared/drawings/lineDrawing.ts';
import type { DrawingFile, DrawingKind } from '../../shared/plan/underlays.ts';
import type { UserError } from '../../shared/result.ts';

/** From units of a drawing to pixels: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A drawing of lines with an index over its straight pieces, to find them by place. */
export interface IndexedLines {
  readonly drawing: LineDrawing;
  /** First and last point, and path, of each straight piece. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly paths: Uint32Array;
  /** A flatbush over the pieces' boxes; null where there is none. */
  readonly index: ArrayBuffer | null;
}

export type OpenedDrawing =
  | { readonly kind: 'lines'; readonly lines: IndexedLines }
  | { readonly kind: 'image'; readonly bitmap: ImageBitmap }
  /** Pages are laid out by the page itself. */
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> };

export type DrawingRequest =
  /** Reads the bytes of a file that was chosen, and packs them for the plan. */
  | {
      readonly type: 'take';
      readonly ask: number;
      readonly name: string;
      readonly kind: DrawingKind;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** Reads a drawing that the plan holds. */
  | { readonly type: 'open'; readonly ask: number; readonly file: DrawingFile }
  /** Paints the lines of an opened drawing. */
  | {
      readonly type: 'paint';
      readonly ask: number;
      readonly file: string;
      readonly matrix: Matrix;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly offLayers: readonly string[];
      readonly ink: string;
      /** What the lines lie on, for colors of the file that could not be read on it; null: all is drawn in the ink. */
      readonly ownColorsOn: string | null;
    };

export type DrawingAnswer =
  | { readonly type: 'progress'; readonly ask: number; readonly share: number }
  | { readonly type: 'taken'; readonly ask: number; readonly file: DrawingFile; readonly opened: OpenedDrawing }
  | { readonly type: 'opened'; readonly ask: number; readonly opened: OpenedDrawing }
  | { readonly type: 'painted'; readonly ask: number; readonly bitmap: ImageBitmap | null }
  | { readonly type: 'failed'; readonly ask: number; readonly error: UserError };
