/** What all sheets of one plan share, worked out once. */
import { tierNames } from '../engine/cableColumns.ts';
import type { Derived } from '../engine/engine.ts';
import type { Paper, PaperPoint, Sheet } from './drawing.ts';
import { Pen } from './pen.ts';
import { cabinetRows, type CabinetRow } from './rows.ts';
import { scaleText } from './scales.ts';
import { styleTable, type StyleTable } from './styles.ts';
import type { SheetFacts } from './titleBlock.ts';
import { layersOf, sheetUnderlays, type SheetUnderlay } from './sheetUnderlays.ts';
import { NO_PICTURES, type UnderlayPictures } from './underlayPictures.ts';

export type SheetKind = 'plan' | 'elevations' | 'pull' | 'labels' | 'looms';

/** Sheets of one kind: their number is known before any is drawn. */
export interface SheetPart {
  readonly kind: SheetKind;
  readonly count: number;
  /** Draws them one after the other; `first` is the number of the first one within `total`. */
  sheets(first: number, total: number): Iterable<Sheet>;
}

export interface SheetContext {
  readonly derived: Derived;
  /** Landscape. */
  readonly paper: Paper;
  readonly styles: StyleTable;
  readonly tiers: readonly string[];
  readonly rows: readonly CabinetRow[];
  /** Drawings under the plan that are drawn, from the bottom up. */
  readonly underlays: readonly SheetUnderlay[];
  /** Whether floor plans show open notes. */
  readonly showsNotes: boolean;
}

export function sheetContext(derived: Derived, paper: Paper, pictures: UnderlayPictures = NO_PICTURES): SheetContext {
  const underlays = sheetUnderlays(derived.plan, pictures);
  const tiers = tierNames(derived.cabling);
  const elevations = [...new Set(derived.survey.network.segments.map((segment) => segment.elevationMm))].sort((a, b) => a - b);
  const rows = cabinetRows(derived.survey.halls, derived.survey.cabinets);
  return { derived, paper, styles: styleTable(elevations, tiers, layersOf(underlays)), tiers, rows, underlays, showsNotes: true };
}

export interface SheetHead {
  readonly id: string;
  readonly title: string;
  readonly paper: Paper;
  /** 1 : n; null for tables and labels. */
  readonly scale: number | null;
  readonly origin?: PaperPoint;
  readonly number: number;
  readonly count: number;
}

/** One sheet: `draw` gets the pen and what the title block says. */
export function makeSheet({ derived, styles }: SheetContext, head: SheetHead, draw: (pen: Pen, facts: SheetFacts) => void): Sheet {
  const { id, title, paper, scale, origin = null, number, count } = head;
  const pen = new Pen(styles);
  draw(pen, {
    planName: derived.plan.name,
    titleBlock: derived.plan.settings.titleBlock,
    scope: derived.takeoff.scope,
    title,
    scale: scale === null ? 'none' : scaleText(scale, derived.plan.settings.units),
    paper,
    number,
    count,
  });
  return { id, title, paper, scale, origin, styles: styles.list, symbols: pen.symbols, images: pen.images, marks: pen.marks };
}
