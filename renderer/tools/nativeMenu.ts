/** The desktop's native menu: a chosen command does what its key does, and like its key nothing while a dialog waits for an answer. */
import { dialogs } from '../dialogs/dialogStore.ts';
import { findAction } from '../actions/actionTable.ts';
import type { Planner } from '../state/plannerContext.ts';

/** Listens until the returned function is called. */
export function listenToMenu(planner: Planner): () => void {
  return planner.host.onMenu((id) => {
    if (Object.values(dialogs.getState()).some((waiting) => waiting !== null)) return;
    const action = findAction(id);
    if (action?.enabled(planner) === true) action.run(planner);
  });
}
