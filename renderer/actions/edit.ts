/** Undo, and what is done to any selection. */
import { duplicateSelection } from '../tools/duplicateActions.ts';
import { deleteSelection, redo, selectAll, undo } from '../tools/editActions.ts';
import { duplicateDevices } from '../elevation/elevationActions.ts';
import { hasDevices, hasPicked, hasPlan, hasSelection, type Action } from './action.ts';

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

export const editActions: readonly Action[] = [
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
    enabled: (planner) => hasPicked(planner) || hasDevices(planner),
    run: (planner) => (hasPicked(planner) ? duplicateSelection(planner, randomBytes) : duplicateDevices(planner, randomBytes)),
  },
  { id: 'edit.delete', label: 'Delete', shortcut: 'Delete', group: 'edit', enabled: hasSelection, run: deleteSelection },
];
