/** To and from the worker that makes one file of a plan and is then ended. */
import type { Plan } from '../plan/types.ts';
import type { UserError } from '../result.ts';
import type { Progress } from '../work.ts';

export interface SheetWish {
  readonly paper: string;
  /** Kinds of sheets. */
  readonly only: readonly string[];
  /** Whether floor plans show the drawings that lie under them. */
  readonly drawings: boolean;
  /** Whether they show open notes. */
  readonly notes: boolean;
}

export type ExportKind =
  | { readonly kind: 'bom-csv' }
  | { readonly kind: 'bom-xlsx' }
  | { readonly kind: 'cables-csv' }
  | { readonly kind: 'looms-csv' }
  | { readonly kind: 'looms-xlsx' }
  | { readonly kind: 'cables-xlsx' }
  | ({ readonly kind: 'sheets-pdf' } & SheetWish)
  /** One sheet as itself, several packed into a zip with a file a sheet. */
  | ({ readonly kind: 'sheets-svg' | 'sheets-dxf' } & SheetWish)
  /** Each sheet as SVG that names the font and does not hold it, in one JSON list: for the page to print. */
  | ({ readonly kind: 'sheets-print' } & SheetWish)
  /** One sheet of the whole set, counted from 0, to be looked at. */
  | { readonly kind: 'sheet-svg'; readonly paper: string; readonly sheet: number; readonly drawings: boolean; readonly notes: boolean };

/** The file itself, or a zip of several. */
export type Packing = 'plain' | 'zip';

/** How many sheets of a kind a set holds. */
export interface SheetCount {
  readonly kind: string;
  readonly count: number;
}

export interface ExportRequest {
  readonly plan: Plan;
  readonly what: ExportKind;
}
export type ExportMessage =
  | ({ readonly type: 'progress' } & Progress)
  | {
      readonly type: 'done';
      readonly bytes: Uint8Array;
      readonly packing: Packing;
      readonly notes: readonly string[];
      readonly sheets: readonly SheetCount[];
    }
  | { readonly type: 'failed'; readonly error: UserError };
