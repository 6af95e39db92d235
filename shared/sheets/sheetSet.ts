/** The sheets of a plan, drawn one after the other as they are read: a large plan has thousands. */
import type { Derived } from '../engine/engine.ts';
import type { PaperName, Sheet, WriteNote } from './drawing.ts';
import { PAPERS } from './papers.ts';
import { elevationsPart } from './elevation/elevationSheets.ts';
import { labelsPart } from './labelSheets.ts';
import { loomsPart } from './loomSheets.ts';
import { planPart } from './plan/planSheets.ts';
import { pullPart } from './pullSheets.ts';
import { NO_PICTURES, type UnderlayPictures } from './underlayPictures.ts';
import { sheetContext, type SheetContext, type SheetKind, type SheetPart } from './sheetContext.ts';

export const SHEET_KINDS: readonly SheetKind[] = ['plan', 'elevations', 'pull', 'labels', 'looms'];

export interface SheetSet extends Iterable<Sheet> {
  /** Known before anything is drawn. */
  readonly count: number;
  readonly parts: readonly { readonly kind: SheetKind; readonly count: number }[];
  /** What cannot be drawn in any form. */
  readonly notes: readonly WriteNote[];
}

export interface SheetOptions {
  readonly paper: PaperName;
  /** Kinds to draw; their order is always that of SHEET_KINDS. */
  readonly only: readonly SheetKind[];
  /** Whether floor plans show open notes; absent: they do. */
  readonly notes?: boolean;
  /** Drawings under the plan, as they were read for it; without them none is drawn. */
  readonly pictures?: UnderlayPictures;
}

export function sheetSet(derived: Derived, { paper, only, pictures = NO_PICTURES, notes = true }: SheetOptions): SheetSet {
  const context = { ...sheetContext(derived, PAPERS[paper], pictures), showsNotes: notes };
  const parts = SHEET_KINDS.filter((kind) => only.includes(kind)).map((kind) => partOf(kind, context));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    count,
    parts,
    notes: only.includes('plan') ? pictures.notes : [],
    *[Symbol.iterator]() {
      let first = 1;
      for (const part of parts) {
        yield* part.sheets(first, count);
        first += part.count;
      }
    },
  };
}

function partOf(kind: SheetKind, context: SheetContext): SheetPart {
  switch (kind) {
    case 'plan':
      return planPart(context);
    case 'elevations':
      return elevationsPart(context);
    case 'pull':
      return pullPart(context);
    case 'labels':
      return labelsPart(context);
    case 'looms':
      return loomsPart(context);
  }
}
