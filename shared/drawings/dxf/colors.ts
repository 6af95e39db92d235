/** Colors as a DXF gives them: by AutoCAD's index, or as red, green and blue. */
import { numberOf, textOf, type DxfEntity } from './document.ts';

const [INDEX, TRUE_COLOR] = [62, 420];
export const BY_BLOCK = 0;
export const BY_LAYER = 256;
/** White on black, black on white: what looks at the drawing says which. */
const FOREGROUND = 7;

const PLAIN: Readonly<Record<number, string>> = {
  1: '#ff0000',
  2: '#ffff00',
  3: '#00ff00',
  4: '#00ffff',
  5: '#0000ff',
  6: '#ff00ff',
  8: '#808080',
  9: '#c0c0c0',
  250: '#333333',
  251: '#5b5b5b',
  252: '#848484',
  253: '#adadad',
  254: '#d6d6d6',
  255: '#ffffff',
};
/** From 10 on every ten are a hue, 15 degrees apart; of them the even ones are full and ever darker, each odd one is half as full. */
const [FIRST_HUE, HUES] = [10, 24];
const LEVELS = [255, 204, 153, 127, 76];

/** What a color is where it is no color of its own. */
export interface ColorMeaning {
  readonly byLayer: string | null;
  readonly byBlock: string | null;
}

/** The color of a thing, or of a layer, as `#rrggbb`; null: the ink of whoever looks at it. */
export function colorOf(entity: DxfEntity, { byLayer, byBlock }: ColorMeaning): string | null {
  const full = textOf(entity, TRUE_COLOR);
  if (full !== null) return inkOr(hexOf(Number(full) & 0xffffff));
  // Layers that are off have it below zero.
  const index = Math.abs(numberOf(entity, INDEX, BY_LAYER));
  if (index === BY_BLOCK) return byBlock;
  return index < BY_LAYER ? inkOr(indexedColor(index)) : byLayer;
}

/** A color of the index; null: the foreground, or none of the index. */
export function indexedColor(index: number): string | null {
  const plain = PLAIN[index];
  const place = index - FIRST_HUE;
  if (plain !== undefined || index === FOREGROUND || !(place >= 0) || place >= HUES * 10) return plain ?? null;
  const most = LEVELS[Math.floor((place % 10) / 2)]!;
  const parts = hue(Math.floor(place / 10)).map((part) => Math.floor(place % 2 === 0 ? part * most : (part * most + most) / 2));
  return hexOf((parts[0]! << 16) | (parts[1]! << 8) | parts[2]!);
}

/** Red, green and blue from 0 to 1 of a hue that is so many steps from red. */
function hue(step: number): number[] {
  return [0, 16, 8].map((shift) => {
    // Whole for a sixth of the circle on both sides, none from a third on.
    const away = Math.abs(((step + shift + HUES / 2) % HUES) - HUES / 2);
    return Math.min(1, Math.max(0, 2 - away / 4));
  });
}

/** Nearly black or white was meant for the other ground: no hue, and darker or lighter than this. */
const [LEAST_HUE, DARK, LIGHT] = [32, 64, 208];

function inkOr(color: string | null): string | null {
  if (color === null) return null;
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return most - least < LEAST_HUE && (most < DARK || least > LIGHT) ? null : color;
}

function hexOf(value: number): string {
  return `#${value.toString(16).padStart(6, '0')}`;
}
