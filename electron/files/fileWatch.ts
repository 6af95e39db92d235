/**
 * Watches the open file for what other programs do to it: by the system's notices about its folder (another program may
 * replace the file, and network folders may say nothing), and by a look whenever the window gets the focus.
 */
import { realpathSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { SeenFile } from './planFiles.ts';

export interface FileWatch {
  /** Watches this file instead of the one before; undefined: none. */
  follow(path: string | undefined): void;
  /** Looks at once. */
  look(): void;
}

/** Writers touch a file several times: looked at when they have come to rest. */
const restMs = 200;
/** Some writers delete a file before they write it anew: gone is what stays gone. */
const goneMs = 600;

/** `tell` hears each new state of a file once; the first `same` goes without saying. */
export function createFileWatch(
  see: (path: string) => Promise<SeenFile | undefined>,
  tell: (path: string, is: SeenFile['is']) => void,
): FileWatch {
  let path: string | undefined;
  let told = '';
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;

  function lookAfter(ms: number, isSecondLook: boolean): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(isSecondLook), ms);
    timer.unref();
  }

  async function look(isSecondLook: boolean): Promise<void> {
    const looked = path;
    if (looked === undefined) return;
    const seen = await see(looked);
    if (seen === undefined || path !== looked) return;
    const state = seen.is === 'same' ? '' : seen.content;
    if (state === told) return;
    if (seen.is === 'gone' && !isSecondLook) {
      lookAfter(goneMs, true);
      return;
    }
    told = state;
    tell(looked, seen.is);
  }

  return {
    follow(next) {
      clearTimeout(timer);
      watcher?.close();
      watcher = next === undefined ? undefined : watchFolderOf(next, () => lookAfter(restMs, false));
      path = next;
      told = '';
      // What happened between reading it and now.
      if (next !== undefined) lookAfter(restMs, false);
    },
    look: () => lookAfter(0, false),
  };
}

/** Undefined where the system cannot watch: the look at each focus remains. */
function watchFolderOf(path: string, onNotice: () => void): FSWatcher | undefined {
  try {
    // Through a symbolic link: the file that it names is what is written.
    const target = realpathSync(path);
    const watcher = watch(dirname(target), { persistent: false }, (_kind, name) => {
      if (name === null || name === basename(target)) onNotice();
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
