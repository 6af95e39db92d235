/** A picture in a page, decoded, as a PNG that sheets can hold. */
import { zlibSync } from 'fflate';

/** As pdfjs gives it: bits where one is white, bytes of red, green and blue, or these with opacity. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly kind: 1 | 2 | 3;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Null: what pdfjs gives is no picture, as it does where one could not be decoded. */
export function decodedImage(value: unknown): DecodedImage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { width, height, kind, data } = value as Partial<DecodedImage>;
  const isData = data instanceof Uint8Array || data instanceof Uint8ClampedArray;
  const isWhole = typeof width === 'number' && typeof height === 'number' && isData && (kind === 1 || kind === 2 || kind === 3);
  return isWhole ? (value as DecodedImage) : null;
}

/** A stencil as a picture in black: its bits are one where nothing is painted. It stands where operators say, or by the name of its data. */
export function maskImage(value: unknown, objects: ReadonlyMap<string, unknown>): DecodedImage | null {
  if (typeof value !== 'object' || value === null || !('data' in value)) return null;
  const own: unknown = typeof value.data === 'string' ? objects.get(value.data) : value;
  return typeof own === 'object' && own !== null ? decodedImage({ ...own, kind: 1 }) : null;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const COMPRESSION = 6;
/** Bits of a channel, and what PNG calls the channels. */
const FORM: Readonly<Record<DecodedImage['kind'], readonly [depth: number, kind: number, bitsPerPixel: number]>> = {
  1: [1, 0, 1],
  2: [8, 2, 24],
  3: [8, 6, 32],
};

/** Null where the bytes are fewer than the picture needs. */
export function pngOf({ width, height, kind, data }: DecodedImage): Uint8Array<ArrayBuffer> | null {
  const [depth, channels, bitsPerPixel] = FORM[kind];
  const wide = Math.ceil((width * bitsPerPixel) / 8);
  if (width < 1 || height < 1 || data.length < wide * height) return null;
  const rows = new Uint8Array((wide + 1) * height);
  for (let row = 0; row < height; row += 1) rows.set(data.subarray(row * wide, (row + 1) * wide), row * (wide + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, channels, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', zlibSync(rows, { level: COMPRESSION })), chunk('IEND', new Uint8Array(0))];
  const png = new Uint8Array(SIGNATURE.length + parts.reduce((sum, { length }) => sum + length, 0));
  png.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(body, 8);
  view.setUint32(body.length + 8, checksum(bytes.subarray(4, body.length + 8)));
  return bytes;
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The CRC that PNG asks for. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = CHECKS[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
