/**
 * The recovery journal: a snapshot of the plan's file and the patches after it, a line each. A line carries its
 * number, the digest of the snapshot and a checksum, so that a torn tail or a line of another snapshot is told apart.
 */
import type { Patch } from 'immer';
import type { JournalStorage, StoredJournal } from '../host/host.ts';

/** A fresh snapshot after so many lines keeps restoring quick. */
export const SNAPSHOT_EVERY = 1000;

interface Line {
  readonly number: number;
  readonly base: string;
  readonly patches: readonly Patch[];
}

export interface Journal {
  /** The plan as opened or saved; what was noted before is done with. */
  begin(name: string, bytes: Uint8Array): Promise<void>;
  /** Notes a change; written at once, in order. */
  note(patches: readonly Patch[]): Promise<void>;
  /** Nothing of this session needs to be restored any more. */
  end(): Promise<void>;
}

/**
 * `id` is this session's; `serialize` gives the plan's bytes as they are when called, all noted changes in them.
 */
export function createJournal(storage: JournalStorage, id: string, serialize: () => Promise<Uint8Array>): Journal {
  let base = '';
  let name = '';
  /** Lines after the snapshot. */
  let number = 0;
  /** Changes noted in this session, whether written yet or not. */
  let noted = 0;
  // One write after the other, whatever the storage does with two at once.
  let last: Promise<void> = Promise.resolve();

  function inOrder(write: () => Promise<void>): Promise<void> {
    last = last.then(write, write);
    return last;
  }

  async function writeSnapshot(bytes: Uint8Array): Promise<void> {
    base = await digestOf(bytes);
    number = 0;
    await storage.snapshot(id, name, bytes);
  }

  async function writeChange(patches: readonly Patch[]): Promise<void> {
    number += 1;
    await storage.append(id, writeLine({ number, base, patches }));
    if (number < SNAPSHOT_EVERY) return;
    const before = noted;
    const bytes = await serialize();
    // Changes noted meanwhile may or may not be in the bytes: the next one tries again.
    if (noted === before) await writeSnapshot(bytes);
  }

  return {
    begin(newName, bytes) {
      return inOrder(() => {
        name = newName;
        return writeSnapshot(bytes);
      });
    },
    note(patches) {
      noted += 1;
      return inOrder(() => writeChange(patches));
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
