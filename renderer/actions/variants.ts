/** Variants of the plan by name: the dialog in which they are made and named, and going from one to the next. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { compareWithFile, compareWithVariant } from '../compare/compareActions.ts';
import { stepVariant } from '../tools/variantActions.ts';
import { condition, hasPlan, type Action } from './action.ts';

const hasSeveralVariants = condition('fork the plan first', ({ plan }) => plan.getState().plan.variants.size > 0);

const isComparing = condition('compare the plan first', ({ comparing }) => comparing.store.getState().against !== null);

export const variantActions: readonly Action[] = [
  {
    id: 'file.fork',
    label: 'Fork as a new variant…',
    shortcut: null,
    words: 'copy duplicate branch alternative option scenario version what if try another design plan',
    group: 'file',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'variants' }),
  },
  {
    id: 'file.variants',
    label: 'Variants…',
    shortcut: null,
    words: 'fork copy alternative option scenario rename delete switch variant main',
    group: 'file',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'variants' }),
  },
  {
    id: 'file.compare',
    label: 'Compare with another variant',
    shortcut: null,
    words: 'difference diff side by side merge take over variant alternative option scenario version revision cables hours money',
    group: 'file',
    enabled: hasPlan,
    run: (planner) => compareWithVariant(planner),
  },
  {
    id: 'file.compare-file',
    label: 'Compare with a file…',
    shortcut: null,
    words: 'difference diff side by side merge take over revision',
    group: 'file',
    enabled: hasPlan,
    run: (planner) => void compareWithFile(planner),
  },
  {
    id: 'file.compare-swap',
    label: 'Swap the sides of the comparison',
    shortcut: null,
    words: 'compare variant turn round first second other way exchange',
    group: 'file',
    enabled: isComparing,
    run: ({ comparing }) => comparing.swap(),
  },
  {
    id: 'file.compare-file-first',
    label: 'Compare a file with the plan…',
    shortcut: null,
    words: 'difference diff first side old revision before',
    group: 'file',
    enabled: hasPlan,
    run: (planner) => void compareWithFile(planner, 'before own'),
  },
  {
    id: 'file.next-variant',
    label: 'Next variant',
    shortcut: null,
    words: 'switch alternative option',
    group: 'file',
    enabled: hasSeveralVariants,
    run: (planner) => stepVariant(planner, 1),
  },
  {
    id: 'file.previous-variant',
    label: 'Previous variant',
    shortcut: null,
    words: 'switch alternative option',
    group: 'file',
    enabled: hasSeveralVariants,
    run: (planner) => stepVariant(planner, -1),
  },
];
