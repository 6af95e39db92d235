/** What the host does for each question of the page: files, recovery, the window's title, progress and closing. */
import type { MenuBar } from '../../shared/bridge/menuBar.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import type { JournalFiles } from '../files/journalFiles.ts';
import { unknownToken, type FileDialogs, type PlanFiles } from '../files/planFiles.ts';
import type { PaperSize } from '../printOptions.ts';
import type { Handlers } from './register.ts';

/** The window behind a question, as far as the page may move it. */
export interface PlannerWindow {
  readonly planDialogs: FileDialogs;
  readonly exportDialogs: FileDialogs;
  setTitle(name: string, dirty: boolean): void;
  print(paper: PaperSize): Promise<Result<undefined, UserError>>;
  /** 0 … 1 in the task bar; null: none. */
  setProgress(share: number | null): void;
  /** Told of what others do to this file; null: to none. False for a token that was never given out. */
  watchFile(token: string | null): boolean;
  guardClose(guarded: boolean): void;
  answerClose(mayClose: boolean): void;
  pageReady(): void;
}

export interface HandlerParts {
  readonly planFiles: PlanFiles;
  readonly journalFiles: JournalFiles;
  showMenu(bar: MenuBar): void;
  /** Throws for a window that is gone. */
  window(windowId: number): PlannerWindow;
}

export function createHandlers({ planFiles, journalFiles, showMenu, window }: HandlerParts): Handlers {
  const done = ok(undefined);
  return {
    openFile: ({ windowId }) => planFiles.open(window(windowId).planDialogs),
    openRecent: (_, token) => planFiles.openToken(token),
    openDropped: (_, path) => planFiles.openPath(path),
    listRecent: async () => ok([...(await planFiles.recent())]),
    saveFile: (_, token, bytes, ifChanged) => planFiles.save(token, bytes, ifChanged),
    saveFileAs: ({ windowId }, suggestedName, bytes) => planFiles.saveAs(suggestedName, bytes, window(windowId).planDialogs),
    watchFile: async ({ windowId }, token) => (window(windowId).watchFile(token) ? done : fail(unknownToken)),
    exportFile: ({ windowId }, suggestedName, _mimeType, bytes) =>
      planFiles.exportFile(suggestedName, bytes, window(windowId).exportDialogs),
    async snapshotJournal({ windowId }, id, name, bytes, lines) {
      await journalFiles.snapshot(windowId, id, name, bytes, lines);
      return done;
    },
    async appendJournal(_, id, lines) {
      await journalFiles.append(id, lines);
      return done;
    },
    listJournals: async () => ok([...(await journalFiles.list())]),
    async readJournal(_, id) {
      const journal = await journalFiles.read(id);
      return ok(journal === null ? null : { ...journal, lines: [...journal.lines] });
    },
    async clearJournal(_, id) {
      await journalFiles.clear(id);
      return done;
    },
    printPage: ({ windowId }, paper) => window(windowId).print(paper),
    async setTitle({ windowId }, name, dirty) {
      window(windowId).setTitle(name, dirty);
      return done;
    },
    async setProgress({ windowId }, share) {
      window(windowId).setProgress(share);
      return done;
    },
    async showMenu(_, bar) {
      showMenu(bar);
      return done;
    },
    async guardClose({ windowId }, guarded) {
      window(windowId).guardClose(guarded);
      return done;
    },
    async answerClose({ windowId }, mayClose) {
      window(windowId).answerClose(mayClose);
      return done;
    },
    async pageReady({ windowId }) {
      window(windowId).pageReady();
      return done;
    },
  };
}
