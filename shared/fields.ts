/**
 * The kinds of value that the schemas of plans and catalogs are made of. Bounds keep every sum of lengths within 32 bits.
 * Where a rule has words of its own, they are `what is wrong; what would be right` (see schemaFault.ts).
 */
import * as v from 'valibot';

/** Farthest that a thing may lie from its hall's origin, and longest length: 100 km. */
export const MAX_LENGTH_MM = 100_000_000;

const MAX_ID_CHARS = 200;
const MAX_TEXT_CHARS = 2_000;

/** Names that would reach an object's prototype if they were ever used as keys. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;
const PLAIN_TEXT_RULE = 'must be one line without control characters; take them out';

/** One line of text without control characters or halves of a character; may be empty. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARS), v.regex(PLAIN_TEXT, PLAIN_TEXT_RULE));

/** Text that may go over several lines, with no other control characters; may be empty. */
export const lines = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_CHARS),
  v.regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u, 'must not hold control characters other than line breaks; take them out'),
);

/** Text that names a thing: not empty. */
export const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_CHARS), v.regex(PLAIN_TEXT, PLAIN_TEXT_RULE));

/** What other things refer to: no spaces. */
export const id = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength(MAX_ID_CHARS),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Z}]+$/u, 'must not hold spaces or control characters; write an id such as cab-7f3k'),
  v.check((value) => !RESERVED_NAMES.has(value), 'must not be a reserved name; write another id'),
);

/** A number; minus zero, which JSON can write and no place is at, becomes zero. */
export const figure = v.pipe(
  v.number(),
  v.transform((value) => value + 0),
);

/** A place along an axis, in whole millimetres. */
export const positionMm = v.pipe(figure, v.integer(), v.minValue(-MAX_LENGTH_MM), v.maxValue(MAX_LENGTH_MM));

/** A length that may be nothing, in whole millimetres. */
export const lengthMm = v.pipe(figure, v.integer(), v.minValue(0), v.maxValue(MAX_LENGTH_MM));

/** The size of a thing that has one, in whole millimetres. */
export const sizeMm = v.pipe(figure, v.integer(), v.minValue(1), v.maxValue(MAX_LENGTH_MM));

/** A place or size on a face, where makers publish fractions of a millimetre. */
export const fineMm = v.pipe(figure, v.finite(), v.minValue(-MAX_LENGTH_MM), v.maxValue(MAX_LENGTH_MM));

/** A count, a mass in grams, a power in watts: whole and not negative. */
export const whole = v.pipe(figure, v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** A count from one to as many as the thing can have: what is computed and drawn grows with most counts. */
export function countTo(most: number) {
  return v.pipe(figure, v.integer(), v.minValue(1), v.maxValue(most));
}

/** A measured figure that need not be whole and is not negative. */
export const measure = v.pipe(figure, v.finite(), v.minValue(0));

/** A share in percent, 0 to 100. */
export const percent = v.pipe(figure, v.finite(), v.minValue(0), v.maxValue(100));

/** Degrees clockwise from above, 0 up to but not including 360. */
export const degrees = v.pipe(figure, v.finite(), v.minValue(0), v.ltValue(360));

/** ISO 4217: three capital letters. */
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be three capital letters; write a code such as USD'));
