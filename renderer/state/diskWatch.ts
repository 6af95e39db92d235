/** Keeps the file store told of what others do to the open file. */
import type { Host } from '../host/host.ts';
import { isUnsaved, type FileStore } from './fileStore.ts';
import type { Journal } from './journal.ts';
import { placeOf, type PlanStore } from './planStore.ts';

export interface DiskWatchParts {
  readonly plan: PlanStore;
  readonly file: FileStore;
  readonly host: Pick<Host, 'watch'>;
  readonly journal: Pick<Journal, 'loosen'>;
}

/** Follows whichever file is open, for as long as the page lives. */
export function watchOpenFile({ plan, file, host, journal }: DiskWatchParts): void {
  let stop = (): void => {};

  function follow(): void {
    stop();
    const { token } = file.getState();
    stop =
      token === null
        ? () => {}
        : host.watch(token, (onDisk) => {
            file.setState((state) => ({
              onDisk,
              goesOn: false,
              dirty: isUnsaved(placeOf(plan.getState()), { ...state, onDisk }),
            }));
            // From now on nothing but this page and its journal holds the plan.
            if (onDisk !== 'same') void journal.loosen().catch(() => undefined);
          });
  }

  file.subscribe((now, before) => {
    // Loading the same file again, or saving it, begins anew too.
    if (now.token !== before.token || now.savedAt !== before.savedAt) follow();
  });
}
