/**
 * Opening and saving plans on the disk. A file changed there by someone else since it was opened is never overwritten;
 * a failure opens nothing and writes nothing.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { maxFileBytes } from '../../shared/bridge/channels.ts';
import { fail, ok, type Result, type UserError } from '../../shared/result.ts';
import { atomicWrite } from './atomicWrite.ts';
import { fileError } from './fileErrors.ts';
import type { Grants } from './grants.ts';
import { createQueues } from './queues.ts';
import type { RecentFiles } from './recentFiles.ts';

export interface OpenedFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface SavedFile {
  readonly token: string;
  readonly name: string;
}
export interface RecentFile {
  readonly token: string;
  readonly name: string;
  readonly place: string;
}

/** A file against what was opened or saved here; `content` tells one change by others from the next. */
export interface SeenFile {
  readonly is: 'same' | 'changed' | 'gone';
  readonly content: string;
}

/** Asks a person; null: cancelled. */
export interface FileDialogs {
  chooseOpen(): Promise<string | null>;
  chooseSave(suggestedName: string): Promise<string | null>;
}

export interface PlanFiles {
  open(dialogs: FileDialogs): Promise<Result<OpenedFile | null, UserError>>;
  openToken(token: string): Promise<Result<OpenedFile, UserError>>;
  /** A path from outside the page: an argument, an association, a drop. */
  openPath(path: string): Promise<Result<OpenedFile, UserError>>;
  /** Refuses when the file is not as it was opened or saved here; `overwrite` writes over what the last refusal was about. */
  save(token: string, bytes: Uint8Array, ifChanged: 'refuse' | 'overwrite'): Promise<Result<SavedFile, UserError>>;
  saveAs(suggestedName: string, bytes: Uint8Array, dialogs: FileDialogs): Promise<Result<SavedFile | null, UserError>>;
  /** Writes a list or a drawing; its name, or null when cancelled. */
  exportFile(suggestedName: string, bytes: Uint8Array, dialogs: FileDialogs): Promise<Result<string | null, UserError>>;
  recent(): Promise<readonly RecentFile[]>;
  /** The plan that was read from this path last is open. */
  adopt(path: string): Promise<void>;
  /** How the file at this path is now; undefined where it cannot be looked at. */
  look(path: string): Promise<SeenFile | undefined>;
}

export const unknownToken: UserError = {
  code: 'file.unknown',
  message: 'this file is not known any more',
  remedy: 'open it again from its folder',
};

export function createPlanFiles(grants: Grants, recentFiles: RecentFiles): PlanFiles {
  /** What each file held when it was read, until its plan is open: a file that the planner refuses is not its own. */
  const read = new Map<string, string>();
  /** What each file held when its plan was opened or saved here. */
  const known = new Map<string, string>();
  /** What was found instead when saving it was refused last. */
  const refused = new Map<string, string>();
  /** Reading, writing and looking take turns, so that nobody sees a file between its bytes and what is known of it. */
  const queued = createQueues();

  function openPath(path: string): Promise<Result<OpenedFile, UserError>> {
    return queued(path, () => readPath(path));
  }

  async function readPath(path: string): Promise<Result<OpenedFile, UserError>> {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      if (size > maxFileBytes) return fail(tooLarge(name, size));
      const bytes = await readFile(path);
      read.set(path, digest(bytes));
      await remember(path);
      return ok({ token: grants.grant(path), name, bytes });
    } catch (error) {
      const reason = fileError(error, name, 'opened');
      if (reason.code === 'file.missing') await recentFiles.remove(path).catch(() => undefined);
      return fail(reason);
    }
  }

  async function write(path: string, bytes: Uint8Array): Promise<Result<SavedFile, UserError>> {
    const name = basename(path);
    try {
      await atomicWrite(path, bytes, { keepLast: true });
      know(path, digest(bytes));
      await remember(path);
      return ok({ token: grants.grant(path), name });
    } catch (error) {
      return fail(fileError(error, name, 'saved'));
    }
  }

  async function writeUnlessChanged(path: string, bytes: Uint8Array, ifChanged: 'refuse' | 'overwrite') {
    const name = basename(path);
    let found: string;
    try {
      found = await contentOf(path);
    } catch (error) {
      return fail(fileError(error, name, 'saved'));
    }
    // A file that was never opened here is only written where there is none.
    const isExpected = found === (known.get(path) ?? GONE);
    if (!isExpected && !(ifChanged === 'overwrite' && found === refused.get(path))) {
      refused.set(path, found);
      return fail(found === GONE ? gone(name) : changedOnDisk(name));
    }
    return write(path, bytes);
  }

  function know(path: string, content: string): void {
    known.set(path, content);
    read.delete(path);
    refused.delete(path);
  }

  /** A list that cannot be kept must not stop the work. */
  const remember = (path: string): Promise<void> => recentFiles.add(path).catch(() => undefined);

  return {
    async open(dialogs) {
      const path = await dialogs.chooseOpen();
      return path === null ? ok(null) : openPath(path);
    },
    async openToken(token) {
      const path = grants.path(token);
      return path === undefined ? fail(unknownToken) : openPath(path);
    },
    openPath,
    async save(token, bytes, ifChanged) {
      const path = grants.path(token);
      if (path === undefined) return fail(unknownToken);
      return queued(path, () => writeUnlessChanged(path, bytes, ifChanged));
    },
    async saveAs(suggestedName, bytes, dialogs) {
      const path = await dialogs.chooseSave(suggestedName);
      return path === null ? ok(null) : queued(path, () => write(path, bytes));
    },
    async exportFile(suggestedName, bytes, dialogs) {
      const path = await dialogs.chooseSave(suggestedName);
      if (path === null) return ok(null);
      try {
        await atomicWrite(path, bytes);
        return ok(basename(path));
      } catch (error) {
        return fail(fileError(error, basename(path), 'written'));
      }
    },
    async recent() {
      const paths = await recentFiles.list();
      return paths.map((path) => ({ token: grants.grant(path), name: basename(path), place: dirname(path) }));
    },
    adopt: (path) =>
      queued(path, async () => {
        const content = read.get(path);
        if (content !== undefined) know(path, content);
      }),
    look: (path) =>
      queued(path, async () => {
        const content = await contentOf(path).catch(() => undefined);
        if (content === undefined) return undefined;
        return { is: content === known.get(path) ? 'same' : content === GONE ? 'gone' : 'changed', content };
      }),
  };
}

const GONE = 'gone';

/** The digest of what a file holds, or `GONE`. One that no plan can be is told by its size alone. */
async function contentOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    return size > maxFileBytes ? `${size} bytes` : digest(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return GONE;
    throw error;
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function tooLarge(name: string, size: number): UserError {
  return {
    code: 'plan.too-large',
    message: `${name} has ${Math.ceil(size / 2 ** 20)} MiB`,
    remedy: `a plan has at most ${maxFileBytes / 2 ** 20} MiB; is this the right file?`,
  };
}

function changedOnDisk(name: string): UserError {
  return {
    code: 'file.changed-on-disk',
    message: `${name} was changed by another program since it was opened here`,
    remedy: 'save under another name, or open it again and lose the changes made here',
  };
}

function gone(name: string): UserError {
  return {
    code: 'file.gone',
    message: `${name} was deleted, renamed or moved since it was opened here`,
    remedy: 'save under another name, or save it again where it was',
  };
}
