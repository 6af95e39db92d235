/** What the system says about a file, in words for people. */
import type { UserError } from '../../shared/result.ts';

/** `doing` completes "could not be …": `opened`, `saved`. */
export function fileError(error: unknown, name: string, doing: string): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return { code: 'file.missing', message: `${name} is not there any more`, remedy: 'choose it again where it is now' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'file.denied',
        message: `${name} could not be ${doing}: the system does not allow it`,
        remedy: 'close the program that holds it, or choose another folder',
      };
    case 'EBUSY':
      return { code: 'file.locked', message: `${name} is locked by another program`, remedy: 'close it there and try again' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'file.full', message: `the disk is full; ${name} is as it was`, remedy: 'free some space or choose another disk' };
    case 'EROFS':
      return { code: 'file.read-only', message: `${name} is on a read-only disk`, remedy: 'save it in another place' };
    case 'EISDIR':
      return { code: 'file.folder', message: `${name} is a folder`, remedy: 'choose a plan in it' };
    default:
      return {
        code: 'file.failed',
        message: `${name} could not be ${doing}${code === '' ? '' : ` (${code})`}`,
        remedy: 'try again, or choose another place',
      };
  }
}
