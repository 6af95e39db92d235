/** The pixels of a PNG as a PDF takes them. Rows of an opaque one go over as they are packed; a transparent one is laid on white. */
import { unzlibSync, zlibSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import { joined } from './zip.ts';

export interface PngPixels {
  readonly data: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

interface Png {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly depth: number;
  /** 0 gray, 2 colors, 3 a palette, 4 and 6 the first two with a share of opacity. */
  readonly kind: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  /** Opacity of the palette's entries, or the one color that is see-through. */
  readonly clear: Uint8Array | null;
  readonly packed: Uint8Array<ArrayBuffer>;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const MOST_PIXELS = 100_000_000;
const COMPRESSION = 6;

/** The pixels, or in words why there are none. */
export function pngPixels(bytes: Uint8Array<ArrayBuffer>): Result<PngPixels, string> {
  const png = partsOf(bytes);
  if (png === null) return fail('the picture is damaged');
  if (png.interlaced) return fail('the picture is interlaced');
  const { widthPx, heightPx, depth, kind, palette, clear } = png;
  const size = { Width: widthPx, Height: heightPx };
  if (kind < 4 && clear === null) {
    const space = kind === 3 ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, palette] : kind === 0 ? 'DeviceGray' : 'DeviceRGB';
    const rows = { Predictor: 15, Colors: CHANNELS[kind], BitsPerComponent: depth, Columns: widthPx };
    const data = { ...size, BitsPerComponent: depth, ColorSpace: space, Filter: 'FlateDecode', DecodeParms: rows };
    return ok({ data, bytes: png.packed });
  }
  if (depth !== 8) return fail(`the picture is partly transparent and has ${depth} bits a color`);
  const colors = onWhite(png);
  if (colors === null) return fail('the picture is damaged');
  const data = { ...size, BitsPerComponent: 8, ColorSpace: 'DeviceRGB', Filter: 'FlateDecode' };
  return ok({ data, bytes: zlibSync(colors, { level: COMPRESSION }) });
}

function partsOf(bytes: Uint8Array<ArrayBuffer>): Png | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || SIGNATURE.some((value, at) => bytes[at] !== value)) return null;
  const [widthPx, heightPx, depth, kind] = [view.getUint32(16), view.getUint32(20), bytes[24]!, bytes[25]!];
  const isKnown = CHANNELS[kind] !== undefined && widthPx > 0 && heightPx > 0 && widthPx * heightPx <= MOST_PIXELS;
  if (!isKnown) return null;
  const packed: Uint8Array<ArrayBuffer>[] = [];
  let palette: Uint8Array = new Uint8Array(0);
  let clear: Uint8Array | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'PLTE') palette = body;
    if (name === 'tRNS') clear = body;
    if (name === 'IDAT') packed.push(body);
    if (name === 'IEND') break;
    at += 12 + length;
  }
  if (packed.length === 0 || (kind === 3 && palette.length < 3)) return null;
  return { widthPx, heightPx, depth, kind, interlaced: bytes[28] !== 0, palette, clear, packed: joined(packed) };
}

/** Red, green and blue of every pixel as it looks on white; null where the rows are damaged. */
function onWhite(png: Png): Uint8Array | null {
  const { widthPx, heightPx, kind, palette, clear } = png;
  const channels = CHANNELS[kind]!;
  const rows = unfiltered(png, channels);
  if (rows === null) return null;
  const colors = new Uint8Array(widthPx * heightPx * 3);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const at = pixel * channels;
    const first = rows[at]!;
    const source = kind === 3 ? palette : rows;
    const red = kind === 3 ? first * 3 : at;
    const isGray = kind === 0 || kind === 4;
    const opacity = opacityAt(rows, at, kind, clear) / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = source[isGray ? red : red + channel] ?? 0;
      colors[pixel * 3 + channel] = Math.round(255 - (255 - value) * opacity);
    }
  }
  return colors;
}

function opacityAt(rows: Uint8Array, at: number, kind: number, clear: Uint8Array | null): number {
  if (kind === 4) return rows[at + 1]!;
  if (kind === 6) return rows[at + 3]!;
  if (clear === null) return 255;
  if (kind === 3) return clear[rows[at]!] ?? 255;
  // The low bytes of the one color that is see-through.
  const isClear = kind === 0 ? rows[at] === clear[1] : [0, 1, 2].every((channel) => rows[at + channel] === clear[2 * channel + 1]);
  return isClear ? 0 : 255;
}

/** Rows one after the other, their filters undone; 8 bits a channel. */
function unfiltered({ widthPx, heightPx, packed }: Png, channels: number): Uint8Array | null {
  const wide = widthPx * channels;
  const size = (wide + 1) * heightPx;
  let raw: Uint8Array;
  try {
    raw = unzlibSync(packed, { out: new Uint8Array(size) });
  } catch {
    return null;
  }
  if (raw.length !== size) return null;
  const rows = new Uint8Array(wide * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const filter = raw[row * (wide + 1)]!;
    if (filter > 4) return null;
    for (let x = 0; x < wide; x += 1) {
      const to = row * wide + x;
      const left = x < channels ? 0 : rows[to - channels]!;
      const up = row === 0 ? 0 : rows[to - wide]!;
      const corner = x < channels || row === 0 ? 0 : rows[to - wide - channels]!;
      rows[to] = raw[row * (wide + 1) + 1 + x]! + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
