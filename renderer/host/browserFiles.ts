/**
 * Plans as files in a browser: through the File System Access API where there is one, else a file input and a download.
 * Recent files are kept as handles in IndexedDB; the browser asks the person again before it lets the planner use one.
 */
import { createStore, get, set, type UseStore } from 'idb-keyval';
import { MAX_PLAN_BYTES, planTooLarge } from '../../shared/plan/planFormat.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { copyOf, download } from './download.ts';
import { createTurns, type InTurn } from '../state/turns.ts';
import type { Host, OnDisk, OpenedFile, SavedFile } from './host.ts';

const PLAN_TYPES: readonly FilePickerType[] = [{ description: 'Raceway plan', accept: { 'application/json': ['.raceway'] } }];
const RECENT_LIMIT = 8;
const GONE = 'gone';

/** A handle and what its file held, as digests. */
interface KnownFile {
  handle: FileSystemFileHandle;
  /** When its plan was opened or saved here; `GONE`: never. */
  known: string;
  /** When it was read; its plan may have been refused. */
  read: string | null;
  /** When saving it was refused last. */
  refused: string | null;
  /** Reading, writing and looking take turns, so that nobody sees the file between its bytes and what is known of it. */
  readonly inTurn: InTurn;
}

interface RecentEntry {
  readonly token: string;
  readonly name: string;
  readonly handle: FileSystemFileHandle;
}

export type BrowserFiles = Pick<Host, 'open' | 'openRecent' | 'recent' | 'save' | 'saveAs' | 'watch' | 'openDropped'>;

export function createBrowserFiles(): BrowserFiles {
  const files = new Map<string, KnownFile>();
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('raceway-files', 'recent'));

  /** The token of a file, now first among the recent ones. */
  async function remember(handle: FileSystemFileHandle): Promise<string> {
    const recent = await recentEntries(store());
    const twin = await findTwin(recent, handle);
    const token = twin?.token ?? crypto.randomUUID();
    const others = recent.filter((entry) => entry.token !== token);
    await set('recent', [{ token, name: handle.name, handle }, ...others].slice(0, RECENT_LIMIT), store());
    return token;
  }

  /** What is known of the file of this handle. */
  async function knownFile(handle: FileSystemFileHandle): Promise<readonly [token: string, file: KnownFile]> {
    const token = await remember(handle);
    const file = files.get(token) ?? { handle, known: GONE, read: null, refused: null, inTurn: createTurns() };
    file.handle = handle;
    files.set(token, file);
    return [token, file];
  }

  async function openHandle(handle: FileSystemFileHandle): Promise<Result<OpenedFile, UserError>> {
    try {
      const found = await handle.getFile();
      if (found.size > MAX_PLAN_BYTES) return fail(planTooLarge(found.size));
      const [token, file] = await knownFile(handle);
      const bytes = await file.inTurn(async () => {
        const read = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        file.read = await digestOf(read);
        return read;
      });
      return ok({ token, name: found.name, bytes });
    } catch (error) {
      return fail(unreadable(handle.name, error));
    }
  }

  async function writeTo(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<Result<SavedFile, UserError>> {
    try {
      const [token, file] = await knownFile(handle);
      await file.inTurn(() => write(file, bytes));
      return ok({ token, name: handle.name });
    } catch (error) {
      return fail(notWritten(handle.name, error));
    }
  }

  return {
    async open() {
      if (window.showOpenFilePicker === undefined) return pickWithInput();
      try {
        const [handle] = await window.showOpenFilePicker({ types: PLAN_TYPES, multiple: false });
        return await openHandle(handle);
      } catch (error) {
        return isCancel(error) ? ok(null) : fail(unreadable('the file', error));
      }
    },
    async openRecent(token) {
      const handle = files.get(token)?.handle ?? (await recentEntries(store())).find((one) => one.token === token)?.handle;
      if (handle === undefined)
        return fail({ code: 'file.unknown', message: 'this file is no longer in the list', remedy: 'open it with Open' });
      return (await mayUse(handle)) ? openHandle(handle) : fail(denied(handle.name));
    },
    async recent() {
      if (window.showOpenFilePicker === undefined) return [];
      return (await recentEntries(store())).map(({ token, name }) => ({ token, name, place: null }));
    },
    async save(token, bytes, ifChanged) {
      const file = files.get(token);
      if (file === undefined) return fail({ code: 'file.unknown', message: 'the file is not open any more', remedy: 'use Save as' });
      if (!(await mayUse(file.handle))) return fail(denied(file.handle.name));
      return file.inTurn(async () => {
        try {
          const found = await contentOf(file.handle);
          if (found !== file.known && !(ifChanged === 'overwrite' && found === file.refused)) {
            file.refused = found;
            return fail(found === GONE ? gone(file.handle.name) : changed(file.handle.name));
          }
          await write(file, bytes);
          return ok({ token, name: file.handle.name });
        } catch (error) {
          return fail(notWritten(file.handle.name, error));
        }
      });
    },
    async saveAs(suggestedName, bytes) {
      if (window.showSaveFilePicker === undefined) {
        download(suggestedName, 'application/json', bytes);
        return ok({ token: null, name: suggestedName });
      }
      try {
        const handle = await window.showSaveFilePicker({ suggestedName, types: PLAN_TYPES });
        return await writeTo(handle, bytes);
      } catch (error) {
        return isCancel(error) ? ok(null) : fail(unreadable(suggestedName, error));
      }
    },
    watch(token, listener) {
      const file = files.get(token);
      if (file === undefined) return () => {};
      if (file.read !== null) [file.known, file.read, file.refused] = [file.read, null, null];
      return watchFile(file, listener);
    },
    async openDropped(item) {
      // Both must be asked for before the first await, or the browser forgets the drop.
      const asHandle = item.getAsFileSystemHandle?.();
      const file = item.getAsFile();
      const handle = await asHandle?.catch(() => null);
      if (handle !== undefined && handle !== null && handle.kind === 'file') return openHandle(handle as FileSystemFileHandle);
      return file === null ? ok(null) : readFile(file);
    },
  };
}

