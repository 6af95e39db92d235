/**
 * Everything a person can do by name: menus, the command palette, the tool rail and the keyboard use this one table.
 * Ids are what the desktop menu sends.
 */
import { dialogs } from '../dialogs/dialogStore.ts';
import { openMenuAtSelection } from '../tools/contextMenu.ts';
import { alignSelection, distributeSelection, mirrorSelection } from '../tools/arrangeActions.ts';
import { deleteSelection, duplicateSelection, redo, selectAll, turnSelection, undo } from '../tools/editActions.ts';
import { fitHall, zoomBy, zoomFull, zoomToSelection } from '../tools/viewActions.ts';
import type { Planner } from './plannerContext.ts';
import { layerNames, layerOf, lockableLayers, selectedIds, type ToolId } from './sessionStore.ts';

export interface Action {
  /** `edit.undo` */
  readonly id: string;
  /** `Undo`, sentence case. */
  readonly label: string;
  /** As shown and as read: `Ctrl+Shift+Z`, `R`, `Shift+1`; null: none. On macOS Ctrl stands for the command key. */
  readonly shortcut: string | null;
  readonly group: 'file' | 'edit' | 'arrange' | 'view' | 'tool' | 'export';
  /** Whether it can be done now. */
  enabled(planner: Planner): boolean;
  run(planner: Planner): void;
}

const always = (): boolean => true;
const hasPlan = ({ plan }: Planner): boolean => plan.getState().plan.halls.size > 0;
const hasSelection = ({ session }: Planner): boolean => session.getState().selection.length > 0;
const hasCabinets = ({ session }: Planner): boolean => selectedIds(session.getState().selection, 'cabinet').length > 0;
const hasSeveral =
  (count: number) =>
  ({ session }: Planner): boolean =>
    selectedIds(session.getState().selection, 'cabinet').length >= count;
const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const ZOOM_STEP = 1.25;

function toolAction(tool: ToolId, label: string, shortcut: string): Action {
  return { id: `tool.${tool}`, label, shortcut, group: 'tool', enabled: always, run: ({ session }) => session.setTool(tool) };
}

const aligning = [
  ['left', 'Align western edges', 'Ctrl+Shift+ArrowLeft'],
  ['right', 'Align eastern edges', 'Ctrl+Shift+ArrowRight'],
  ['top', 'Align northern edges', 'Ctrl+Shift+ArrowUp'],
  ['bottom', 'Align southern edges', 'Ctrl+Shift+ArrowDown'],
] as const;

