/** Where results go: a file, whole or not at all; or standard output for `-`. */
import { mkdir, open, realpath, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { atomicWrite } from '../files/atomicWrite.ts';
import { fileProblem } from './fileProblem.ts';
import { clearingUp } from './interrupts.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';
import { progress, writeStdout } from './terminal.ts';

const TELL_EVERY_MS = 100;

/** Lower case, with the dot; empty without one. */
export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

/**
 * Writes the chunks to a file or, for `-`, to standard output. A file appears whole or stays as it was; devices and
 * pipes are written straight. The plan that the results come from is never overwritten by them.
 */
export async function writeOutput(path: string, chunks: Iterable<Uint8Array>, planSource: string | null): Promise<Result<void, Problem>> {
  if (path === '-') return writeStdout(chunks);
  try {
    const before = await stat(path).catch(() => null);
    if (before?.isDirectory() === true) {
      return problem(path, { code: 'output.folder', message: 'is a folder', remedy: 'name a file in it' });
    }
    if (planSource !== null && (await isSameFile(path, planSource))) {
      return problem(path, { code: 'output.plan', message: 'is the plan itself', remedy: 'write to another file' });
    }
    progress(`Writing ${path}`);
    const told = tellingHowMuch(path, chunks);
    if (before === null || before.isFile()) await clearingUp((signal) => atomicWrite(path, told, { keepLast: false, signal }));
    else await writeStraight(path, told);
    return ok(undefined);
  } catch (error) {
    return fail(fileProblem(error, path, 'written'));
  }
}

/** The chunks; what takes long says now and then how much of it is made. */
function* tellingHowMuch(path: string, chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let [bytes, toldMs] = [0, performance.now()];
  for (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (performance.now() - toldMs >= TELL_EVERY_MS) {
      progress(`Writing ${path}, ${(bytes / 1e6).toFixed(1)} MB`);
      toldMs = performance.now();
    }
    yield chunk;
  }
}

/** Makes the folder, and those above it, unless they are there. */
export async function makeFolder(path: string): Promise<Result<void, Problem>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(undefined);
  } catch (error) {
    return fail(fileProblem(error, path, 'written'));
  }
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  if (other === '-') return false;
  const [real, realOther] = await Promise.all([realpath(path).catch(() => null), realpath(other).catch(() => null)]);
  return real !== null && real === realOther;
}

/** Renaming over `/dev/null` or a named pipe would replace it. */
async function writeStraight(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(chunks);
  } finally {
    await file.close();
  }
}

/** Texts as bytes, one by one. */
export function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const text of texts) yield encoder.encode(text);
}
