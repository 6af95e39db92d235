/** The plan as a file: new, open, save, generate, settings, export. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { always, hasPlan, type Action } from './action.ts';

export const fileActions: readonly Action[] = [
  { id: 'file.new', label: 'New plan', shortcut: null, group: 'file', enabled: always, run: ({ files }) => void files.newPlan() },
  {
    id: 'file.generate',
    label: 'Generate a plan…',
    shortcut: 'G',
    group: 'file',
    enabled: always,
    run: () => dialogs.setState({ open: 'generate' }),
  },
  { id: 'file.open', label: 'Open…', shortcut: 'Ctrl+O', group: 'file', enabled: always, run: ({ files }) => void files.open() },
  { id: 'file.save', label: 'Save', shortcut: 'Ctrl+S', group: 'file', enabled: always, run: ({ files }) => void files.save() },
  {
    id: 'file.saveAs',
    label: 'Save as…',
    shortcut: 'Ctrl+Shift+S',
    group: 'file',
    enabled: always,
    run: ({ files }) => void files.saveAs(),
  },
  {
    id: 'file.settings',
    label: 'Plan settings…',
    shortcut: 'Ctrl+,',
    words: 'units labor rate crew profile spares slack aisles fill limits title block project client drop reach',
    group: 'file',
    enabled: always,
    run: () => dialogs.setState({ open: 'settings' }),
  },
  {
    id: 'file.lengths',
    label: 'Choose cable lengths…',
    shortcut: null,
    words: 'length plan order sku stock',
    group: 'file',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'lengths' }),
  },
  {
    id: 'file.expand',
    label: 'Grow by scalable units…',
    shortcut: null,
    words: 'expand expansion grow su unit pod re-cable steps',
    group: 'file',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'expand' }),
  },
  {
    id: 'export.open',
    label: 'Export…',
    shortcut: 'Ctrl+E',
    group: 'export',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'export' }),
  },
  {
    id: 'print.open',
    label: 'Print…',
    shortcut: 'Ctrl+P',
    group: 'export',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'print' }),
  },
];