/** A shortcut stands once. */
export const actions: readonly Action[] = [
  { id: 'file.new', label: 'New plan', shortcut: null, group: 'file', enabled: always, run: ({ files }) => void files.newPlan() },
  { id: 'file.open', label: 'Open…', shortcut: 'Ctrl+O', group: 'file', enabled: always, run: ({ files }) => void files.open() },
  { id: 'file.save', label: 'Save', shortcut: 'Ctrl+S', group: 'file', enabled: always, run: ({ files }) => void files.save() },
  {
    id: 'file.saveAs',
    label: 'Save as…',
    shortcut: 'Ctrl+Shift+S',
    group: 'file',
    enabled: always,
    run: ({ files }) => void files.saveAs(),
  },
  {
    id: 'file.generate',
    label: 'Generate a plan…',
    shortcut: 'Ctrl+G',
    group: 'file',
    enabled: always,
    run: () => dialogs.setState({ open: 'generate' }),
  },
  {
    id: 'file.settings',
    label: 'Plan settings…',
    shortcut: 'Ctrl+,',
    group: 'file',
    enabled: always,
    run: () => dialogs.setState({ open: 'settings' }),
  },
  {
    id: 'export.open',
    label: 'Export…',
    shortcut: 'Ctrl+E',
    group: 'export',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'export' }),
  },
  {
    id: 'edit.undo',
    label: 'Undo',
    shortcut: 'Ctrl+Z',
    group: 'edit',
    enabled: ({ plan }) => plan.getState().past.length > 0,
    run: undo,
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    shortcut: 'Ctrl+Shift+Z',
    group: 'edit',
    enabled: ({ plan }) => plan.getState().future.length > 0,
    run: redo,
  },
  { id: 'edit.select-all', label: 'Select all cabinets', shortcut: 'Ctrl+A', group: 'edit', enabled: hasPlan, run: selectAll },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    shortcut: 'Ctrl+D',
    group: 'edit',
    enabled: hasCabinets,
    run: (planner) => duplicateSelection(planner, randomBytes),
  },
  {
    id: 'view.menu',
    label: 'Menu of the selection',
    shortcut: 'Shift+F10',
    group: 'view',
    enabled: hasPlan,
    run: openMenuAtSelection,
  },
  { id: 'edit.delete', label: 'Delete', shortcut: 'Delete', group: 'edit', enabled: hasSelection, run: deleteSelection },
  {
    id: 'edit.rotate',
    label: 'Rotate clockwise',
    shortcut: 'R',
    group: 'arrange',
    enabled: hasCabinets,
    run: (planner) => turnSelection(planner, 'clockwise'),
  },
  {
    id: 'edit.rotate-back',
    label: 'Rotate counter-clockwise',
    shortcut: 'Shift+R',
    group: 'arrange',
    enabled: hasCabinets,
    run: (planner) => turnSelection(planner, 'counter-clockwise'),
  },
  {
    id: 'arrange.mirror',
    label: 'Mirror the row: swap hot and cold',
    shortcut: 'M',
    group: 'arrange',
    enabled: hasCabinets,
    run: mirrorSelection,
  },
  {
    id: 'arrange.array',
    label: 'Array in columns and rows…',
    shortcut: 'Ctrl+Shift+D',
    group: 'arrange',
    enabled: hasCabinets,
    run: () => dialogs.setState({ open: 'array' }),
  },
  ...aligning.map(([edge, label, shortcut]): Action => ({
    id: `arrange.align-${edge}`,
    label,
    shortcut,
    group: 'arrange',
    enabled: hasSeveral(2),
    run: (planner) => alignSelection(planner, edge),
  })),
  {
    id: 'arrange.distribute-x',
    label: 'Distribute from west to east',
    shortcut: null,
    group: 'arrange',
    enabled: hasSeveral(3),
    run: (planner) => distributeSelection(planner, 'x'),
  },
  {
    id: 'arrange.distribute-y',
    label: 'Distribute from north to south',
    shortcut: null,
    group: 'arrange',
    enabled: hasSeveral(3),
    run: (planner) => distributeSelection(planner, 'y'),
  },
  toolAction('select', 'Select and move', 'V'),
  toolAction('row', 'Draw a row of cabinets', 'N'),
  toolAction('tray', 'Draw a tray', 'T'),
  toolAction('measure', 'Measure', 'D'),
  toolAction('pan', 'Pan', 'H'),
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    shortcut: 'Ctrl+=',
    group: 'view',
    enabled: hasPlan,
    run: (planner) => zoomBy(planner, ZOOM_STEP),
  },
  {
    id: 'view.zoomOut',
    label: 'Zoom out',
    shortcut: 'Ctrl+-',
    group: 'view',
    enabled: hasPlan,
    run: (planner) => zoomBy(planner, 1 / ZOOM_STEP),
  },
  { id: 'view.fit', label: 'Fit the hall', shortcut: 'Shift+1', group: 'view', enabled: hasPlan, run: fitHall },
  {
    id: 'view.zoom-selection',
    label: 'Zoom to the selection',
    shortcut: 'Shift+2',
    group: 'view',
    enabled: hasSelection,
    run: (planner) => void zoomToSelection(planner),
  },
  { id: 'view.full-size', label: 'Zoom to 1 : 50', shortcut: 'Shift+0', group: 'view', enabled: hasPlan, run: zoomFull },
  {
    id: 'view.snap',
    label: 'Snap on or off',
    shortcut: 'S',
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ snap }) => ({ snap: !snap })),
  },
  {
    id: 'view.theme',
    label: 'Light or dark',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ theme }) => ({ theme: theme === 'dark' ? 'light' : 'dark' })),
  },
  {
    id: 'view.units',
    label: 'Metric or imperial',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ units }) => ({ units: units === 'metric' ? 'imperial' : 'metric' })),
  },
  ...layerNames.map((layer): Action => ({
    id: `view.layer-${layer}`,
    label: `Show or hide ${layer}`,
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setLayer(layer, !session.getState().layers[layer]),
  })),
  {
    id: 'view.palette',
    label: 'Search and commands',
    shortcut: 'Ctrl+K',
    group: 'view',
    enabled: always,
    run: () => dialogs.setState({ open: 'palette' }),
  },
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
  {
    id: 'view.shortcuts',
    label: 'Keyboard shortcuts',
    shortcut: '?',
    group: 'view',
    enabled: always,
    run: () => dialogs.setState({ open: 'shortcuts' }),
  },
];

export function findAction(id: string): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}
