/** A host that keeps files and journals in memory, for tests of what the planner does with them. */
import type { Host, OpenedFile, StoredJournal } from '../../renderer/host/host.ts';
import { must } from '../../shared/assert.ts';
import { fail, ok } from '../../shared/result.ts';

export interface MemoryHost extends Host {
  readonly files: Map<string, Uint8Array>;
  readonly journals: Map<string, StoredJournal>;
  /** What the open dialog gives next; null: cancelled. */
  next: OpenedFile | null;
  title: { readonly name: string; readonly dirty: boolean };
  /** A person wants to close the window; true: it closes. */
  close(): Promise<boolean>;
}

/** Journals given are those that a crash left behind. */
export function createMemoryHost(left: readonly StoredJournal[] = []): MemoryHost {
  const files = new Map<string, Uint8Array>();
  const journals = new Map(left.map((journal) => [journal.id, journal]));
  const abandoned = new Set(journals.keys());
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
    openRecent: () => Promise.resolve(fail({ code: 'file.unknown', message: 'there is no such file', remedy: 'open another' })),
    recent: () => Promise.resolve([]),
    save(token, bytes) {
      files.set(token, bytes);
      return Promise.resolve(ok({ token, name: token }));
    },
    saveAs(suggestedName, bytes) {
      files.set(suggestedName, bytes);
      return Promise.resolve(ok({ token: suggestedName, name: suggestedName }));
    },
    exportFile(suggestedName, _mimeType, bytes) {
      files.set(suggestedName, bytes);
      return Promise.resolve(ok(suggestedName));
    },
    journal: {
      snapshot(id, name, bytes, lines) {
        journals.set(id, { id, name, writtenAtMs: 1, snapshot: bytes, lines });
        return Promise.resolve();
      },
      append(id, line) {
        const journal = must(journals.get(id), 'journal');
        journals.set(id, { ...journal, lines: [...journal.lines, line] });
        return Promise.resolve();
      },
      list: () => Promise.resolve([...journals.values()].filter(({ id, lines }) => abandoned.has(id) && lines.length > 0)),
      read: (id) => Promise.resolve(journals.get(id) ?? null),
      clear(id) {
        journals.delete(id);
        return Promise.resolve();
      },
    },
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
