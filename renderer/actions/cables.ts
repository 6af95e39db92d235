/** Cables on the drawing: how they are drawn, and which are looked for. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { cableViews, type CableView } from '../../shared/plan/drawingAids.ts';
import { listHere } from '../tools/listCables.ts';
import { condition, hasPlan, type Action } from './action.ts';

export const cableViewTitles: Readonly<Record<CableView, string>> = {
  tier: 'By tier',
  segment: 'By segment',
  loom: 'By loom',
  cable: 'By cable',
};

const hasCarriers = condition('select a tray, a cabinet or a device first', ({ session }) =>
  session.getState().selection.some(({ kind }) => kind === 'segment' || kind === 'cabinet' || kind === 'device'),
);

export const cableActions: readonly Action[] = [
  ...cableViews.map((view): Action => ({
    id: `cables.by-${view}`,
    label: `Draw cables by ${view}`,
    shortcut: null,
    words: 'show lines width bundle thin',
    group: 'view',
    enabled: hasPlan,
    run: ({ session }) => session.setState({ cableView: view }),
  })),
  {
    id: 'cables.longest',
    label: 'The longest cables…',
    shortcut: null,
    words: 'top list length far reach',
    group: 'view',
    enabled: hasPlan,
    run: () => dialogs.setState({ open: 'longest' }),
  },
  {
    id: 'cables.here',
    label: 'What goes through here',
    shortcut: 'Shift+Q',
    words: 'cables list place tray opening through',
    group: 'view',
    enabled: hasCarriers,
    run: listHere,
  },
  {
    id: 'cables.unlist',
    label: 'End the list of cables',
    shortcut: null,
    words: 'clear highlight',
    group: 'view',
    enabled: ({ session }) => session.getState().listed !== null,
    run: ({ session }) => session.setState({ listed: null }),
  },
];
