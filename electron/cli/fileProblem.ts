/** What the system says about a path, in one line for people. */
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';

interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** Errors of the system become problems; anything else is a bug and is thrown on. */
export function fileProblem(error: unknown, path: string, doing: 'read' | 'written'): Problem {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const { message, remedy } = wordsFor(error.code, doing);
  return problem(path, { code: `file.${error.code.toLowerCase()}`, message, remedy }).error;
}

function wordsFor(code: string, doing: 'read' | 'written'): Words {
  switch (code) {
    case 'ENOENT':
      return doing === 'read'
        ? { message: 'there is no such file', remedy: 'check the path' }
        : { message: 'its folder is not there', remedy: 'make the folder first, or write elsewhere' };
    case 'EEXIST':
    case 'ENOTDIR':
      return { message: 'a part of the path is a file, not a folder', remedy: 'check the path' };
    case 'EISDIR':
      return { message: 'is a folder', remedy: 'name a file in it' };
    case 'EACCES':
    case 'EPERM':
      return { message: `may not be ${doing}`, remedy: 'change its permissions, or choose another place' };
    case 'EROFS':
      return { message: 'is on a read-only disk', remedy: 'write to another place' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { message: 'the disk is full; nothing was changed', remedy: 'free some space, or write to another disk' };
    case 'ENAMETOOLONG':
      return { message: 'the name is too long', remedy: 'choose a shorter one' };
    default:
      return { message: `could not be ${doing} (${code})`, remedy: 'check the path and the disk' };
  }
}
