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
  save(token: string, bytes: Uint8Array): Promise<Result<SavedFile, UserError>>;
  saveAs(suggestedName: string, bytes: Uint8Array, dialogs: FileDialogs): Promise<Result<SavedFile | null, UserError>>;
  /** Writes a list or a drawing; its name, or null when cancelled. */
  exportFile(suggestedName: string, bytes: Uint8Array, dialogs: FileDialogs): Promise<Result<string | null, UserError>>;
  recent(): Promise<readonly RecentFile[]>;
}

const unknownToken: UserError = {
  code: 'file.unknown',
  message: 'this file is not known any more',
  remedy: 'open it again from its folder',
};

export function createPlanFiles(grants: Grants, recentFiles: RecentFiles): PlanFiles {
  /** What each file held when it was opened or saved here. */
  const digests = new Map<string, string>();

  async function openPath(path: string): Promise<Result<OpenedFile, UserError>> {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      if (size > maxFileBytes) return fail(tooLarge(name, size));
      const bytes = await readFile(path);
      digests.set(path, digest(bytes));
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
      digests.set(path, digest(bytes));
      await remember(path);
      return ok({ token: grants.grant(path), name });
    } catch (error) {
      return fail(fileError(error, name, 'saved'));
    }
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
    async save(token, bytes) {
      const path = grants.path(token);
      if (path === undefined) return fail(unknownToken);
      const known = digests.get(path);
      const onDisk = await readFile(path).catch(() => undefined);
      if (known !== undefined && onDisk !== undefined && digest(onDisk) !== known) return fail(changedOnDisk(basename(path)));
      return write(path, bytes);
    },
    async saveAs(suggestedName, bytes, dialogs) {
      const path = await dialogs.chooseSave(suggestedName);
      return path === null ? ok(null) : write(path, bytes);
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
  };
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
