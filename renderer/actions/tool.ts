/** The tool in the hand. */
import { type ToolId } from '../state/sessionStore.ts';
import type { SpanWish } from '../state/toolSettings.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { openConnect, openRanges, takeConnect } from '../elevation/connectActions.ts';
import type { Planner } from '../state/plannerContext.ts';
import { runDirectly, selectedChannels } from '../tools/panelActions.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { dimensionBetween, tiedSelection } from '../tools/dimensionActions.ts';
import { noteActions } from './notes.ts';
import { takeSpan } from '../underlay/addDrawing.ts';
import { always, condition, hasCabinets, hasKind, hasPlan, type Action } from './action.ts';

const hasDevicesMounted = ({ plan }: Planner): boolean => plan.getState().plan.devices.size > 1;

const hasChannels = condition('select a cable of a link that runs through panels first', (planner) => selectedChannels(planner).length > 0);

const hasTwoTied = condition(
  'select two cabinets or obstacles first',
  ({ session }) => tiedSelection(session.getState().selection) !== null,
);

const hasDrawing = condition('add a drawing first', ({ plan }) => plan.getState().plan.underlays.size > 0);

function toolAction(tool: ToolId, label: string, shortcut: string): Action {
  return { id: `tool.${tool}`, label, shortcut, group: 'tool', enabled: always, run: ({ session }) => session.setTool(tool) };
}

function spanAction(purpose: SpanWish['purpose'], label: string): Action {
  return {
    id: `drawing.${purpose}`,
    label,
    shortcut: null,
    words: 'underlay scale two points distance',
    group: 'tool',
    enabled: hasKind('underlay'),
    run: (planner) => takeSpan(planner, purpose),
  };
}

export const toolActions: readonly Action[] = [
  { ...toolAction('select', 'Select and move', 'V'), alsoKeys: ['1'] },
  toolAction('row', 'Draw a row of cabinets', 'N'),
  toolAction('tray', 'Draw a tray', 'T'),
  toolAction('hall', 'Draw a hall', 'W'),
  { ...toolAction('door', 'Put in a door', 'Shift+W'), words: 'opening in a wall', enabled: hasPlan },
  { ...toolAction('obstacle', 'Draw a column or another obstacle', 'B'), enabled: hasPlan },
  { ...toolAction('trace', 'Trace lines of a drawing', 'U'), words: 'underlay dxf walls columns doors pick convert', enabled: hasDrawing },
  { ...toolAction('tileOrigin', 'Set the tile origin', ''), shortcut: null, enabled: hasPlan },
  {
    ...toolAction('deliveryPath', 'Draw a delivery path', ''),
    shortcut: null,
    words: 'dock crate way in route trailer unload',
    enabled: hasPlan,
  },
  toolAction('measure', 'Measure', 'D'),
  {
    ...toolAction('measureTrays', 'Measure along trays', 'Alt+D'),
    words: 'distance cable way length drop pathway shortest',
    enabled: hasPlan,
  },
  { ...toolAction('dimension', 'Draw a dimension', 'Shift+D'), enabled: hasPlan },
  {
    id: 'dimension.between',
    label: 'Dimension between two things',
    shortcut: null,
    words: 'distance gap clearance aisle measure keep',
    group: 'edit',
    enabled: hasTwoTied,
    run: (planner) => dimensionBetween(planner, randomBytes),
  },
  ...noteActions,
  spanAction('calibrate', 'Calibrate a drawing by two places'),
  spanAction('check', 'Check a drawing by a second distance'),
  spanAction('place', 'Place a drawing: a point of it, then where it belongs'),
  toolAction('pan', 'Pan', 'H'),
  { id: 'tool.connect', label: 'Connect two ports', shortcut: 'C', group: 'tool', enabled: always, run: takeConnect },
  {
    id: 'connect.dialog',
    label: 'Connect ports by name…',
    shortcut: 'Shift+C',
    group: 'tool',
    enabled: hasDevicesMounted,
    run: openConnect,
  },
  {
    id: 'connect.ranges',
    label: 'Connect ranges of ports…',
    shortcut: 'Shift+M',
    words: 'bulk panel many straight reversed interleaved rail',
    group: 'tool',
    enabled: hasDevicesMounted,
    run: openRanges,
  },
  {
    id: 'fabric.table',
    label: 'Fabric from a table…',
    shortcut: null,
    words: 'import csv xlsx cable schedule paste links point to point ranges',
    group: 'tool',
    enabled: hasDevicesMounted,
    run: () => dialogs.setState({ open: 'table' }),
  },
  {
    id: 'fabric.fill',
    label: 'Fill cabinets with a fabric…',
    shortcut: null,
    words: 'rail optimised nodes leaves spines mount generate units',
    group: 'tool',
    enabled: hasCabinets,
    run: () => dialogs.setState({ open: 'fill' }),
  },
  {
    id: 'panels.insert',
    label: 'Run links through panels…',
    shortcut: 'Shift+P',
    words: 'patch panel trunk cassette shuffle insert',
    group: 'tool',
    enabled: hasDevicesMounted,
    run: () => dialogs.setState({ open: 'panels' }),
  },
  {
    id: 'panels.remove',
    label: 'Run links directly, without panels',
    shortcut: null,
    words: 'patch panel trunk shuffle remove take out undo direct',
    group: 'edit',
    enabled: hasChannels,
    run: runDirectly,
  },
];
