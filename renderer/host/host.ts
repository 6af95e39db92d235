/**
 * What the planner needs of the program around it: files, recovery, menus, closing. Two real ones:
 * the browser (browserHost.ts) and the desktop shell (electronHost.ts). Files are known by tokens, never by paths.
 */
import type { MenuBar } from '../../shared/bridge/menuBar.ts';
import type { Result, UserError } from '../../shared/result.ts';

/** Names a file to the host; means nothing to anybody else. */
export type FileToken = string;

export interface OpenedFile {
  /** Null where the file cannot be written back (a dropped copy, a browser without file access). */
  readonly token: FileToken | null;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SavedFile {
  readonly token: FileToken | null;
  readonly name: string;
}

export interface RecentFile {
  readonly token: FileToken;
  readonly name: string;
  /** For people: the folder, where the host knows it. */
  readonly place: string | null;
}

/** A file on the disk against what was read or written here: changed by somebody else, or not there any more. */
export type OnDisk = 'same' | 'changed' | 'gone';

/** What to do where a file is not `same`: refuse, or overwrite what the last refusal was about and nothing newer. */
export type IfChanged = 'refuse' | 'overwrite';

/** One plan's recovery data: a snapshot and the lines after it. */
export interface StoredJournal {
  readonly id: string;
  /** Name of the plan's file, and when it was last written, ms since 1970. */
  readonly name: string;
  readonly writtenAtMs: number;
  readonly snapshot: Uint8Array;
  /** Lines in order; the last may be torn. */
  readonly lines: readonly string[];
}

/** Where the recovery journal is kept; knows nothing of what the lines say (see state/journal.ts). */
export interface JournalStorage {
  /** Starts or restarts a journal with the plan's bytes and its first lines, all at once; lines before are dropped. */
  snapshot(id: string, name: string, bytes: Uint8Array, lines: readonly string[]): Promise<void>;
  /** Writes these lines after the others, with one wait for the disk. */
  append(id: string, lines: readonly string[]): Promise<void>;
  /** Journals with lines that no living window owns: what a crash left behind. Those without lines are cleared away. */
  list(): Promise<readonly { readonly id: string; readonly name: string; readonly writtenAtMs: number }[]>;
  /** Takes a journal that was listed for this window, which may then go on with it; false: another window was quicker. */
  claim(id: string): Promise<boolean>;
  read(id: string): Promise<StoredJournal | null>;
  clear(id: string): Promise<void>;
}

export interface Host {
  readonly kind: 'browser' | 'electron';
  /** Asks for a file; null when the person cancels. */
  open(): Promise<Result<OpenedFile | null, UserError>>;
  /** A file of the recent list, or the open one once more. */
  openRecent(token: FileToken): Promise<Result<OpenedFile, UserError>>;
  recent(): Promise<readonly RecentFile[]>;
  /** Writes back where the file came from. A refusal has the code `file.changed-on-disk` or `file.gone`. */
  save(token: FileToken, bytes: Uint8Array, ifChanged: IfChanged): Promise<Result<SavedFile, UserError>>;
  /** Asks for a place; null when the person cancels. */
  saveAs(suggestedName: string, bytes: Uint8Array): Promise<Result<SavedFile | null, UserError>>;
  /**
   * The plan of this file is open as it was read or written last: saving asks whether it still is so. Tells how the file
   * is on the disk whenever that has changed, until the returned function is called.
   */
  watch(token: FileToken, listener: (is: OnDisk) => void): () => void;
  /** Prints what the page has laid out for it, on paper of this size; resolves when the person is done with the dialog. */
  print(paper: { readonly widthMm: number; readonly heightMm: number }): Promise<Result<undefined, UserError>>;
  /** Hands over a file that was made (a list, a drawing); null when the person cancels. */
  exportFile(suggestedName: string, mimeType: string, bytes: Uint8Array): Promise<Result<string | null, UserError>>;
  readonly journal: JournalStorage;
  /** What a native menu shows of the planner, where the host has one. */
  showMenu(bar: MenuBar): void;
  /** An id of actions/actionTable.ts, chosen from a native menu. */
  onMenu(listener: (action: string) => void): () => void;
  /** A file given to the program from outside: association, second start. */
  onOpenFile(listener: (file: OpenedFile) => void): () => void;
  /** A file dropped on the window, with a token where the host can write it back. */
  openDropped(item: DataTransferItem): Promise<Result<OpenedFile | null, UserError>>;
  /**
   * Called before the window closes: `mayClose` where the host can wait, which asks the person (save, discard, stay) if
   * there is unsaved work; else `isDirty`, which answers at once (a browser can only ask in its own words).
   */
  guardClose(isDirty: () => boolean, mayClose: () => Promise<boolean>): () => void;
  /** Name of the open file and whether it has unsaved changes, for the window's title. */
  setTitle(name: string, dirty: boolean): void;
  /** Share of a long task, 0 … 1, for the task bar; null when it has ended. */
  setProgress(share: number | null): void;
}
