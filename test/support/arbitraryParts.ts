/** What random plans are made of: texts, ids and tables of things. */
import fc from 'fast-check';

/** Text as people write it anywhere on earth, and as they should not: quotes, formulas, names of prototypes. */
export const textArbitrary = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('__proto__', 'constructor', '=1+1', '"', '\\', '</script>', 'Zürich 機房', '{n}'),
  )
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));

export const nameArbitrary = textArbitrary.filter((text) => text !== '');

export const idArbitrary = fc.oneof(
  fc.stringMatching(/^[a-z]{1,3}-[0-9a-z]{1,4}$/),
  fc.constantFrom('toString', '0', '10', 'f/t/a:1–b:2', 'é', 'length'),
);

/** A field that a later release of the same version might have written. */
export const unknownField = fc.oneof(
  fc.constant({}),
  fc.record({
    zNote: fc.oneof(
      fc.string(),
      fc.constant(null),
      fc.array(fc.integer()),
      fc.record({ b: fc.boolean(), a: fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((figure) => figure + 0) }),
    ),
  }),
);

/** Distinct ids, at most so many. */
export function ids(min: number, max: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(idArbitrary, { minLength: min, maxLength: max });
}

/** A table: one thing for each of some ids. */
export function table<T extends { readonly id: string }>(
  min: number,
  max: number,
  thing: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<ReadonlyMap<string, T>> {
  const filled = ids(min, max).chain((all) => fc.tuple(...all.map((id) => fc.tuple(thing(id), unknownField))));
  return filled.map((things) => new Map(things.map(([entity, more]) => [entity.id, { ...entity, ...more }])));
}

/** Things that need something that is not there: none of them. */
export function tableOf<T extends { readonly id: string }>(
  needed: number,
  max: number,
  thing: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<ReadonlyMap<string, T>> {
  return needed === 0 ? fc.constant(new Map()) : table(0, max, thing);
}

/** One of these ids; where there is none, nothing that needs one is drawn (see tableOf). */
export function oneOf(candidates: readonly string[]): fc.Arbitrary<string> {
  return candidates.length === 0 ? fc.constant('') : fc.constantFrom(...candidates);
}
