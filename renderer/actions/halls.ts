/** Whole halls: new, shown, renamed, deleted with what stands in them, and cabinets moved between them. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { deleteHall, editWalls, hallOnScreen, hallTabs, stepHall } from '../tools/hallActions.ts';
import type { Planner } from '../state/plannerContext.ts';
import { always, hasCabinets, hasPlan, type Action } from './action.ts';

const hasSeveralHalls = ({ plan }: Planner): boolean => plan.getState().plan.halls.size > 1;

export const hallActions: readonly Action[] = [
  { id: 'hall.new', label: 'New hall…', shortcut: null, group: 'hall', enabled: always, run: () => dialogs.setState({ open: 'hall' }) },
  { id: 'hall.edit', label: 'Edit the hall and its walls', shortcut: null, group: 'hall', enabled: hasPlan, run: editWalls },
  {
    id: 'hall.rename',
    label: 'Rename the hall',
    shortcut: null,
    group: 'hall',
    enabled: hasPlan,
    run: ({ session }) => hallTabs.setState({ renaming: session.getState().hall }),
  },
  {
    id: 'hall.delete',
    label: 'Delete the hall with all that stands in it',
    shortcut: null,
    group: 'hall',
    enabled: hasPlan,
    run(planner) {
      const hall = hallOnScreen(planner);
      if (hall !== null) deleteHall(planner, hall.id);
    },
  },
  {
    id: 'hall.next',
    label: 'Next hall',
    shortcut: 'Ctrl+PageDown',
    group: 'hall',
    enabled: hasSeveralHalls,
    run: (planner) => stepHall(planner, 1),
  },
  {
    id: 'hall.previous',
    label: 'Previous hall',
    shortcut: 'Ctrl+PageUp',
    group: 'hall',
    enabled: hasSeveralHalls,
    run: (planner) => stepHall(planner, -1),
  },
  {
    id: 'arrange.to-hall',
    label: 'Move to another hall…',
    shortcut: null,
    group: 'arrange',
    enabled: (planner) => hasSeveralHalls(planner) && hasCabinets(planner),
    run: () => dialogs.setState({ open: 'toHall' }),
  },
];
