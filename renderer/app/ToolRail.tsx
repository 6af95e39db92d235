/** The tools at the left edge; one is in the hand. */
import { Tooltip } from '@mantine/core';
import {
  IconBarrierBlock,
  IconDimensions,
  IconDoor,
  IconHandStop,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMessage2Pin,
  IconPlugConnected,
  IconPointer,
  IconPolygon,
  IconRoute,
  IconRulerMeasure,
  IconRulerMeasure2,
  IconServer2,
  IconVectorSpline,
  type Icon,
} from '@tabler/icons-react';
import { takeConnect } from '../elevation/connectActions.ts';
import { useElevation, usePlanner, useSession } from '../state/plannerContext.ts';
import type { ToolId } from '../state/sessionStore.ts';
import { rove } from '../ui/roving.ts';
import { useSidePane } from './panes.ts';
import styles from './ToolRail.module.css';

const tools: readonly { readonly id: ToolId; readonly name: string; readonly shortcut: string; readonly icon: Icon }[] = [
  { id: 'select', name: 'Select and move', shortcut: 'V', icon: IconPointer },
  { id: 'row', name: 'Draw a row of cabinets', shortcut: 'N', icon: IconServer2 },
  { id: 'tray', name: 'Draw a tray', shortcut: 'T', icon: IconRoute },
  { id: 'hall', name: 'Draw a hall', shortcut: 'W', icon: IconPolygon },
  { id: 'door', name: 'Put in a door', shortcut: 'Shift+W', icon: IconDoor },
  { id: 'obstacle', name: 'Draw a column or another obstacle', shortcut: 'B', icon: IconBarrierBlock },
  { id: 'trace', name: 'Trace lines of a drawing', shortcut: 'U', icon: IconVectorSpline },
  { id: 'connect', name: 'Connect two ports', shortcut: 'C', icon: IconPlugConnected },
  { id: 'measure', name: 'Measure', shortcut: 'D', icon: IconRulerMeasure },
  { id: 'measureTrays', name: 'Measure along trays', shortcut: 'Alt+D', icon: IconRulerMeasure2 },
  { id: 'dimension', name: 'Draw a dimension', shortcut: 'Shift+D', icon: IconDimensions },
  { id: 'note', name: 'Write a note or markup', shortcut: 'A', icon: IconMessage2Pin },
  { id: 'pan', name: 'Pan', shortcut: 'H', icon: IconHandStop },
];

/** In the elevation the hand selects, moves and connects; the rest is drawn on the plan. */
const elevationTools: readonly ToolId[] = ['select', 'connect'];

export function ToolRail() {
  const planner = usePlanner();
  const { session } = planner;
  const mode = useSession((state) => state.mode);
  const tool = useSession((state) => state.tool);
  const isConnecting = useElevation(({ connecting }) => mode === 'elevation' && connecting !== null);
  const left = useSidePane('left');
  const leftOpen = left.place !== 'hidden';
  const shown = mode === 'elevation' ? tools.filter(({ id }) => elevationTools.includes(id)) : tools;
  // The Tab key stops at the tool in the hand; the arrows reach the others.
  const held = isConnecting ? 'connect' : tool;
  const stop = shown.some(({ id }) => id === held) ? held : shown[0]?.id;
  const PanelIcon = leftOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <div
      className={styles.rail}
      role="toolbar"
      aria-label="Tools"
      aria-orientation="vertical"
      onKeyDown={(event) => rove(event, 'vertical', false)}
    >
      {shown.map(({ id, name, shortcut, icon: ToolIcon }) => (
        <Tooltip key={id} label={`${name} (${shortcut})`} position="right">
          <button
            type="button"
            className={styles.tool}
            aria-label={name}
            aria-keyshortcuts={shortcut}
            aria-pressed={held === id}
            tabIndex={id === stop ? 0 : -1}
            onClick={() => (id === 'connect' ? takeConnect(planner) : session.setTool(id))}
          >
            <ToolIcon size={20} stroke={1.6} aria-hidden />
          </button>
        </Tooltip>
      ))}
      <span className={styles.space} />
      <Tooltip label={leftOpen ? 'Hide the left panel' : 'Show the left panel'} position="right">
        <button
          type="button"
          className={styles.tool}
          aria-label="Left panel"
          tabIndex={-1}
          aria-pressed={leftOpen}
          data-quiet
          onClick={left.toggle}
        >
          <PanelIcon size={20} stroke={1.6} aria-hidden />
        </button>
      </Tooltip>
    </div>
  );
}
