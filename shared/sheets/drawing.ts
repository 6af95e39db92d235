/**
 * A drawing as a display list. Coordinates in mm on paper, x right, y down, origin at the sheet's top left.
 * Writers (SVG, PDF, DXF, the screen) turn y where they need to; nothing else interprets coordinates.
 */
export type PaperName = 'A4' | 'A3' | 'A2' | 'A1' | 'A0' | 'Letter' | 'Tabloid';

/** Landscape unless a sheet says otherwise. */
export interface Paper {
  readonly name: PaperName;
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface PaperPoint {
  readonly x: number;
  readonly y: number;
}

export type LineType = 'solid' | 'dashed' | 'dotted' | 'dash-dot';

/** How a mark looks. The layer is a DXF layer name (`T-EQPM`), also an SVG group and a PDF layer. */
export interface Style {
  readonly layer: string;
  /** `#rrggbb`, or null for no stroke. */
  readonly stroke: string | null;
  readonly fill: string | null;
  readonly lineWeightMm: number;
  readonly lineType: LineType;
}

export type Anchor = 'start' | 'middle' | 'end';
export type FontWeight = 'regular' | 'semibold';

/** One mark. `owner` is the id of the plan's thing that it shows. */
export type Mark =
  | {
      readonly mark: 'line';
      readonly points: readonly PaperPoint[];
      readonly closed: boolean;
      readonly style: number;
      readonly owner?: string;
    }
  | {
      readonly mark: 'arc';
      readonly centre: PaperPoint;
      readonly radius: number;
      readonly fromDeg: number;
      readonly toDeg: number;
      readonly style: number;
      readonly owner?: string;
    }
  | {
      readonly mark: 'text';
      /** Baseline point. */
      readonly at: PaperPoint;
      readonly text: string;
      /** Cap-to-baseline is about 0.73 of this em size. */
      readonly sizeMm: number;
      readonly anchor: Anchor;
      readonly weight: FontWeight;
      /** Clockwise. */
      readonly rotateDeg: number;
      readonly style: number;
      readonly owner?: string;
    }
  | {
      readonly mark: 'symbol';
      readonly symbol: string;
      readonly at: PaperPoint;
      readonly rotateDeg: number;
      readonly scale: number;
      readonly owner?: string;
    }
  | {
      readonly mark: 'image';
      /** Name of one of the sheet's images. */
      readonly image: string;
      /** Its upper left corner, and the ways along its upper and its left side. */
      readonly at: PaperPoint;
      readonly right: PaperPoint;
      readonly down: PaperPoint;
      readonly opacityPct: number;
      /** What of it is seen. */
      readonly clip: PaperBox;
      readonly style: number;
      readonly owner?: string;
    };

/** An upright part of the paper. */
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A picture in the form that its file has. Its white lets through what lies under it. */
export interface SheetImage {
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As it is seen: turned by what the file says of its orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A symbol drawn many times, around its own origin; becomes a block, a use, a form. */
export interface SymbolDefinition {
  readonly marks: readonly Mark[];
}

export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly paper: Paper;
  /** Drawing scale 1 : n; null for tables and labels. */
  readonly scale: number | null;
  /** Where the hall's (0, 0) lies on the paper, even when off it; null for tables and labels. */
  readonly origin: PaperPoint | null;
  readonly styles: readonly Style[];
  readonly symbols: Readonly<Record<string, SymbolDefinition>>;
  readonly images: Readonly<Record<string, SheetImage>>;
  readonly marks: readonly Mark[];
}

/** What a writer could not express as drawn. */
export interface WriteNote {
  readonly sheet: string;
  readonly message: string;
}
