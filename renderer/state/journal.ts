/**
 * The recovery journal: a snapshot of the plan's file and the patches after it, a line each. A line carries its
 * number, the digest of the snapshot and a checksum, so that a torn tail or a line of another snapshot is told apart.
 */
import type { Patch } from 'immer';
import type { JournalStorage, StoredJournal } from '../host/host.ts';
import { UNTITLED } from './fileStore.ts';

/** A fresh snapshot after so many lines keeps restoring quick. */
export const SNAPSHOT_EVERY = 1000;

interface Line {
  readonly number: number;
  readonly base: string;
  readonly patches: readonly Patch[];
}

interface Change {
  readonly revision: number;
  readonly patches: readonly Patch[];
}

export interface Journal {
  /**
   * Goes on under the id of one that a crash left behind, so that what is begun next takes its place in one step: at no
   * moment are both there, or none.
   */
  takeOver(id: string): void;
  /**
   * Another plan is open, at this revision; what was noted before is done with. Its bytes may be under way: what is
   * noted from now on comes after them. An `unsaved` plan is worth restoring without any change.
   */
  begin(name: string, revision: number, bytes: Uint8Array | Promise<Uint8Array>, as: 'clean' | 'unsaved'): Promise<void>;
  /** A file holds the plan of this revision; changes after it stay noted. */
  saved(name: string, revision: number, bytes: Uint8Array): Promise<void>;
  /** Resolves when all that was noted so far is written, or has failed to be. */
  caughtUp(): Promise<void>;
  /** No file holds the plan any more as it was begun or saved: worth restoring, also without a change. */
  loosen(): Promise<void>;
  /**
   * Notes the change that led to a revision; written at once, in order. What is noted while the disk is busy waits
   * together and costs one writing, so that no burst of changes falls behind.
   */
  note(patches: readonly Patch[], revision: number): Promise<void>;
  /** Nothing of this session needs to be restored any more. */
  end(): Promise<void>;
}

/**
 * `ownId` is this session's; `serialize` gives the plan's bytes as it is when called, all noted changes in them.
 */
