/** Closing free units of cabinets with blanking panels, and taking these out again. */
import { blankingPlaces, fillWithBlanking, takeOutBlanking } from '../../shared/commands/blankingPanels.ts';
import { newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import { partsFor } from '../panels/partCatalog.ts';
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds } from '../state/sessionStore.ts';
import { runCommand } from '../tools/editActions.ts';
import { countText } from '../ui/quantities.ts';

/** The selected cabinets, else those of the selected devices. */
export function cabinetsMeant({ plan, session }: Pick<Planner, 'plan' | 'session'>): readonly string[] {
  const { selection } = session.getState();
  const { devices } = plan.getState().plan;
  const cabinets = selectedIds(selection, 'cabinet');
  return cabinets.length > 0 ? cabinets : [...new Set(selectedIds(selection, 'device').flatMap((id) => devices.get(id)?.cabinet ?? []))];
}

/** On the side that the elevation shows, the front where it shows both. */
export function closeFreeUnits(planner: Planner, randomBytes: RandomBytes): void {
  const { plan } = planner.plan.getState();
  const cabinets = cabinetsMeant(planner);
  const face = planner.session.getState().mode === 'elevation' && planner.elevation.store.getState().faces === 'rear' ? 'rear' : 'front';
  const types = [...partsFor(plan).deviceTypes.values()].filter(({ fitting }) => fitting === 'blanking');
  const count = blankingPlaces(plan, cabinets, types, face).length;
  const ids = newIds('devices', count, plan, randomBytes);
  if (!runCommand(planner, fillWithBlanking, { cabinets, face, types, newIds: ids })) return;
  const where = countText(cabinets.length, 'cabinet');
  planner.session.setState({ notice: { text: `${countText(count, 'blanking panel')} on the ${face} of ${where}`, tone: 'info' } });
}

export function openFreeUnits(planner: Planner): void {
  runCommand(planner, takeOutBlanking, { cabinets: cabinetsMeant(planner) });
}
