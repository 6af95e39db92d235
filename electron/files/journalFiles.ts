/**
 * Recovery journals on the disk: for each open plan a snapshot of its bytes and the lines of changes after it.
 * Knows nothing of what the lines say. What a living window writes is not offered for restoring.
 */
import { appendFile, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { atomicWrite } from './atomicWrite.ts';
import { createQueues } from './queues.ts';

export interface JournalHead {
  readonly id: string;
  readonly name: string;
  readonly writtenAtMs: number;
}
export interface StoredJournal extends JournalHead {
  readonly snapshot: Uint8Array;
  readonly lines: readonly string[];
}

export interface JournalFiles {
  snapshot(owner: number, id: string, name: string, bytes: Uint8Array, lines: readonly string[]): Promise<void>;
  append(id: string, lines: readonly string[]): Promise<void>;
  /** Journals with lines that no living window owns, newest first. Those without hold no work and are cleared away. */
  list(): Promise<readonly JournalHead[]>;
  read(id: string): Promise<StoredJournal | null>;
  clear(id: string): Promise<void>;
  /** The window's page is gone (crashed, reloaded, closed): what it left may be restored. */
  release(owner: number): void;
}

const headSchema = v.object({ name: v.string(), generation: v.string() });
type Head = v.InferOutput<typeof headSchema>;

/**
 * In `folder`, which is made when missing: `<id>.json` names the generation, `<id>.<generation>.plan` its snapshot,
 * `<id>.<generation>.lines` what came after. The head is written last, so a crash at any point leaves one whole journal.
 */
export function createJournalFiles(folder: string): JournalFiles {
  const owners = new Map<string, number>();
  const heads = new Map<string, Head>();
  const queued = createQueues();

  const headFile = (id: string): string => join(folder, `${id}.json`);
  const partFile = (id: string, head: Head, part: 'plan' | 'lines'): string => join(folder, `${id}.${head.generation}.${part}`);

  async function readHead(id: string): Promise<Head | undefined> {
    const known = heads.get(id);
    if (known !== undefined) return known;
    try {
      const parsed = v.safeParse(headSchema, JSON.parse(await readFile(headFile(id), 'utf8')));
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }

  /** All of a journal but its head and the parts of one generation; files cut short by a crash too. */
  async function removeParts(id: string, keep: Head | undefined): Promise<void> {
    const kept = keep === undefined ? undefined : `${id}.${keep.generation}.`;
    for (const file of await readdir(folder)) {
      if (idOf(file) !== id || file === `${id}.json`) continue;
      if (kept === undefined || !file.startsWith(kept)) await rm(join(folder, file), { force: true });
    }
  }

  /** What a crash left of snapshots that it cut short; nobody else would ever remove it. */
  async function sweep(): Promise<void> {
    const files = await readdir(folder);
    for (const id of new Set(files.map(idOf))) {
      if (owners.has(id)) continue;
      const head = await readHead(id);
      // A head that cannot be read now may be read another time.
      if (head === undefined && files.includes(`${id}.json`)) continue;
      await queued(id, () => removeParts(id, head));
    }
  }

  function clear(id: string): Promise<void> {
    owners.delete(id);
    return queued(id, async () => {
      heads.delete(id);
      await rm(headFile(id), { force: true });
      await removeParts(id, undefined).catch(() => undefined);
    });
  }

  return {
    snapshot(owner, id, name, bytes, lines) {
      owners.set(id, owner);
      return queued(id, async () => {
        await mkdir(folder, { recursive: true });
        const before = await readHead(id);
        const head: Head = { name, generation: String(Number(before?.generation ?? '0') + 1) };
        await atomicWrite(partFile(id, head, 'plan'), bytes);
        // Also when empty: a snapshot that a crash cut short may have left this file.
        await atomicWrite(partFile(id, head, 'lines'), new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));
        await atomicWrite(headFile(id), new TextEncoder().encode(JSON.stringify(head)));
        heads.set(id, head);
        await removeParts(id, head);
      });
    },
    append(id, lines) {
      return queued(id, async () => {
        const head = await readHead(id);
        if (head === undefined) throw new Error(`journal ${id} has no snapshot yet`);
        await appendFile(partFile(id, head, 'lines'), lines.map((line) => `${line}\n`).join(''), { flush: true });
      });
    },
    async list() {
      await sweep().catch(() => undefined);
      const files = await readdir(folder).catch(() => []);
      const ids = files.filter((file) => file.endsWith('.json') && !file.startsWith('.')).map((file) => file.slice(0, -'.json'.length));
      const found: JournalHead[] = [];
      for (const id of ids) {
        if (owners.has(id)) continue;
        const head = await readHead(id);
        if (head === undefined) continue;
        const lines = partFile(id, head, 'lines');
        if (await isEmpty(lines)) await clear(id);
        else found.push({ id, name: head.name, writtenAtMs: await lastWriteMs([lines, headFile(id)]) });
      }
      return found.sort((a, b) => b.writtenAtMs - a.writtenAtMs || (a.id < b.id ? -1 : 1));
    },
    async read(id) {
      const head = await readHead(id);
      if (head === undefined) return null;
      const snapshot = await readFile(partFile(id, head, 'plan')).catch(() => undefined);
      if (snapshot === undefined) return null;
      const text = await readFile(partFile(id, head, 'lines'), 'utf8').catch(() => '');
      const lines = text.split('\n');
      if (lines.at(-1) === '') lines.pop();
      return { id, name: head.name, writtenAtMs: await lastWriteMs([partFile(id, head, 'lines'), headFile(id)]), snapshot, lines };
    },
    clear,
    release(owner) {
      for (const [id, holder] of owners) if (holder === owner) owners.delete(id);
    },
  };
}

/** Ids hold no dot; a file that is being written begins with one. */
function idOf(file: string): string {
  return file.replace(/^\./, '').split('.', 1)[0] ?? '';
}

/** A file that is missing is empty; one that cannot be looked at is not. */
function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );
}

async function lastWriteMs(files: readonly string[]): Promise<number> {
  const times = await Promise.all(
    files.map((file) =>
      stat(file)
        .then((found) => found.mtimeMs)
        .catch(() => 0),
    ),
  );
  return Math.max(...times);
}
