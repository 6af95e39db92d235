/** What several things have in common: their one value, or `mixed`. */
export function common<T, V extends string | number | null>(things: readonly T[], valueOf: (thing: T) => V): V | 'mixed' {
  const values = new Set(things.map(valueOf));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : 'mixed';
}
