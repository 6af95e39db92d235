/** Lengths and angles as people type them: `600`, `0.6 m`, `24 in`, `8' 10 1/4"`, `+600`. */
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { Units } from '../../shared/quantities.ts';
import { MM_PER_FOOT, MM_PER_INCH, MM_PER_YARD } from '../../shared/unitFactors.ts';

/** A value to set, or to add to what is there. */
export type TypedValue = { readonly kind: 'absolute' | 'relative'; readonly value: number };

const MM_PER: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  m: 1000,
  km: 1_000_000,
  in: MM_PER_INCH,
  '"': MM_PER_INCH,
  '″': MM_PER_INCH,
  ft: MM_PER_FOOT,
  "'": MM_PER_FOOT,
  '′': MM_PER_FOOT,
  yd: MM_PER_YARD,
};

/** A number, as a decimal or with a fraction, and its unit: `8'`, `10 1/4"`, `0.6 m`. */
const PART = /(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)\s*(mm|cm|km|m|in|ft|yd|["'″′])?\s*|(\d+(?:[.,]\d+)?)\s*(mm|cm|km|m|in|ft|yd|["'″′])?\s*/gy;
/** Builders write a dash between feet and inches: `8'-10"`. */
const FOOT_DASH = /(['′]|ft)\s*-\s*(?=\d)/g;
const FEET: readonly (string | undefined)[] = ['ft', "'", '′'];

/**
 * A length in whole millimetres. A bare number is in mm, or in inches under imperial units, as it is after feet. A sign in front
 * makes it relative to what is there; `=-600` sets a negative value.
 */
export function parseLength(text: string, units: Units): Result<TypedValue, UserError> {
  const { kind, rest } = readSign(text);
  const written = rest.replace(FOOT_DASH, '$1');
  const parts = [...written.matchAll(PART)].map(([matched, whole, upper, lower, ofFraction, decimal = '', ofDecimal]) => ({
    matched,
    value: upper === undefined ? Number(decimal.replace(',', '.')) : Number(whole ?? 0) + Number(upper) / Number(lower),
    unit: ofFraction ?? ofDecimal,
  }));
  const [first, second] = parts;
  const isWhole = parts.map(({ matched }) => matched).join('').length === written.length;
  if (first === undefined || parts.length > 2 || !isWhole) return fail(notALength(text));
  if (second !== undefined && (first.unit === undefined || (second.unit === undefined && !FEET.includes(first.unit))))
    return fail(notALength(text));
  const bare = units === 'imperial' || second !== undefined ? 'in' : 'mm';
  const mm = parts.reduce((sum, { value, unit }) => sum + value * (MM_PER[unit ?? bare] ?? 1), 0);
  // A fraction over zero.
  if (!Number.isFinite(mm)) return fail(notALength(text));
  if (mm > MOST_MM) return fail(tooLong(text));
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

/** Farther than anything that a plan holds. */
const MOST_MM = 100_000_000;

function tooLong(text: string): UserError {
  return {
    code: 'input.too-long',
    message: `"${text.trim()}" is more than 100 km`,
    remedy: 'write a shorter length, with its unit where it is not the usual one',
  };
}

function notALength(text: string): UserError {
  return {
    code: 'input.not-a-length',
    message: `"${text.trim()}" is not a length`,
    remedy: 'write 600, 0.6 m, 24 in, 8\' 10 1/4" or +600; =-600 sets a place below zero',
  };
}

/** A width and a depth in whole millimetres, both above zero: `12000 x 8000`, `12 m × 8 m`. */
export function parseSize(text: string, units: Units): Result<readonly [widthMm: number, depthMm: number], UserError> {
  const sizes = text.split(/[x×*]/i).map((part) => parseLength(part, units));
  const [width, depth] = sizes;
  if (sizes.length !== 2 || width?.ok !== true || depth?.ok !== true || width.value.value <= 0 || depth.value.value <= 0) {
    return fail({ code: 'input.not-a-size', message: `"${text.trim()}" is not a width and a depth`, remedy: 'write 12000 x 8000' });
  }
  return ok([width.value.value, depth.value.value]);
}
