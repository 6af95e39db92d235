/** Drawings under the plan: which lies over which. */
import { orderUnderlays, type UnderlayOrder } from '../../shared/commands/orderUnderlays.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { change } from '../tools/editActions.ts';
import { condition, type Action } from './action.ts';

const hasDrawing = condition('select a drawing first', ({ session }) => selectedIds(session.getState().selection, 'underlay').length > 0);

function orderSelection(planner: Planner, to: UnderlayOrder): void {
  change(planner, orderUnderlays, { ids: selectedIds(planner.session.getState().selection, 'underlay'), to });
}

function orderAction(to: UnderlayOrder, label: string, shortcut: string): Action {
  return {
    id: `drawing.${to}`,
    label,
    shortcut,
    words: 'underlay order raise lower over under above below stack',
    group: 'arrange',
    enabled: hasDrawing,
    run: (planner) => orderSelection(planner, to),
  };
}

/** With Shift the brackets are braces on most keyboards. */
export const drawingActions: readonly Action[] = [
  orderAction('forward', 'Bring a drawing forward', ']'),
  orderAction('backward', 'Send a drawing backward', '['),
  orderAction('front', 'Bring a drawing to the front', '}'),
  orderAction('back', 'Send a drawing to the back', '{'),
];
