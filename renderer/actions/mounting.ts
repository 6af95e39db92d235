/** What is done to what stands in cabinets: closing free units, cloning. */
import { closeFreeUnits, cabinetsMeant, openFreeUnits } from '../elevation/blanking.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { condition, type Action } from './action.ts';

const hasCabinetsMeant = condition('select a cabinet or a device first', (planner) => cabinetsMeant(planner).length > 0);

export const mountingActions: readonly Action[] = [
  {
    id: 'mount.clone',
    label: 'Clone cabinets with what is in them…',
    shortcut: 'Shift+N',
    words: 'copy duplicate template contents cables',
    group: 'arrange',
    enabled: hasCabinetsMeant,
    run: () => dialogs.setState({ open: 'clone' }),
  },
  {
    id: 'mount.blank',
    label: 'Close free units with blanking panels',
    shortcut: null,
    words: 'blank fill airflow filler',
    group: 'arrange',
    enabled: hasCabinetsMeant,
    run: (planner) => closeFreeUnits(planner, randomBytes),
  },
  {
    id: 'mount.unblank',
    label: 'Take blanking panels out',
    shortcut: null,
    words: 'blank remove filler',
    group: 'arrange',
    enabled: hasCabinetsMeant,
    run: openFreeUnits,
  },
];
