/** The entries of a table in the order of their ids (by UTF-16 code unit: the same in every locale). */
export function sortedById<T extends { readonly id: string }>(table: ReadonlyMap<string, T>): T[] {
  return [...table.values()].sort((a, b) => compareIds(a.id, b.id));
}

/** Order of ids wherever order shows: −1, 0 or 1. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
