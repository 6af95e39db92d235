/** How a page is drawn on from one operator to the next: kept and taken back with the page's own save and restore. */
import type { Transform } from '../dxf/transform.ts';
import type { ClipArea } from './pageClip.ts';
import { PLAIN_TEXT, type TextLook } from './pageText.ts';

export interface PageState {
  /** To points from the page's lower left corner, y up. */
  readonly transform: Transform;
  readonly clips: readonly ClipArea[];
  readonly stroke: Ink;
  readonly fill: Ink;
  readonly text: TextLook;
  readonly textMatrix: Transform | null;
  readonly textAt: TextPlace;
}

/** Whether a color can be seen on white paper. */
export interface Ink {
  readonly isColored: boolean;
  readonly opacity: number;
}

/** Where the next glyph and the line begin, in the text's own space. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
}

export const TEXT_START: TextPlace = { x: 0, y: 0, lineX: 0, lineY: 0 };
const BLACK: Ink = { isColored: true, opacity: 1 };

export function freshState(transform: Transform, clips: readonly ClipArea[]): PageState {
  return { transform, clips, stroke: BLACK, fill: BLACK, text: PLAIN_TEXT, textMatrix: null, textAt: TEXT_START };
}

export function isSeen({ isColored, opacity }: Ink): boolean {
  return isColored && opacity > 0;
}

export function inkOf(ink: Ink, opacity: unknown): Ink {
  return { ...ink, opacity: typeof opacity === 'number' ? opacity : ink.opacity };
}

/** Darkest that a channel of a white that nobody sees may be. */
const WHITE = 0xf6;

/** `#rrggbb`: white on paper is nothing. */
export function isColored(hex: unknown): boolean {
  if (typeof hex !== 'string' || !/^#[0-9a-f]{6}$/i.test(hex)) return true;
  return [1, 3, 5].some((at) => Number.parseInt(hex.slice(at, at + 2), 16) < WHITE);
}

export function transformOf(six: unknown): Transform {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(six);
  return { a, b, c, d, e, f };
}

/** Lists of numbers come plain or typed. */
export function numbersIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.filter((one): one is number => typeof one === 'number');
  return value instanceof Float32Array || value instanceof Float64Array ? [...value] : [];
}
