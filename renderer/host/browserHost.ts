/** The planner in a browser: files, the recovery journal in IndexedDB, and what a tab can do of a window. */
import { ok } from '../../shared/result.ts';
import { createBrowserFiles } from './browserFiles.ts';
import { createBrowserJournal } from './browserJournal.ts';
import { download } from './download.ts';
import type { Host } from './host.ts';

export function createBrowserHost(): Host {
  return {
    kind: 'browser',
    ...createBrowserFiles(),
    async print() {
      const done = new Promise((resolve) => window.addEventListener('afterprint', resolve, { once: true }));
      window.print();
      await done;
      return ok(undefined);
    },
    exportFile(suggestedName, mimeType, bytes) {
      download(suggestedName, mimeType, bytes);
      return Promise.resolve(ok(suggestedName));
    },
    journal: createBrowserJournal(),
    showMenu: () => {},
    onMenu: () => () => {},
    onOpenFile: () => () => {},
    guardClose(isDirty) {
      const warn = (event: BeforeUnloadEvent): void => {
        if (isDirty()) event.preventDefault();
      };
      window.addEventListener('beforeunload', warn);
      return () => window.removeEventListener('beforeunload', warn);
    },
    setTitle(name, dirty) {
      document.title = `${dirty ? '• ' : ''}${name} — Raceway`;
    },
    setProgress: () => {},
  };
}
