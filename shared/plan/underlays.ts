/** Drawings that lie under a plan, as the plan holds them. */

/** What a drawing under the plan is made of. */
export type DrawingKind = 'png' | 'jpeg' | 'webp' | 'pdf' | 'dxf';

/** The bytes of a drawing, once however many underlays show it. Its id is the SHA-256 of the file. */
export interface DrawingFile {
  readonly id: string;
  /** As it was named where it came from. */
  readonly name: string;
  readonly kind: DrawingKind;
  /** Of the file as it was. */
  readonly byteCount: number;
  readonly packing: 'none' | 'deflate';
  /** Base64. */
  readonly data: string;
}

/** Two places on a drawing, in its own units, and how far apart they truly are. */
export interface MeasuredSpan {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly distanceMm: number;
}

/** A drawing that lies under the plan: an image in pixels, a page of a PDF in points, a DXF in its own units; y down from its upper left corner. */
export interface Underlay {
  readonly id: string;
  readonly hall: string;
  readonly name: string;
  /** Id of its file, which a plan may be without: it opens, and says what is missing. */
  readonly file: string;
  readonly kind: DrawingKind;
  /** Of a PDF, from 1; else 1. */
  readonly page: number;
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** Where the upper left corner lies in the coordinates of a DXF, which are often those of a whole site. */
  readonly originX: number;
  readonly originY: number;
  readonly mmPerUnit: number;
  /** Where its upper left corner lies. */
  readonly xMm: number;
  readonly yMm: number;
  /** Clockwise around its upper left corner. */
  readonly rotationDeg: number;
  readonly opacityPct: number;
  readonly visible: boolean;
  readonly locked: boolean;
  /** Drawings of a higher level lie over those of a lower one; absent: 0. */
  readonly level?: number | undefined;
  /** Lines and texts of a DXF are drawn in the colors that its file gives them; absent: all in one ink. */
  readonly ownColors?: true | undefined;
  /** Names of layers that are not shown. */
  readonly offLayers: readonly string[];
  /** What gave or confirmed its scale; null: nobody has measured it yet. */
  readonly calibration: MeasuredSpan | null;
  /** A second distance that the scale was tried against; null: none yet. */
  readonly check: MeasuredSpan | null;
}
