/** Links and the panels that they run through: which of the selected ones do, and how they run directly again. */
import { removePanels } from '../../shared/commands/panels.ts';
import { linksOfCables } from '../../shared/commands/linksOfCables.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import { runCommand } from './editActions.ts';

/** Links through panels that run in the selected cables. */
export function selectedChannels({ plan, session }: Planner): readonly string[] {
  return linksOfCables(plan.getState().plan, selectedIds(session.getState().selection, 'cable'));
}

/** Takes the links of the selected cables out of their panels. */
export function runDirectly(planner: Planner): void {
  const links = selectedChannels(planner);
  if (!runCommand(planner, removePanels, { links })) return;
  planner.session.select(links.map((id) => ({ kind: 'cable', id })));
  planner.session.setState({ notice: { text: `${countText(links.length, 'link')} run directly again; undo takes it back`, tone: 'info' } });
}