/** The browser writes beside the file and swaps on close: a failed write leaves the old one. */
async function write(file: KnownFile, bytes: Uint8Array): Promise<void> {
  const writable = await file.handle.createWritable();
  try {
    await writable.write(copyOf(bytes));
    await writable.close();
  } catch (error) {
    // Else the browser keeps what is written beside the file, and holds the file, as long as the page lives.
    await writable.abort().catch(() => undefined);
    throw error;
  }
  file.known = await digestOf(bytes);
  file.read = null;
  file.refused = null;
}

/** A browser says nothing of what others do to a file: looked at when the person comes back to the page. */
function watchFile(file: KnownFile, listener: (is: OnDisk) => void): () => void {
  let told: string | null = null;
  let stopped = false;
  async function look(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    // A file that may not be read for now says nothing.
    const content = await file.inTurn(() => contentOf(file.handle)).catch(() => null);
    if (stopped || content === null) return;
    const state = content === file.known ? null : content;
    if (state === told) return;
    told = state;
    listener(state === null ? 'same' : state === GONE ? 'gone' : 'changed');
  }
  const onReturn = (): void => void look();
  window.addEventListener('focus', onReturn);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    stopped = true;
    window.removeEventListener('focus', onReturn);
    document.removeEventListener('visibilitychange', onReturn);
  };
}

/** The digest of what a file holds, or `GONE`. One that no plan can be is told by its size alone. */
async function contentOf(handle: FileSystemFileHandle): Promise<string> {
  try {
    const file = await handle.getFile();
    return file.size > MAX_PLAN_BYTES ? `${file.size} bytes` : await digestOf(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return GONE;
    throw error;
  }
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', copyOf(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks the person where the browser has forgotten what they allowed; it can only ask after a click or a key. */
async function mayUse(handle: FileSystemFileHandle): Promise<boolean> {
  if (handle.requestPermission === undefined) return true;
  return handle.requestPermission({ mode: 'readwrite' }).then(
    (permission) => permission === 'granted',
    () => false,
  );
}

async function recentEntries(store: UseStore): Promise<readonly RecentEntry[]> {
  return (await get<readonly RecentEntry[]>('recent', store)) ?? [];
}

async function findTwin(recent: readonly RecentEntry[], handle: FileSystemFileHandle): Promise<RecentEntry | null> {
  for (const entry of recent) if (await entry.handle.isSameEntry(handle)) return entry;
  return null;
}

/** Without file access: an input opens a copy, which can only be saved as a download. */
function pickWithInput(): Promise<Result<OpenedFile | null, UserError>> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.raceway,application/json';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file === undefined ? Promise.resolve(ok(null)) : readFile(file));
    });
    input.addEventListener('cancel', () => resolve(ok(null)));
    input.click();
  });
}

async function readFile(file: File): Promise<Result<OpenedFile, UserError>> {
  // Refused before it is read: it might not fit into memory.
  if (file.size > MAX_PLAN_BYTES) return fail(planTooLarge(file.size));
  try {
    return ok({ token: null, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    return fail(unreadable(file.name, error));
  }
}

function isCancel(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function denied(name: string): UserError {
  return {
    code: 'file.denied',
    message: `the browser may not use ${name}`,
    remedy: 'open it with Open, or allow it when the browser asks',
  };
}

function changed(name: string): UserError {
  return {
    code: 'file.changed-on-disk',
    message: `${name} was changed by another program since it was opened here`,
    remedy: 'use Save as to keep both, or open it again',
  };
}

function gone(name: string): UserError {
  return {
    code: 'file.gone',
    message: `${name} was deleted, renamed or moved since it was opened here`,
    remedy: 'use Save as, or save it again where it was',
  };
}

function notWritten(name: string, error: unknown): UserError {
  return {
    code: 'file.not-written',
    message: `${name} was not written: ${textOf(error)}`,
    remedy: 'save it under another name or in another folder',
  };
}

function unreadable(name: string, error: unknown): UserError {
  return {
    code: 'file.not-read',
    message: `${name} could not be read: ${textOf(error)}`,
    remedy: 'check that it is still there and try again',
  };
}
