/** A part of a zip archive compressed by the runtime's own zlib, five times as quick as the one for browsers, and in hardly more bytes. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { ZIP_COMPRESSION, ZIP_TIME, type ZipPart } from '../../shared/writers/zip.ts';

/** As a zip names deflated parts. */
const DEFLATED = 8;

/** Pieces are compressed each by itself and end on a whole byte, so that they join into one stream, and memory stays flat. */
export function nativeZipPart(path: string): ZipPart {
  const part: ZipPart = {
    filename: path,
    mtime: ZIP_TIME,
    compression: DEFLATED,
    size: 0,
    crc: 0,
    push(bytes, isLast = false) {
      part.size += bytes.length;
      part.crc = crc32(bytes, part.crc);
      const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
      part.ondata?.(null, deflateRawSync(bytes, { level: ZIP_COMPRESSION, finishFlush }), isLast);
    },
  };
  return part;
}
