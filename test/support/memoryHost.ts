/** A host that keeps files and journals in memory, for tests of what the planner does with them. */
import type { Host, OnDisk, OpenedFile, StoredJournal } from '../../renderer/host/host.ts';
import { must } from '../../shared/assert.ts';
import { fail, ok } from '../../shared/result.ts';

export interface MemoryHost extends Host {
  readonly files: Map<string, Uint8Array>;
  readonly journals: Map<string, StoredJournal>;
  /** What the open dialog gives next; null: cancelled. */
  next: OpenedFile | null;
  /** The name that a person types when a file is saved under another; null: the one suggested. */
  nextName: string | null;
  title: { readonly name: string; readonly dirty: boolean };
  /** What somebody else does to a file; null: deletes it. Told at once, as a host that watches would. */
  changeOutside(token: string, bytes: Uint8Array | null): void;
  /** Runs before a file is written; what it waits for holds the writing up. */
  beforeWrite: () => Promise<void>;
  /** A person wants to close the window; true: it closes. */
  close(): Promise<boolean>;
}

/** Journals given are those that a crash left behind. */
export function createMemoryHost(left: readonly StoredJournal[] = []): MemoryHost {
  const files = new Map<string, Uint8Array>();
  const journals = new Map(left.map((journal) => [journal.id, journal]));
  const abandoned = new Set(journals.keys());
  /** What the planner has of each file, by its last reading or writing. */
  const known = new Map<string, Uint8Array | undefined>();
  const listeners = new Map<string, (is: OnDisk) => void>();
  let refused: Uint8Array | undefined | null = null;
  const write = (token: string, bytes: Uint8Array): void => {
    files.set(token, bytes);
    known.set(token, bytes);
    refused = null;
  };
  let guard = (): Promise<boolean> => Promise.resolve(true);
  return {
    kind: 'browser',
    files,
    journals,
    next: null,
    title: { name: '', dirty: false },
    open() {
      return Promise.resolve(ok(this.next));
    },
    openRecent(token) {
      const bytes = files.get(token);
      if (bytes === undefined)
        return Promise.resolve(fail({ code: 'file.unknown', message: 'there is no such file', remedy: 'open another' }));
      known.set(token, bytes);
      return Promise.resolve(ok({ token, name: token, bytes }));
    },
    recent: () => Promise.resolve([]),
    async save(token, bytes, ifChanged) {
      await this.beforeWrite();
      const found = files.get(token);
      if (found !== known.get(token) && !(ifChanged === 'overwrite' && refused === found)) {
        refused = found;
        const code = found === undefined ? 'file.gone' : 'file.changed-on-disk';
        return fail({ code, message: 'it is not as it was', remedy: 'save it elsewhere' });
      }
      write(token, bytes);
      return ok({ token, name: token });
    },
    async saveAs(suggestedName, bytes) {
      const name = this.nextName ?? suggestedName;
      await this.beforeWrite();
      write(name, bytes);
      return ok({ token: name, name });
    },
    watch(token, listener) {
      listeners.set(token, listener);
      return () => listeners.delete(token);
    },
    changeOutside(token, bytes) {
      if (bytes === null) files.delete(token);
      else files.set(token, bytes);
      listeners.get(token)?.(bytes === null ? 'gone' : bytes === known.get(token) ? 'same' : 'changed');
    },
    beforeWrite: () => Promise.resolve(),
    nextName: null,
    print: () => Promise.resolve(ok(undefined)),
    exportFile(suggestedName, _mimeType, bytes) {
      files.set(suggestedName, bytes);
      return Promise.resolve(ok(suggestedName));
    },
    journal: {
      snapshot(id, name, bytes, lines) {
        journals.set(id, { id, name, writtenAtMs: 1, snapshot: bytes, lines });
        return Promise.resolve();
      },
      append(id, more) {
        const journal = must(journals.get(id), 'journal');
        journals.set(id, { ...journal, lines: [...journal.lines, ...more] });
        return Promise.resolve();
      },
      list: () => Promise.resolve([...journals.values()].filter(({ id, lines }) => abandoned.has(id) && lines.length > 0)),
      claim: (id) => Promise.resolve(abandoned.delete(id)),
      read: (id) => Promise.resolve(journals.get(id) ?? null),
      clear(id) {
        journals.delete(id);
        return Promise.resolve();
      },
    },
    showMenu: () => {},
    onMenu: () => () => {},
    onOpenFile: () => () => {},
    openDropped: () => Promise.resolve(ok(null)),
    close: () => guard(),
    guardClose(_isDirty, mayClose) {
      guard = mayClose;
      return () => {};
    },
    setTitle(name, dirty) {
      this.title = { name, dirty };
    },
    setProgress: () => {},
  };
}
