/** How a hall lies on a sheet: its scale, and where its (0, 0) falls. */
import type { Derived } from '../../engine/engine.ts';
import type { Point } from '../../geometry/shapes.ts';
import type { Hall } from '../../plan/types.ts';
import type { SurveyedCabinet } from '../../survey/types.ts';
import type { PaperPoint } from '../drawing.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Pen } from '../pen.ts';

export interface PlanView {
  /** 1 : scale. */
  readonly scale: number;
  /** Place of the hall's (0, 0) on the paper. */
  readonly origin: PaperPoint;
}

/** All that the parts of a floor plan draw with. */
export interface PlanDrawing {
  readonly derived: Derived;
  readonly hall: Hall;
  readonly cabinets: readonly SurveyedCabinet[];
  readonly view: PlanView;
  readonly pen: Pen;
  /** Boxes of texts; no text may lie on another. */
  readonly texts: Occupancy;
  /** Boxes of trays and cables, which texts avoid where they can. */
  readonly lines: Occupancy;
}

export function toPaper({ origin, scale }: PlanView, { xMm, yMm }: Point): PaperPoint {
  return { x: origin.x + xMm / scale, y: origin.y + yMm / scale };
}
