/** Variants of the plan by name: the dialog in which they are made and named, and going from one to the next. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { stepVariant } from '../tools/variantActions.ts';
import { condition, hasPlan, type Action } from './action.ts';

const hasSeveralVariants = condition('fork the plan first', ({ plan }) => plan.getState().plan.variants.size > 0);

export const variantActions: readonly Action[] = [
  {
    id: 'file.variants',
    label: 'Variants…',
    shortcut: null,
    words: 'fork copy alternative option scenario rename delete switch variant',
    group: 'file',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'variants' }),
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
