/** Layers shown, hidden, locked. */
import { layerNames, layerOf, lockableLayers } from '../state/sessionStore.ts';
import { always, hasSelection, type Action } from './action.ts';

export const layerActions: readonly Action[] = [
  ...layerNames.map((layer): Action => ({
    id: `view.layer-${layer}`,
    label: `Show or hide ${layer}`,
    shortcut: null,
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
    label: 'Lock the layers of the selection',
    shortcut: 'Shift+L',
    group: 'view',
    enabled: hasSelection,
    run: ({ session }) => {
      for (const layer of new Set(session.getState().selection.map(layerOf))) if (layer !== null) session.setLock(layer, true);
    },
  },
  {
    id: 'view.unlock-all',
    label: 'Unlock all layers',
    shortcut: null,
    group: 'view',
    enabled: ({ session }) => lockableLayers.some((layer) => session.getState().locks[layer]),
    run: ({ session }) => {
      for (const layer of lockableLayers) session.setLock(layer, false);
    },
  },
];
