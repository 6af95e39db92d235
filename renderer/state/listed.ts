/** Cables that somebody asked to see: they narrow the table, and are lit. */
export interface Listed {
  /** `The 20 longest cables`. */
  readonly name: string;
  /** Of cables, or of places that they run through. */
  readonly ids: readonly string[];
}
