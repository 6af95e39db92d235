/** Cables that somebody asked to see: they narrow the table, and are lit. */
export interface Listed {
  /** The order that was asked for; the table takes it, until another is chosen there. Null: the table's own. */
  readonly sort: { readonly by: string; readonly descending: boolean } | null;
  /** `The 20 longest cables`. */
  readonly name: string;
  /** Of cables, or of places that they run through. */
  readonly ids: readonly string[];
}
