/** How a command ends: with an exit code, or with one line that says what was wrong with its input. */
import { fail, userErrorLine } from '../../shared/result.ts';
import type { Result, UserError } from '../../shared/result.ts';

export const ExitCode = {
  done: 0,
  /** `check` found at least one error that nobody accepted. */
  findings: 1,
  badInput: 2,
  /** A bug of the program (sysexits.h, EX_SOFTWARE). */
  internal: 70,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export interface Problem {
  /** The file or the argument that is concerned, as the user named it. */
  readonly subject: string;
  readonly error: UserError;
}

export type Outcome = Result<ExitCode, Problem>;

export function problem(subject: string, error: UserError): { readonly ok: false; readonly error: Problem } {
  return fail({ subject, error });
}

/** One line, whatever was in the texts. */
export function problemLine({ subject, error }: Problem): string {
  return oneLine(userErrorLine(error, subject));
}

/** Line ends and other control characters of names would break the promise of one line, or write to the terminal. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- the very characters to be taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}
