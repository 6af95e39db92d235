/** Collects the marks of one sheet; builders draw with it and never touch the list. */
import type { Anchor, FontWeight, Mark, PaperBox, PaperPoint, SheetImage, SymbolDefinition } from './drawing.ts';
import type { StyleName, StyleTable } from './styles.ts';
import { fitText } from './textMetrics.ts';

export interface TextOptions {
  readonly anchor?: Anchor;
  readonly weight?: FontWeight;
  readonly rotateDeg?: number;
  /** Cut with an ellipsis to this width. */
  readonly maxWidthMm?: number;
  readonly owner?: string | undefined;
}

export type Rectangle = PaperBox;

export class Pen {
  readonly marks: Mark[] = [];
  readonly symbols: Record<string, SymbolDefinition> = {};
  readonly images: Record<string, SheetImage> = {};
  readonly styles: StyleTable;

  constructor(styles: StyleTable) {
    this.styles = styles;
  }

  line(points: readonly PaperPoint[], style: StyleName | number, owner?: string): void {
    this.marks.push({ mark: 'line', points, closed: false, style: this.styleOf(style), ...owned(owner) });
  }

  segment(x1: number, y1: number, x2: number, y2: number, style: StyleName | number, owner?: string): void {
    this.line(
      [
        { x: x1, y: y1 },
        { x: x2, y: y2 },
      ],
      style,
      owner,
    );
  }

  polygon(points: readonly PaperPoint[], style: StyleName | number, owner?: string): void {
    this.marks.push({ mark: 'line', points, closed: true, style: this.styleOf(style), ...owned(owner) });
  }

  rectangle({ x, y, widthMm, heightMm }: Rectangle, style: StyleName | number, owner?: string): void {
    this.polygon(
      [
        { x, y },
        { x: x + widthMm, y },
        { x: x + widthMm, y: y + heightMm },
        { x, y: y + heightMm },
      ],
      style,
      owner,
    );
  }

  /** Angles clockwise from the x axis, since y runs down. */
  arc(centre: PaperPoint, radius: number, fromDeg: number, toDeg: number, style: StyleName | number, owner?: string): void {
    this.marks.push({ mark: 'arc', centre, radius, fromDeg, toDeg, style: this.styleOf(style), ...owned(owner) });
  }

  /** One line of text with its baseline at (x, y). Control characters become spaces: a sheet's text is one line. */
  text(text: string, x: number, y: number, sizeMm: number, style: StyleName | number, options: TextOptions = {}): void {
    const { anchor = 'start', weight = 'regular', rotateDeg = 0, maxWidthMm, owner } = options;
    const line = oneLine(text);
    const shown = maxWidthMm === undefined ? line : fitText(line, sizeMm, weight, maxWidthMm);
    if (shown === '') return;
    this.marks.push({
      mark: 'text',
      at: { x, y },
      text: shown,
      sizeMm,
      anchor,
      weight,
      rotateDeg,
      style: this.styleOf(style),
      ...owned(owner),
    });
  }

  symbol(symbol: string, x: number, y: number, rotateDeg: number, owner?: string): void {
    this.marks.push({ mark: 'symbol', symbol, at: { x, y }, rotateDeg, scale: 1, ...owned(owner) });
  }

  /** A picture, held once under its name however often it is drawn. */
  image(name: string, image: SheetImage, place: Omit<Extract<Mark, { mark: 'image' }>, 'mark' | 'image'>): void {
    this.images[name] = image;
    this.marks.push({ mark: 'image', image: name, ...place });
  }

  /** Defines a symbol once; `draw` draws it around its own origin with a pen of its own. */
  define(name: string, draw: (pen: Pen) => void): void {
    if (name in this.symbols) return;
    const pen = new Pen(this.styles);
    draw(pen);
    this.symbols[name] = { marks: pen.marks };
  }

  private styleOf(style: StyleName | number): number {
    return typeof style === 'number' ? style : this.styles.named[style];
  }
}

function owned(owner: string | undefined): { owner?: string } {
  return owner === undefined ? {} : { owner };
}

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;

/** The text on one line. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ');
}
