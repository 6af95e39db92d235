/** From a file's bytes to text: refuses what is too large, binary, or not UTF-8. */
import { fail, ok } from '../result.ts';
import { MAX_PLAN_BYTES, planTooLarge } from './planFormat.ts';
import type { Result, UserError } from '../result.ts';

const LOOKED_AT_BYTES = 4096;
const NEWLINE = 0x0a;

/** The text of a file; a byte order mark is taken off. */
export function decodePlanText(bytes: Uint8Array): Result<string, UserError> {
  if (bytes.length > MAX_PLAN_BYTES) return fail(planTooLarge(bytes.length));
  if (bytes.subarray(0, LOOKED_AT_BYTES).some(isBinary)) {
    return fail({ code: 'plan.binary', message: 'the file holds binary data, not text', remedy: 'choose a .raceway file' });
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail({
      code: 'plan.not-utf8',
      line: lineOfBadBytes(bytes),
      message: 'this line is not UTF-8 text',
      remedy: 'save the file as UTF-8, or restore the last good copy',
    });
  }
}

/** Control bytes that JSON never holds; tab, line feed and carriage return are fine. */
function isBinary(byte: number): boolean {
  return byte < 0x09 || byte === 0x0b || byte === 0x0c || (byte > 0x0d && byte < 0x20);
}

/** No character of UTF-8 holds the byte of a newline, so that lines can be decoded one by one. */
function lineOfBadBytes(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
