/** Things put in order: turn, mirror, array, align, distribute. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { saveSelectionAsPod } from '../tools/podActions.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { alignSelection, distributeSelection, mirrorSelection } from '../tools/arrangeActions.ts';
import { turnSelection } from '../tools/editActions.ts';
import { kindsFor } from '../tools/moreTrays.ts';
import { condition, hasCabinets, hasPicked, hasSeveral, type Action } from './action.ts';

const hasTraysOrCabinets = condition('select a tray or a cabinet first', (planner) => kindsFor(planner).length > 0);

const aligning = [
  ['left', 'Align western edges', 'Ctrl+Shift+ArrowLeft'],
  ['right', 'Align eastern edges', 'Ctrl+Shift+ArrowRight'],
  ['top', 'Align northern edges', 'Ctrl+Shift+ArrowUp'],
  ['bottom', 'Align southern edges', 'Ctrl+Shift+ArrowDown'],
] as const;

export const arrangeActions: readonly Action[] = [
  {
    id: 'edit.rotate',
    label: 'Rotate clockwise',
    shortcut: 'R',
    group: 'arrange',
    enabled: hasPicked,
    run: (planner) => turnSelection(planner, 'clockwise'),
  },
  {
    id: 'edit.rotate-back',
    label: 'Rotate counter-clockwise',
    shortcut: 'Shift+R',
    group: 'arrange',
    enabled: hasPicked,
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
    enabled: hasPicked,
    run: () => dialogs.setState({ open: 'array' }),
  },
  {
    id: 'arrange.save-pod',
    label: 'Save the selection as a pod',
    shortcut: null,
    words: 'template reuse block repeat cabinets',
    group: 'arrange',
    enabled: hasCabinets,
    run: (planner) => saveSelectionAsPod(planner, randomBytes),
  },
  {
    id: 'arrange.renumber',
    label: 'Renumber cabinets…',
    shortcut: null,
    words: 'rename number names pattern row order',
    group: 'arrange',
    enabled: hasCabinets,
    run: () => dialogs.setState({ open: 'renumber' }),
  },
  {
    id: 'arrange.trays',
    label: 'Trays from the selection…',
    shortcut: 'Shift+T',
    words: 'clone copy tray to another level offset beside parallel split cut along row',
    group: 'arrange',
    enabled: hasTraysOrCabinets,
    run: () => dialogs.setState({ open: 'trays' }),
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
];
