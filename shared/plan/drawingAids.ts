/** What people lay over the drawing: dimensions that follow what they are tied to, and views that they come back to. */

/** A corner of a thing, counted as its outline has them; a cabinet's are front-left, front-right, rear-right, rear-left. */
export type DimensionTie =
  | { readonly kind: 'cabinet' | 'obstacle' | 'hall'; readonly id: string; readonly corner: number }
  | { readonly kind: 'junction'; readonly id: string };

/** Where a dimension begins or ends: tied to a thing, or a place of the floor. */
export type DimensionEnd = DimensionTie | { readonly kind: 'place'; readonly xMm: number; readonly yMm: number };

/** The tables in which what a dimension is tied to stands. */
export const tiedTables = { cabinet: 'cabinets', obstacle: 'obstacles', hall: 'halls', junction: 'junctions' } as const;

/** Measured along an axis of the hall, or straight from end to end. */
export type DimensionAxis = 'x' | 'y' | 'straight';

export interface Dimension {
  readonly id: string;
  readonly hall: string;
  readonly a: DimensionEnd;
  readonly b: DimensionEnd;
  readonly axis: DimensionAxis;
  /** From end `a` to the line, across what is measured: down for x, right for y, to the right of the way from a to b for straight. */
  readonly offsetMm: number;
  /** What the length must reach and must not exceed; null: anything. */
  readonly leastMm: number | null;
  readonly mostMm: number | null;
}

/** How cables are drawn: a line for each tier in a segment, for all of a segment, for each loom, or for each cable. */
export const cableViews = ['tier', 'segment', 'loom', 'cable'] as const;
export type CableView = (typeof cableViews)[number];

/** A named part of a hall with what is shown of it. */
export interface SavedView {
  readonly id: string;
  readonly hall: string;
  readonly name: string;
  /** The part that is seen whole, whatever the window. */
  readonly centreXMm: number;
  readonly centreYMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Names of the layers that are shown. */
  readonly layers: readonly string[];
  /** What alone is shown plainly, as `cabinet cab-7f3k`; null: everything. A thing that has gone is passed over. */
  readonly isolated: readonly string[] | null;
  /** How cables are drawn in it; absent in views that were saved before it was kept, which leave that as it is. */
  readonly cables?: CableView | undefined;
  /** Elevations at which pathways are hidden; absent: none is. */
  readonly hiddenLevelsMm?: readonly number[] | undefined;
}
