/** Where cables run: pinned, forbidden, kept apart. */
import { randomBytes } from '../ui/randomBytes.ts';
import { forbidSelected, hasCables, hasCablesAndTray, hasCablesAndTrays, keepSelectedApart, pinSelected } from '../tools/routeActions.ts';
import { condition, type Action } from './action.ts';

export const routeActions: readonly Action[] = [
  {
    id: 'route.pin',
    label: 'Pin the selected cables through the tray',
    shortcut: 'Shift+V',
    words: 'waypoint route rule',
    group: 'edit',
    enabled: condition('select cables and one tray first', hasCablesAndTray),
    run: (planner) => pinSelected(planner, randomBytes),
  },
  {
    id: 'route.forbid',
    label: 'Keep the selected cables out of the trays',
    shortcut: null,
    words: 'forbid avoid segregate route rule',
    group: 'edit',
    enabled: condition('select cables and trays first', hasCablesAndTrays),
    run: (planner) => forbidSelected(planner, randomBytes),
  },
  {
    id: 'route.apart',
    label: 'Keep the selected cables apart',
    shortcut: 'Shift+K',
    words: 'diversity redundancy disjoint separate routes',
    group: 'edit',
    enabled: condition('select two cables or more first', hasCables),
    run: (planner) => keepSelectedApart(planner, randomBytes),
  },
];
