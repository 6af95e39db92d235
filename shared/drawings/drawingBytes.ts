/** The bytes of a drawing as its file had them, from how a plan holds them. */
import { inflateSync } from 'fflate';
import type { DrawingFile } from '../plan/underlays.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { fromBase64 } from '../writers/base64.ts';
import { MAX_DXF_BYTES } from './readDxf.ts';

/** Unpacked into the room that the file is said to need and no more: a small one could unpack to fill the memory. */
export function drawingBytes({ data, packing, byteCount }: DrawingFile): Result<Uint8Array<ArrayBuffer>, UserError> {
  const packed = fromBase64(data);
  if (packed === null || byteCount > MAX_DXF_BYTES) return damaged();
  if (packing === 'none') return ok(packed);
  try {
    const bytes = inflateSync(packed, { out: new Uint8Array(byteCount) });
    return bytes.length === byteCount ? ok(bytes) : damaged();
  } catch {
    return damaged();
  }
}

function damaged(): Result<never, UserError> {
  return fail({
    code: 'drawing.damaged',
    message: 'its bytes are not those that were added',
    remedy: 'delete the drawing and add its file again',
  });
}
