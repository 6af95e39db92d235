/** Which panes are open and how large; kept for the next start on this machine. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { layout } from '../theme/tokens.ts';

interface Panes {
  readonly leftOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly drawerOpen: boolean;
  readonly inspectorPx: number;
  readonly drawerPx: number;
}

export const paneLimits = { inspectorPx: { min: 248, max: 480 }, drawerPx: { min: 96, max: 560 } } as const;

/** Below this the left panel starts closed, so that the drawing keeps the window. */
const NARROW_PX = 1200;
const STORAGE_KEY = 'raceway.panes';

function readStored(): Partial<Panes> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

function within(value: unknown, { min, max }: { readonly min: number; readonly max: number }, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise;
}

function firstPanes(): Panes {
  const stored = readStored();
  const wide = window.innerWidth >= NARROW_PX;
  return {
    leftOpen: typeof stored.leftOpen === 'boolean' ? stored.leftOpen && wide : wide,
    inspectorOpen: typeof stored.inspectorOpen === 'boolean' ? stored.inspectorOpen : true,
    drawerOpen: typeof stored.drawerOpen === 'boolean' ? stored.drawerOpen : true,
    inspectorPx: within(stored.inspectorPx, paneLimits.inspectorPx, wide ? layout.inspector : paneLimits.inspectorPx.min),
    drawerPx: within(stored.drawerPx, paneLimits.drawerPx, Math.round(Math.min(layout.drawer, window.innerHeight * 0.24))),
  };
}

export const panes = createStore<Panes>(firstPanes);

panes.subscribe((state) => {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(state));
  } catch {
    // A full or forbidden storage costs only the memory of pane sizes.
  }
});

export function usePanes<T>(select: (state: Panes) => T): T {
  return useStore(panes, select);
}
