/** What is seen and how: zoom, snapping, theme, units, palette, the sheet of keys. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { beginTour } from '../tour/tourFacts.ts';
import { openMenuAtSelection } from '../tools/contextMenu.ts';
import { fitHall, zoomBy, zoomFull, zoomToSelection } from '../tools/viewActions.ts';
import { always, hasPlan, hasSelection, type Action } from './action.ts';

const ZOOM_STEP = 1.25;

export const viewActions: readonly Action[] = [
  {
    id: 'view.menu',
    label: 'Menu of the selection',
    shortcut: 'Shift+F10',
    group: 'view',
    enabled: hasPlan,
    run: openMenuAtSelection,
  },
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
    run: ({ session }) => session.setState(({ units }) => ({ unitsChoice: units === 'metric' ? 'imperial' : 'metric' })),
  },
  {
    id: 'view.palette',
    label: 'Search and commands',
    shortcut: 'Ctrl+K',
    group: 'view',
    enabled: always,
    run: () => dialogs.setState({ open: 'palette' }),
  },
  {
    id: 'view.shortcuts',
    label: 'Keyboard shortcuts',
    shortcut: '?',
    group: 'view',
    enabled: always,
    run: () => dialogs.setState({ open: 'shortcuts' }),
  },
  {
    id: 'help.tour',
    label: 'Take the tour',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: (planner) => void beginTour(planner),
  },
];
