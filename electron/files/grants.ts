/**
 * Tokens for paths. The page is told a token; only this process knows which file it means, and only files that a person
 * named (in a dialog, by a drop, an argument, the recent list) ever get one.
 */
import { randomBytes } from 'node:crypto';

export interface Grants {
  /** The token of a path: the same as long as the program runs. */
  grant(path: string): string;
  /** The path, or undefined for a token that was never given out. */
  path(token: string): string | undefined;
}

export function createGrants(): Grants {
  const pathByToken = new Map<string, string>();
  const tokenByPath = new Map<string, string>();
  return {
    grant(path) {
      const known = tokenByPath.get(path);
      if (known !== undefined) return known;
      const token = randomBytes(16).toString('hex');
      pathByToken.set(token, path);
      tokenByPath.set(path, token);
      return token;
    },
    path: (token) => pathByToken.get(token),
  };
}
