/** Which panes are open and how large; kept for the next start on this machine. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { layout } from '../theme/tokens.ts';
import { currentRoom, useRoom, type Room } from '../ui/room.ts';

/** A pane at a side of the drawing. */
export type SidePane = 'left' | 'inspector';

interface Panes {
  /** Open where there is room beside the drawing. */
  readonly leftOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly drawerOpen: boolean;
  /** At the usual text size. */
  readonly inspectorPx: number;
  readonly drawerPx: number;
  /** The pane that lies over the drawing, for want of room beside it; null: none. */
  readonly over: SidePane | null;
}

export const paneLimits = { inspectorPx: { min: 248, max: 480 }, drawerPx: { min: 96, max: 560 } } as const;

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
  return {
    leftOpen: typeof stored.leftOpen === 'boolean' ? stored.leftOpen : true,
    inspectorOpen: typeof stored.inspectorOpen === 'boolean' ? stored.inspectorOpen : true,
    drawerOpen: typeof stored.drawerOpen === 'boolean' ? stored.drawerOpen : true,
    inspectorPx: within(
      stored.inspectorPx,
      paneLimits.inspectorPx,
      currentRoom() === 'wide' ? layout.inspector : paneLimits.inspectorPx.min,
    ),
    drawerPx: within(stored.drawerPx, paneLimits.drawerPx, Math.round(Math.min(layout.drawer, window.innerHeight * 0.24))),
    over: null,
  };
}

export const panes = createStore<Panes>(firstPanes);

panes.subscribe(({ leftOpen, inspectorOpen, drawerOpen, inspectorPx, drawerPx }) => {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ leftOpen, inspectorOpen, drawerOpen, inspectorPx, drawerPx }));
  } catch {
    // A full or forbidden storage costs only the memory of pane sizes.
  }
});

export function usePanes<T>(select: (state: Panes) => T): T {
  return useStore(panes, select);
}

export type PanePlace = 'beside' | 'over' | 'hidden';

/** Whether there is room for a pane beside the drawing. */
function fitsBeside(pane: SidePane, room: Room): boolean {
  return room === 'wide' || (room === 'medium' && pane === 'inspector');
}

/** Where a pane is. Exported for tests. */
export function placeOfPane(
  pane: SidePane,
  { leftOpen, inspectorOpen, over }: Pick<Panes, 'leftOpen' | 'inspectorOpen' | 'over'>,
  room: Room,
): PanePlace {
  if (!fitsBeside(pane, room)) return over === pane ? 'over' : 'hidden';
  return (pane === 'left' ? leftOpen : inspectorOpen) ? 'beside' : 'hidden';
}

/** Shows or hides a pane, beside the drawing or over it. */
export function togglePane(pane: SidePane, room: Room): void {
  panes.setState((state) => {
    if (!fitsBeside(pane, room)) return { over: state.over === pane ? null : pane };
    return pane === 'left' ? { leftOpen: !state.leftOpen } : { inspectorOpen: !state.inspectorOpen };
  });
}

/** Shows a pane where there is room for it. */
export function showPane(pane: SidePane): void {
  const room = currentRoom();
  if (placeOfPane(pane, panes.getState(), room) === 'hidden') togglePane(pane, room);
}

export function useSidePane(pane: SidePane): { readonly place: PanePlace; readonly toggle: () => void } {
  const room = useRoom();
  const place = usePanes((state) => placeOfPane(pane, state, room));
  return { place, toggle: () => togglePane(pane, room) };
}
