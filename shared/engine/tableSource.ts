/** Where the rows of a table come from. */

/** Rows by number, the rows of a scope, and orders remembered by field. */
export interface TableSource<R> {
  readonly count: number;
  row(row: number): R;
  /** Number of the row of an id; null: there is none. */
  find(id: string): number | null;
  inScope(ids: readonly string[]): Int32Array | null;
  readonly orders: Map<string, Int32Array>;
  readonly texts: (string | undefined)[];
}

/** Rows that are all there. */
export function listSource<R extends { readonly id: string }>(rows: readonly R[]): TableSource<R> {
  let places: Map<string, number> | null = null;
  return {
    count: rows.length,
    row: (row) => rows[row]!,
    find: (id) => (places ??= new Map(rows.map((row, place) => [row.id, place]))).get(id) ?? null,
    inScope: () => null,
    orders: new Map(),
    texts: [],
  };
}
