/** What a JPEG says of itself: size, channels, and how it is to be turned. */

export interface JpegParts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3 | 4;
  /** As the EXIF standard counts them, from 1 (not turned) to 8. */
  readonly orientation: number;
  /** Four inks as Adobe's programs write them: full is zero. */
  readonly isInverted: boolean;
}

const START = 0xffd8;
const EXIF = 0xffe1;
const ADOBE = 0xffee;
const DATA = 0xffda;
const ORIENTATION = 0x0112;

/** Null: it is no JPEG that can be read. */
export function jpegParts(bytes: Uint8Array<ArrayBuffer>): JpegParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return null;
  let orientation = 1;
  let isAdobe = false;
  for (let at = 2; at + 10 <= bytes.length;) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker < 0xffc0 || marker === DATA || length < 2) return null;
    if (marker === EXIF) orientation = exifOrientation(bytes.slice(at + 4, at + 2 + length)) ?? orientation;
    if (marker === ADOBE) isAdobe = true;
    if (isFrame(marker)) {
      const [heightPx, widthPx, channels] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]];
      if (widthPx === 0 || heightPx === 0 || (channels !== 1 && channels !== 3 && channels !== 4)) return null;
      return { widthPx, heightPx, channels, orientation, isInverted: channels === 4 && isAdobe };
    }
    at += 2 + length;
  }
  return null;
}

/** Start of a frame, of whichever coding; three markers between them are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
}

/** From the first directory of EXIF data; null where it says nothing. */
function exifOrientation(data: Uint8Array<ArrayBuffer>): number | null {
  if (data.length < 20 || String.fromCharCode(...data.subarray(0, 4)) !== 'Exif') return null;
  const tiff = new DataView(data.buffer, data.byteOffset + 6, data.byteLength - 6);
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(start, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + 12 * entry;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) !== ORIENTATION) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
