/** Undo, what is done to any selection, and what is selected. */
import { randomBytes } from '../ui/randomBytes.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { duplicateDevices } from '../elevation/elevationActions.ts';
import { canCopy, copySelection, cutSelection, pasteFromMenu } from '../tools/clipboard.ts';
import { duplicateSelection } from '../tools/duplicateActions.ts';
import { deleteSelection, redo, straightenSelection, undo } from '../tools/editActions.ts';
import { joinSelection } from '../tools/joinActions.ts';
import { groupSelection, groupsOf, ungroupSelection } from '../tools/grouping.ts';
import { splitAtPointer, traySelected } from '../tools/splitTray.ts';
import { selectAll, selectRows, selectSimilar } from '../tools/selectActions.ts';
import type { Planner } from '../state/plannerContext.ts';
import { condition, hasCabinets, hasDevices, hasKind, hasPicked, hasPlan, hasSelection, hasSeveral, type Action } from './action.ts';

const hasDoors = hasKind('door');
const hasNotes = hasKind('note');
const canCopyNow = condition('select cabinets, trays, obstacles, doors, dimensions or notes first', canCopy);

const isDuplicatedOnPlan = (planner: Planner): boolean => hasPicked(planner) || hasDoors(planner) || hasNotes(planner);

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
    alsoKeys: ['Ctrl+Y'],
    group: 'edit',
    enabled: ({ plan }) => plan.getState().future.length > 0,
    run: redo,
  },
  { id: 'edit.select-all', label: 'Select all in the layer', shortcut: 'Ctrl+A', group: 'edit', enabled: hasPlan, run: selectAll },
  {
    id: 'edit.select-similar',
    label: 'Select all like this',
    shortcut: 'Ctrl+Shift+A',
    group: 'edit',
    enabled: hasSelection,
    run: selectSimilar,
  },
  { id: 'edit.select-row', label: 'Select the whole row', shortcut: null, group: 'edit', enabled: hasCabinets, run: selectRows },
  {
    id: 'edit.fields',
    label: 'Edit by number',
    shortcut: 'Enter',
    group: 'edit',
    enabled: hasSelection,
    run: ({ session }) => session.setState(({ editRequests }) => ({ editRequests: editRequests + 1 })),
  },
  {
    id: 'edit.move',
    label: 'Move exactly…',
    shortcut: 'Ctrl+M',
    group: 'edit',
    enabled: (planner) => hasPicked(planner) || hasKind('junction')(planner),
    run: () => dialogs.setState({ open: 'move' }),
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    shortcut: 'Ctrl+X',
    group: 'edit',
    enabled: canCopyNow,
    run: (planner) => cutSelection(planner),
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    shortcut: 'Ctrl+C',
    group: 'edit',
    enabled: canCopyNow,
    run: (planner) => void copySelection(planner),
  },
  {
    id: 'edit.paste',
    label: 'Paste at the pointer',
    shortcut: 'Ctrl+V',
    group: 'edit',
    enabled: hasPlan,
    run: (planner) => void pasteFromMenu(planner, 'pointer', randomBytes),
  },
  {
    id: 'edit.paste-in-place',
    label: 'Paste in place',
    shortcut: 'Ctrl+Shift+V',
    group: 'edit',
    enabled: hasPlan,
    run: (planner) => void pasteFromMenu(planner, 'in place', randomBytes),
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    shortcut: 'Ctrl+D',
    group: 'edit',
    enabled: (planner) => isDuplicatedOnPlan(planner) || hasDevices(planner),
    run: (planner) => (isDuplicatedOnPlan(planner) ? duplicateSelection(planner, randomBytes) : duplicateDevices(planner, randomBytes)),
  },
  {
    id: 'edit.group',
    label: 'Group',
    shortcut: 'Ctrl+G',
    group: 'edit',
    enabled: hasSeveral(2),
    run: (planner) => groupSelection(planner, randomBytes),
  },
  {
    id: 'edit.ungroup',
    label: 'Ungroup',
    shortcut: 'Ctrl+Shift+G',
    group: 'edit',
    enabled: ({ plan, session }) => groupsOf(plan.getState().plan, session.getState().selection).length > 0,
    run: ungroupSelection,
  },
  {
    id: 'edit.straighten',
    label: 'Straighten the junction',
    shortcut: null,
    group: 'edit',
    enabled: hasKind('junction'),
    run: straightenSelection,
  },
  {
    id: 'edit.join',
    label: 'Join the selected trays or junctions',
    shortcut: 'J',
    group: 'edit',
    enabled: condition('select trays in one line, or two junctions', ({ session }) =>
      ['segment', 'junction'].some((kind) => session.getState().selection.filter((thing) => thing.kind === kind).length > 1),
    ),
    run: joinSelection,
  },
  {
    id: 'edit.split-tray',
    label: 'Split the tray here',
    shortcut: null,
    words: 'cut part two pointer',
    group: 'edit',
    enabled: condition('select one tray', (planner) => traySelected(planner) !== null),
    run: (planner) => splitAtPointer(planner, randomBytes),
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    shortcut: 'Delete',
    alsoKeys: ['Backspace'],
    group: 'edit',
    enabled: hasSelection,
    run: deleteSelection,
  },
];
