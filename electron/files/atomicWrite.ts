/**
 * Writes a file so that whoever reads it finds the old content or the new one, never a part: a temporary file beside it,
 * flushed to the disk, renamed over it. The last good one can be kept beside as `.bak`.
 */
import { randomBytes } from 'node:crypto';
import { copyFile, link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface AtomicWriteOptions {
  /** Keep what was there as `<name>.bak`. */
  readonly keepLast: boolean;
  /** Leaves the target as it was, and nothing beside it, when it aborts before the file is whole. */
  readonly signal?: AbortSignal;
}

/** Another program (a virus scanner, a viewer) holds the target for a moment: worth trying again. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
const pausesMs = [20, 80, 250, 600];

/** Rejects with the system's error; the target is then as it was, and the temporary file is gone. */
export async function atomicWrite(
  path: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
  options: AtomicWriteOptions = { keepLast: false },
): Promise<void> {
  // Through a symbolic link: the file it names is written, the link stays.
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => undefined);
  const temporary = besides(target, 'tmp');
  try {
    await writeThrough(temporary, bytes, before?.mode, options.signal);
    options.signal?.throwIfAborted();
    if (options.keepLast && before !== undefined) await keepLast(target);
    await renameOver(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(target));
}

/** A hidden name in the same folder, of its own for each writer, so that two never collide. */
function besides(target: string, ending: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.${ending}`);
}

async function writeThrough(
  path: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
  mode: number | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(path, 'wx', mode === undefined ? 0o666 : mode & 0o777);
  try {
    await file.writeFile(bytes, { signal });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** By a hard link, so that the target never goes missing; a copy where the file system has no links. */
async function keepLast(target: string): Promise<void> {
  const temporary = besides(target, 'bak');
  try {
    await link(target, temporary).catch(() => copyFile(target, temporary));
    await renameOver(temporary, `${target}.bak`);
  } finally {
    // Renaming one link of a file over another link of it does nothing and leaves both.
    await rm(temporary, { force: true });
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const pauseMs of pausesMs) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!passing.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await wait(pauseMs);
    }
  }
  await rename(from, to);
}

/** After a power cut the new name must be there too. Windows cannot, and need not, flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