export function createJournal(storage: JournalStorage, ownId: string, serialize: () => Promise<Uint8Array>): Journal {
  let id = ownId;
  let base = '';
  let name: string = UNTITLED;
  /** Revision that the snapshot holds. */
  let held = -1;
  /** Changes written after the snapshot. */
  let changes: Change[] = [];
  /** Lines after the snapshot. */
  let number = 0;
  /** Newest revision of the plan, written or not. */
  let newest = -1;
  /** Changes whose writing has not begun, which more may join. */
  let waiting: { readonly changes: Change[]; readonly written: Promise<void> } | null = null;
  /** Lines can follow: there is a snapshot, and no line may be missing or torn, after which nothing would be read. */
  let isWhole = false;
  /** A fresh snapshot is on its way. */
  let renewing = false;
  // One write after the other, whatever the storage does with two at once.
  let last: Promise<void> = Promise.resolve();

  function inOrder(write: () => Promise<void>): Promise<void> {
    // What is noted from now on comes after this.
    waiting = null;
    last = last.then(write, write);
    return last;
  }

  async function writeSnapshot(bytes: Uint8Array, revision: number, as: 'clean' | 'unsaved'): Promise<void> {
    base = await digestOf(bytes);
    held = revision;
    changes = changes.filter((change) => change.revision > revision);
    const lines: (readonly Patch[])[] = changes.map(({ patches }) => patches);
    // Journals without lines are not offered: a line that changes nothing says that there is something to restore.
    if (as === 'unsaved') lines.unshift([]);
    number = lines.length;
    isWhole = false;
    await storage.snapshot(
      id,
      name,
      bytes,
      lines.map((patches, index) => writeLine({ number: index + 1, base, patches })),
    );
    isWhole = true;
  }

  async function writeLines(all: readonly (readonly Patch[])[]): Promise<void> {
    if (all.length === 0) return;
    const before = number;
    number += all.length;
    isWhole = false;
    await storage.append(
      id,
      all.map((patches, index) => writeLine({ number: before + index + 1, base, patches })),
    );
    isWhole = true;
  }

  async function writeChanges(given: readonly Change[]): Promise<void> {
    // In the snapshot already, which was taken after the change and written before it.
    const fresh = given.filter((change) => change.revision > held);
    changes.push(...fresh);
    if (isWhole) await writeLines(fresh.map(({ patches }) => patches));
    else {
      // After a writing that failed only a snapshot makes the journal good again.
      const revision = newest;
      await writeSnapshot(await serialize(), revision, 'unsaved');
    }
    if (number >= SNAPSHOT_EVERY) void renew();
  }

  /**
   * Takes a fresh snapshot beside the changes that go on being noted: those that it does not hold follow it as its first
   * lines. Should it fail, the journal is whole without it, and the next change tries again.
   */
  async function renew(): Promise<void> {
    if (renewing) return;
    renewing = true;
    const of = base;
    const revision = newest;
    try {
      const bytes = await serialize();
      await inOrder(async () => {
        // Another plan may have been opened, or this one saved.
        if (base === of && revision >= held) await writeSnapshot(bytes, revision, 'unsaved');
      });
    } catch {
      return;
    } finally {
      renewing = false;
    }
  }

  return {
    takeOver(abandoned) {
      id = abandoned;
    },
    begin(newName, revision, bytes, as) {
      newest = revision;
      return inOrder(async () => {
        // Should the bytes not come, later lines must not pass for changes of the plan before.
        base = '';
        isWhole = false;
        name = newName;
        const first = await bytes;
        await writeSnapshot(first, revision, as);
      });
    },
    saved: (newName, revision, bytes) =>
      inOrder(async () => {
        // A snapshot that is newer has it all.
        if (revision < held) return;
        name = newName;
        await writeSnapshot(bytes, revision, 'clean');
      }),
    caughtUp: () => inOrder(() => Promise.resolve()),
    loosen: () =>
      inOrder(async () => {
        if (held < 0 || number > 0) return;
        if (isWhole) await writeLines([[]]);
        else await writeSnapshot(await serialize(), newest, 'unsaved');
      }),
    note(patches, revision) {
      newest = revision;
      if (waiting === null) {
        const joined: Change[] = [];
        const written = inOrder(() => {
          if (waiting?.changes === joined) waiting = null;
          return writeChanges(joined);
        });
        waiting = { changes: joined, written };
      }
      waiting.changes.push({ revision, patches });
      return waiting.written;
    },
    end: () => inOrder(() => storage.clear(id)),
  };
}

/** What a journal says: patches in order, up to the first line that is torn, foreign or out of order. */
export async function readJournal(stored: StoredJournal): Promise<readonly (readonly Patch[])[]> {
  const base = await digestOf(stored.snapshot);
  const changes: (readonly Patch[])[] = [];
  for (const text of stored.lines) {
    const line = readLine(text);
    if (line === null || line.base !== base || line.number !== changes.length + 1) break;
    changes.push(line.patches);
  }
  return changes;
}

function writeLine(line: Line): string {
  const text = JSON.stringify(line, packMaps);
  return `${checksum(text)} ${text}`;
}

function readLine(text: string): Line | null {
  const space = text.indexOf(' ');
  const body = text.slice(space + 1);
  if (space < 0 || text.slice(0, space) !== checksum(body)) return null;
  // The checksum says that this is what writeLine wrote.
  return JSON.parse(body, unpackMaps) as Line;
}

const MAP_KEY = '$map';

/** Tables are maps, which JSON has no word for. */
function packMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { [MAP_KEY]: [...value] } : value;
}

function unpackMaps(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MAP_KEY)) return value;
  return new Map(Reflect.get(value, MAP_KEY) as [unknown, unknown][]);
}

/** FNV-1a, 32 bits: tells torn from whole; nothing here is secret. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Worked out by the browser beside the page, which a large plan would hold up. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
