/** The plans opened or saved last, newest first, kept as one small JSON file among the program's own data. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { atomicWrite } from './atomicWrite.ts';

const longestList = 12;
const stored = v.array(v.string());

export interface RecentFiles {
  list(): Promise<readonly string[]>;
  /** Puts a path first. */
  add(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  clear(): Promise<void>;
}

/** `file` is made when it is missing; an unreadable one counts as empty. `onChange` hears of every other list. */
export function createRecentFiles(file: string, onChange: (paths: readonly string[]) => void = () => undefined): RecentFiles {
  let paths: readonly string[] | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function load(): Promise<readonly string[]> {
    paths ??= await readList(file);
    return paths;
  }

  /** One write after the other, so that the last list wins. */
  async function change(next: (before: readonly string[]) => readonly string[]): Promise<void> {
    paths = next(await load()).slice(0, longestList);
    onChange(paths);
    const bytes = new TextEncoder().encode(JSON.stringify(paths));
    writing = writing.catch(() => undefined).then(() => atomicWrite(file, bytes));
    await writing;
  }

  return {
    list: load,
    add: (path) => change((before) => [path, ...before.filter((other) => other !== path)]),
    remove: (path) => change((before) => before.filter((other) => other !== path)),
    clear: () => change(() => []),
  };
}

async function readList(file: string): Promise<readonly string[]> {
  try {
    const parsed = v.safeParse(stored, JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}
