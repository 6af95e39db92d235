/** Counts as people type them. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';

/** A whole number from 1 to `most`. */
export function parseCount(text: string, most: number): Result<number, UserError> {
  const plain = text.replace(/[\s\u2009\u202f\u00a0]/g, '');
  const value = Number(plain);
  if (/^\d+$/.test(plain) && value >= 1 && value <= most) return ok(value);
  return fail({ code: 'input.not-a-count', message: `"${text.trim()}" is not a count`, remedy: `write a whole number from 1 to ${most}` });
}
