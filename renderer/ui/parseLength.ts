/** Lengths and angles as people type them: `600`, `0.6 m`, `24 in`, `2' 6"`, `+600`. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Units } from './quantities.ts';

/** A value to set, or to add to what is there. */
export type TypedValue = { readonly kind: 'absolute' | 'relative'; readonly value: number };

const MM_PER: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  m: 1000,
  km: 1_000_000,
  in: 25.4,
  '"': 25.4,
  '″': 25.4,
  ft: 304.8,
  "'": 304.8,
  '′': 304.8,
  yd: 914.4,
};

/**
 * A length in whole millimetres. A bare number is in mm, or in inches under imperial units. A sign in front makes it
 * relative to what is there; `=-600` sets a negative value.
 */
export function parseLength(text: string, units: Units): Result<TypedValue, UserError> {
  const { kind, rest } = readSign(text);
  const parts = [...rest.matchAll(/(\d+(?:[.,]\d+)?)\s*(mm|cm|km|m|in|ft|yd|["'″′])?\s*/gy)];
  const matched = parts.map((part) => part[0]).join('');
  if (parts.length === 0 || matched.length !== rest.length || parts.length > 2) return fail(notALength(text));
  if (parts.length === 2 && parts.some((part) => part[2] === undefined)) return fail(notALength(text));
  let mm = 0;
  for (const [, digits = '', unit] of parts) {
    const factor = MM_PER[unit ?? (units === 'metric' ? 'mm' : 'in')] ?? 1;
    mm += Number(digits.replace(',', '.')) * factor;
  }
  return ok({ kind: kind.relative ? 'relative' : 'absolute', value: Math.round(kind.sign * mm) });
}

/** An angle in whole degrees: `90`, `90°`, `+90`. */
export function parseAngle(text: string): Result<TypedValue, UserError> {
  const { kind, rest } = readSign(text);
  const match = /^(\d+(?:[.,]\d+)?)\s*(?:°|deg)?$/.exec(rest);
  if (match?.[1] === undefined) {
    return fail({ code: 'input.not-an-angle', message: `"${text.trim()}" is not an angle`, remedy: 'write degrees such as 90 or +90' });
  }
  return ok({ kind: kind.relative ? 'relative' : 'absolute', value: kind.sign * Number(match[1].replace(',', '.')) });
}

function readSign(text: string): { readonly kind: { readonly relative: boolean; readonly sign: 1 | -1 }; readonly rest: string } {
  const plain = text
    .replace(/[\u2009\u202f\u00a0]/g, '')
    .replace(/\u2212/g, '-')
    .trim()
    .replace(/(\d) (?=\d{3}\b)/g, '$1');
  const absolute = plain.startsWith('=');
  const signed = absolute ? plain.slice(1).trim() : plain;
  const sign = signed.startsWith('-') ? -1 : 1;
  const relative = !absolute && /^[+-]/.test(signed);
  return { kind: { relative, sign }, rest: signed.replace(/^[+-]\s*/, '') };
}

function notALength(text: string): UserError {
  return { code: 'input.not-a-length', message: `"${text.trim()}" is not a length`, remedy: 'write 600, 0.6 m, 24 in or +600' };
}
