/** What is seen and how: zoom, snapping, theme, units, palette, the sheet of keys. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { beginTour } from '../tour/tourFacts.ts';
import { fitElevation, showElevation, zoomElevation } from '../elevation/elevationActions.ts';
import type { Planner } from '../state/plannerContext.ts';
import { minimapChoice } from '../state/minimapChoice.ts';
import type { DrawerTab } from '../state/sessionStore.ts';
import { openMenuAtSelection } from '../tools/contextMenu.ts';
import { fitHall, zoomBy, zoomFull, zoomToSelection } from '../tools/viewActions.ts';
import { saveThisView } from '../tools/savedViews.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { always, hasPlan, hasSelection, type Action } from './action.ts';

const ZOOM_STEP = 1.25;

const isElevation = ({ session }: Planner): boolean => session.getState().mode === 'elevation';
const hasStanding = ({ plan }: Planner): boolean => plan.getState().plan.cabinets.size > 0;

const tables: readonly { readonly tab: DrawerTab; readonly label: string; readonly words: string }[] = [
  { tab: 'cables', label: 'Open the table of cables', words: 'links lengths schedule' },
  { tab: 'looms', label: 'Open the looms', words: 'bundles trunk legs breakout build sheet pull' },
  { tab: 'bom', label: 'Open the bill of materials', words: 'bom cost price order parts' },
  { tab: 'hours', label: 'Open the hours', words: 'labor profile crew days cost break-even' },
  { tab: 'notes', label: 'Open the notes', words: 'markups comments redlines review resolved' },
  { tab: 'findings', label: 'Open the findings', words: 'errors warnings checks problems' },
];

export const viewActions: readonly Action[] = [
  {
    id: 'view.plan',
    label: 'Open the plan',
    shortcut: 'P',
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState({ mode: 'plan' }),
  },
  {
    id: 'view.sheets',
    label: 'Open the sheets',
    shortcut: 'Ctrl+Shift+P',
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState({ mode: 'sheets' }),
  },
  ...tables.map(({ tab, label, words }): Action => ({
    id: `view.table-${tab}`,
    label,
    shortcut: null,
    words,
    group: 'view',
    enabled: always,
    run: ({ session }) => {
      session.setState(({ mode, tableRequests }) => ({
        mode: mode === 'sheets' ? 'plan' : mode,
        drawerTab: tab,
        tableRequests: tableRequests + 1,
      }));
    },
  })),
  {
    id: 'view.save',
    label: 'Save this view',
    shortcut: null,
    words: 'named view camera bookmark',
    group: 'view',
    enabled: hasPlan,
    run: (planner) => saveThisView(planner, randomBytes),
  },
  { id: 'view.elevation', label: 'Open the elevation', shortcut: 'E', group: 'view', enabled: hasStanding, run: showElevation },
  {
    id: 'view.menu',
    label: 'Menu of the selection',
    shortcut: 'Shift+F10',
    alsoKeys: ['ContextMenu'],
    group: 'view',
    enabled: hasPlan,
    run: openMenuAtSelection,
  },
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    shortcut: 'Ctrl+=',
    alsoKeys: ['+', '=', 'Ctrl++'],
    group: 'view',
    enabled: hasPlan,
    run: (planner) => (isElevation(planner) ? zoomElevation(planner, 'in') : zoomBy(planner, ZOOM_STEP)),
  },
  {
    id: 'view.zoomOut',
    label: 'Zoom out',
    shortcut: 'Ctrl+-',
    alsoKeys: ['-'],
    group: 'view',
    enabled: hasPlan,
    run: (planner) => (isElevation(planner) ? zoomElevation(planner, 'out') : zoomBy(planner, 1 / ZOOM_STEP)),
  },
  {
    id: 'view.fit',
    label: 'Fit the hall',
    shortcut: 'Shift+1',
    group: 'view',
    enabled: hasPlan,
    run: (planner) => (isElevation(planner) ? fitElevation(planner) : fitHall(planner)),
  },
  {
    id: 'view.zoom-selection',
    label: 'Zoom to the selection',
    shortcut: 'Shift+2',
    group: 'view',
    enabled: hasSelection,
    run: (planner) => void zoomToSelection(planner),
  },
  {
    id: 'view.full-size',
    label: 'Zoom to 1 : 50',
    shortcut: 'Shift+0',
    alsoKeys: ['Ctrl+0'],
    group: 'view',
    enabled: hasPlan,
    run: zoomFull,
  },
  {
    id: 'view.minimap',
    label: 'Show or hide the minimap',
    shortcut: 'Shift+O',
    words: 'overview navigator map of the hall',
    group: 'view',
    enabled: always,
    run: () => minimapChoice.setState(({ shown }) => ({ shown: !shown })),
  },
  {
    id: 'view.snap',
    label: 'Snap on or off',
    shortcut: 'F9',
    alsoKeys: ['S'],
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ snap }) => ({ snap: !snap })),
  },
  {
    id: 'view.snap-things',
    label: 'Snap to things, or not',
    shortcut: 'F3',
    alsoKeys: ['Alt+S'],
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ snapTo }) => ({ snap: true, snapTo: { ...snapTo, things: !snapTo.things } })),
  },
  {
    id: 'view.snap-grid',
    label: 'Snap to tiles and grid, or not',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ snapTo }) => ({ snap: true, snapTo: { ...snapTo, grid: !snapTo.grid } })),
  },
  {
    id: 'view.ortho',
    label: 'Keep to one axis, or not',
    shortcut: 'F8',
    group: 'view',
    enabled: always,
    run: ({ session }) => session.setState(({ ortho }) => ({ ortho: !ortho })),
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
    id: 'view.wheel',
    label: 'Wheel zooms, or scrolls',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: ({ session }) => {
      const wheel = session.getState().wheel === 'zooms' ? 'pans' : 'zooms';
      const text = wheel === 'zooms' ? 'The wheel zooms to the pointer; with Shift it scrolls' : 'The wheel scrolls; with Ctrl it zooms';
      session.setState({ wheel, notice: { text, tone: 'info' } });
    },
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
    id: 'view.filter',
    label: 'Filter the table',
    shortcut: 'Ctrl+F',
    group: 'view',
    enabled: hasPlan,
    run: ({ session }) => {
      session.setState(({ mode }) => ({ mode: mode === 'sheets' ? 'plan' : mode }));
      dialogs.setState({ open: 'filter' });
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
  {
    id: 'help.tour',
    label: 'Take the tour',
    shortcut: null,
    group: 'view',
    enabled: always,
    run: (planner) => void beginTour(planner),
  },
];
