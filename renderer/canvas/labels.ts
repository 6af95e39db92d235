/** Texts that step aside: each is drawn only where no earlier one lies, one of several lines as a block. */
import type { Pen } from './pen.ts';

export interface LabelStyle {
  readonly font: string;
  readonly sizePx: number;
  readonly color: string;
  /** Color behind the text; null: none. */
  readonly ground: string | null;
  /** Line around the ground; null: none. */
  readonly border: string | null;
  /** Color of a rim around the letters, for texts that lie on lines; absent: none. */
  readonly halo?: string;
  readonly align: 'left' | 'center' | 'right';
  /** Quarter turn to the left, for texts along y. */
  readonly upright: boolean;
}

/** A place in px, with its ground. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type LabelEdges = readonly [left: number, top: number, right: number, bottom: number];

export interface Labels {
  /** Draws the text around (x, y) in px when the place is free, further lines below; says where it did, or null. */
  place(text: string | readonly string[], x: number, y: number, style: LabelStyle): LabelBox | null;
  /** Keeps a place free of later texts. */
  reserve(...box: LabelEdges): void;
  widthOf(text: string, font: string): number;
  /** Whether a text lies in this place. */
  isWritten(...box: LabelEdges): boolean;
}

/** Cells of the grid in which places are looked up. */
const CELL_PX = 64;
const GROUND_PADDING_PX = 4;
/** From line to line, as a share of the size. */
const LINE_HEIGHT = 1.34;

const widths = new Map<string, number>();

/** Fonts come late; what was measured before them is wrong. */
export function forgetTextWidths(): void {
  widths.clear();
}

export function textWidth(context: CanvasRenderingContext2D, text: string, font: string): number {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** Texts of one painting; `beneath` are those of another that they step aside from, too. */
export function createLabels({ context }: Pen, beneath: Pick<Labels, 'isWritten'> | null = null): Labels {
  const cells = new Map<number, number[]>();
  const boxes: number[] = [];
  const texts = new Set<number>();

  function eachCell(left: number, top: number, right: number, bottom: number, visit: (cell: number) => boolean): boolean {
    for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row += 1) {
      for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column += 1) {
        if (visit(row * 4096 + column)) return true;
      }
    }
    return false;
  }

  function isTaken(left: number, top: number, right: number, bottom: number, counts: (box: number) => boolean = () => true): boolean {
    return eachCell(left, top, right, bottom, (cell) =>
      (cells.get(cell) ?? []).some(
        (at) => counts(at) && left < boxes[at + 2]! && right > boxes[at]! && top < boxes[at + 3]! && bottom > boxes[at + 1]!,
      ),
    );
  }

  function reserve(left: number, top: number, right: number, bottom: number): void {
    const at = boxes.push(left, top, right, bottom) - 4;
    eachCell(left, top, right, bottom, (cell) => {
      const list = cells.get(cell);
      if (list === undefined) cells.set(cell, [at]);
      else list.push(at);
      return false;
    });
  }

  return {
    reserve,
    isWritten: (left, top, right, bottom) => isTaken(left, top, right, bottom, (box) => texts.has(box)),
    widthOf: (text, font) => textWidth(context, text, font),
    place(text, x, y, { font, sizePx, color, ground, border, halo, align, upright }) {
      const lines = typeof text === 'string' ? [text] : text;
      const width = Math.max(0, ...lines.map((line) => textWidth(context, line, font)));
      const lineHeight = Math.round(sizePx * LINE_HEIGHT);
      const further = (lines.length - 1) * lineHeight;
      const padding = ground === null ? 1 : GROUND_PADDING_PX;
      const along = align === 'left' ? 0 : align === 'center' ? -width / 2 : -width;
      const halfHeight = sizePx / 2 + (ground === null ? 1 : 3);
      const [left, right] = upright ? [x - halfHeight, x + halfHeight + further] : [x + along - padding, x + along + width + padding];
      const [top, bottom] = upright ? [y - along - width - padding, y - along + padding] : [y - halfHeight, y + halfHeight + further];
      if (isTaken(left, top, right, bottom) || beneath?.isWritten(left, top, right, bottom) === true) return null;
      texts.add(boxes.length);
      reserve(left, top, right, bottom);
      if (ground !== null) {
        context.beginPath();
        context.roundRect(Math.round(left) + 0.5, Math.round(top) + 0.5, Math.round(right - left), Math.round(bottom - top), 3);
        context.fillStyle = ground;
        context.fill();
        if (border !== null) {
          context.strokeStyle = border;
          context.lineWidth = 1;
          context.stroke();
        }
      }
      context.font = font;
      context.fillStyle = color;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      // Capitals and figures are 0.73 of the size high: half of that below the middle.
      const drop = sizePx * 0.364;
      const write = (atX: number, atY: number): void => {
        lines.forEach((line, at) => {
          if (halo !== undefined) {
            context.lineJoin = 'round';
            context.lineWidth = 3;
            context.strokeStyle = halo;
            context.strokeText(line, atX, atY + at * lineHeight);
          }
          context.fillText(line, atX, atY + at * lineHeight);
        });
      };
      if (upright) {
        context.save();
        context.translate(x, y);
        context.rotate(-Math.PI / 2);
        write(along, drop);
        context.restore();
      } else {
        write(Math.round(x + along), Math.round(y + drop));
      }
      return { left, top, right, bottom };
    },
  };
}
