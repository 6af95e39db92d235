/**
 * Before each file of unit tests: what a page has only one of stands as on a page just opened. Files share a process, since a new one
 * for each takes longer than most of them run.
 */
import type { StoreApi } from 'zustand/vanilla';
import { dialogs } from '../../renderer/dialogs/dialogStore.ts';
import { drawings } from '../../renderer/underlay/drawings.ts';
import { rowMenu } from '../../renderer/drawer/rowMenu.ts';
import { contextMenu } from '../../renderer/tools/contextMenu.ts';
import { hallTabs } from '../../renderer/tools/hallActions.ts';

function renew<State>(store: StoreApi<State>): void {
  store.setState(store.getInitialState(), true);
}

renew(dialogs);
renew(drawings);
renew(rowMenu);
renew(contextMenu);
renew(hallTabs);
