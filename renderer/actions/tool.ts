/** The tool in the hand. */
import { type ToolId } from '../state/sessionStore.ts';
import { always, type Action } from './action.ts';

function toolAction(tool: ToolId, label: string, shortcut: string): Action {
  return { id: `tool.${tool}`, label, shortcut, group: 'tool', enabled: always, run: ({ session }) => session.setTool(tool) };
}

export const toolActions: readonly Action[] = [
  toolAction('select', 'Select and move', 'V'),
  toolAction('row', 'Draw a row of cabinets', 'N'),
  toolAction('tray', 'Draw a tray', 'T'),
  toolAction('measure', 'Measure', 'D'),
  toolAction('pan', 'Pan', 'H'),
];
