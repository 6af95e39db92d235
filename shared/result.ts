/**
 * A value, or what went wrong. For what a user can cause; bugs throw.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Every error a user can meet: a stable code, where it is, what is wrong, what would be right. */
export interface UserError {
  /** Stable, dotted: `plan.truncated`, `command.rejected`. */
  readonly code: string;
  /** Line in the file, counted from 1, where the error has one. */
  readonly line?: number;
  /** Path inside the document, as `cabinets.A01.xMm`. */
  readonly path?: string;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** What would be right, one sentence without a full stop. */
  readonly remedy: string;
}

/** One line for people: `plan.raceway:12: cabinets.A01.xMm: must be a whole number; write 1200`. */
export function userErrorLine(error: UserError, file?: string): string {
  const place = [file, error.line === undefined ? undefined : String(error.line)].filter((part) => part !== undefined).join(':');
  const parts = [place, error.path ?? ''].filter((part) => part !== '');
  return `${[...parts, error.message].join(': ')}; ${error.remedy}`;
}
