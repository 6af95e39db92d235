/**
 * The planner in a browser: files through the File System Access API where there is one, else a file input and a
 * download; recent files and the recovery journal in IndexedDB.
 */
import { createStore, get, set, type UseStore } from 'idb-keyval';
import { MAX_PLAN_BYTES, planTooLarge } from '../../shared/plan/planFormat.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { createBrowserJournal } from './browserJournal.ts';
import type { Host, OpenedFile, SavedFile } from './host.ts';

const PLAN_TYPES: readonly FilePickerType[] = [{ description: 'Raceway plan', accept: { 'application/json': ['.raceway'] } }];
const RECENT_LIMIT = 8;

/** A handle with what the file looked like when it was last read or written here. */
interface KnownFile {
  readonly handle: FileSystemFileHandle;
  readonly size: number;
  readonly modifiedMs: number;
}

interface RecentEntry {
  readonly token: string;
  readonly name: string;
  readonly handle: FileSystemFileHandle;
}

export function createBrowserHost(): Host {
  const known = new Map<string, KnownFile>();
  let opened: UseStore | null = null;
  const store = (): UseStore => (opened ??= createStore('raceway-files', 'recent'));

  async function remember(handle: FileSystemFileHandle, file: File): Promise<string> {
    const recent = await recentEntries(store());
    const twin = await findTwin(recent, handle);
    const token = twin?.token ?? crypto.randomUUID();
    known.set(token, { handle, size: file.size, modifiedMs: file.lastModified });
    const others = recent.filter((entry) => entry.token !== token);
    await set('recent', [{ token, name: handle.name, handle }, ...others].slice(0, RECENT_LIMIT), store());
    return token;
  }

  async function openHandle(handle: FileSystemFileHandle): Promise<Result<OpenedFile, UserError>> {
    try {
      const file = await handle.getFile();
      if (file.size > MAX_PLAN_BYTES) return fail(planTooLarge(file.size));
      const bytes = new Uint8Array(await file.arrayBuffer());
      return ok({ token: await remember(handle, file), name: file.name, bytes });
    } catch (error) {
      return fail(unreadable(handle.name, error));
    }
  }

  async function writeTo(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<Result<SavedFile, UserError>> {
    try {
      // The browser writes beside the file and swaps on close: a failed write leaves the old one.
      const writable = await handle.createWritable();
      await writable.write(copyOf(bytes));
      await writable.close();
      return ok({ token: await remember(handle, await handle.getFile()), name: handle.name });
    } catch (error) {
      return fail({
        code: 'file.not-written',
        message: `${handle.name} was not written: ${textOf(error)}`,
        remedy: 'save it under another name or in another folder',
      });
    }
  }

  return {
    kind: 'browser',
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
      const entry = (await recentEntries(store())).find((one) => one.token === token);
      if (entry === undefined)
        return fail({ code: 'file.unknown', message: 'this file is no longer in the list', remedy: 'open it with Open' });
      const permission = await entry.handle.requestPermission?.({ mode: 'readwrite' });
      if (permission === 'denied')
        return fail({ code: 'file.denied', message: `the browser may not read ${entry.name}`, remedy: 'open it with Open' });
      return openHandle(entry.handle);
    },
    async recent() {
      if (window.showOpenFilePicker === undefined) return [];
      return (await recentEntries(store())).map(({ token, name }) => ({ token, name, place: null }));
    },
    async save(token, bytes) {
      const file = known.get(token);
      if (file === undefined) return fail({ code: 'file.unknown', message: 'the file is not open any more', remedy: 'use Save as' });
      const now = await file.handle.getFile().catch(() => null);
      if (now !== null && (now.size !== file.size || now.lastModified !== file.modifiedMs)) {
        return fail({
          code: 'file.changed-on-disk',
          message: `${now.name} was changed by another program`,
          remedy: 'use Save as to keep both, or open it again',
        });
      }
      return writeTo(file.handle, bytes);
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
    exportFile(suggestedName, mimeType, bytes) {
      download(suggestedName, mimeType, bytes);
      return Promise.resolve(ok(suggestedName));
    },
    journal: createBrowserJournal(),
    onMenu: () => () => {},
    onOpenFile: () => () => {},
    async openDropped(item) {
      // Both must be asked for before the first await, or the browser forgets the drop.
      const asHandle = item.getAsFileSystemHandle?.();
      const file = item.getAsFile();
      const handle = await asHandle?.catch(() => null);
      if (handle !== undefined && handle !== null && handle.kind === 'file') return openHandle(handle as FileSystemFileHandle);
      return file === null ? ok(null) : readFile(file);
    },
    guardClose(isDirty) {
      const warn = (event: BeforeUnloadEvent): void => {
        if (isDirty()) event.preventDefault();
      };
      window.addEventListener('beforeunload', warn);
      return () => window.removeEventListener('beforeunload', warn);
    },
    setTitle(name, dirty) {
      document.title = `${dirty ? '• ' : ''}${name} — Raceway`;
    },
    setProgress: () => {},
  };
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

function download(name: string, mimeType: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([copyOf(bytes)], { type: mimeType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Files and blobs refuse memory that might be shared. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function isCancel(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unreadable(name: string, error: unknown): UserError {
  return {
    code: 'file.not-read',
    message: `${name} could not be read: ${textOf(error)}`,
    remedy: 'check that it is still there and try again',
  };
}
