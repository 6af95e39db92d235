/** Layers and things shown, hidden, isolated, locked. */
import { layerNames, lockableLayers, NO_VEIL } from '../state/sessionStore.ts';
import { endIsolation, hideSelection, isolateSelection, showAll, toggleLock, unlockAll } from '../tools/selectActions.ts';
import { always, hasSelection, type Action } from './action.ts';

export const layerActions: readonly Action[] = [
  ...layerNames.map((layer): Action => ({
    id: `view.layer-${layer}`,
    label: `Show or hide ${layer}`,
    shortcut: layer === 'grid' ? 'F7' : null,
    ...(layer === 'grid' ? { alsoKeys: ["Ctrl+'"] } : {}),
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setLayer(layer, !session.getState().layers[layer]),
  })),
  ...lockableLayers.map((layer): Action => ({
    id: `view.lock-${layer}`,
    label: `Lock or unlock ${layer}`,
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setLock(layer, !session.getState().locks[layer]),
  })),
  {
    id: 'view.lock-selection',
    label: 'Lock the layers of the selection, or unlock under the pointer',
    shortcut: 'Shift+L',
    group: 'view',
    enabled: ({ session }) => session.getState().selection.length > 0 || session.getState().lockedHover !== null,
    run: toggleLock,
  },
  {
    id: 'view.unlock-all',
    label: 'Unlock all layers',
    shortcut: null,
    group: 'view',
    enabled: ({ session }) => lockableLayers.some((layer) => session.getState().locks[layer]),
    run: unlockAll,
  },
  { id: 'view.isolate', label: 'Isolate the selection', shortcut: 'I', group: 'view', enabled: hasSelection, run: isolateSelection },
  {
    id: 'view.end-isolation',
    label: 'End isolation',
    shortcut: 'Shift+I',
    group: 'view',
    enabled: ({ session }) => session.getState().veil.isolated !== null,
    run: endIsolation,
  },
  { id: 'view.hide', label: 'Hide the selection', shortcut: 'Ctrl+H', group: 'view', enabled: hasSelection, run: hideSelection },
  {
    id: 'view.show-all',
    label: 'Show all',
    shortcut: 'Ctrl+Shift+H',
    group: 'view',
    enabled: ({ session }) => session.getState().veil !== NO_VEIL || session.getState().hiddenLevels.size > 0,
    run: showAll,
  },
];
