/** The three streams of a command: results on standard output; trouble, notes and progress on standard error. */
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Progress } from '../../shared/work.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';

/** Clears the line that a progress message stands on. */
const CLEAR_LINE = '\r\u001b[K';

/** Tells a person at a terminal what is being done; says nothing to scripts. */
export function progress(doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${doing} …`);
}

/** The same with how far it is. */
export function showProgress({ doing, share }: Progress): void {
  if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${doing} … ${Math.floor(share * 100)} %`);
}

/** Takes the progress line away before anything else is said. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
}

/** One line beside the result, for people and logs: what the output leaves out. */
export function tell(line: string): void {
  endProgress();
  process.stderr.write(`${line}\n`);
}

/** A reader that went away (`| head`) must not end the program with a stack trace; whoever writes learns of it by itself. */
export function listenToClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Writes to standard output piece by piece, no faster than it is read. */
export async function writeStdout(chunks: Iterable<string | Uint8Array>): Promise<Result<void, Problem>> {
  endProgress();
  for (const chunk of chunks) {
    const error = await new Promise<Error | null | undefined>((resolve) => process.stdout.write(chunk, resolve));
    if (error instanceof Error) return stdoutClosed();
  }
  return ok(undefined);
}

function stdoutClosed(): Result<void, Problem> {
  return fail(
    problem('standard output', {
      code: 'output.closed',
      message: 'closed before everything was written',
      remedy: 'read it to the end, or write to a file with -o',
    }).error,
  );
}

/** Standard input to its end; null when it holds more than `maxBytes`. */
export async function readStdin(maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
