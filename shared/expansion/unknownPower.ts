/** Cabinets whose power budgets cannot be judged: of devices in them nobody says what they draw. */
import { must } from '../assert.ts';
import { counted } from '../checks/figures.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Device, Plan } from '../plan/types.ts';

/** One sentence for each cabinet with a budget that new devices stand in, where the power of some of its devices is unknown. */
export function unknownPowerRemarks({ cabinets, catalog, devices }: Plan, fresh: readonly Device[]): string[] {
  const taking = new Set(fresh.map(({ cabinet }) => cabinet));
  const unknown = new Map<string, number>();
  for (const { cabinet, type } of devices.values()) {
    if (!taking.has(cabinet) || must(catalog.deviceTypes.get(type), type).maxPowerW !== null) continue;
    unknown.set(cabinet, (unknown.get(cabinet) ?? 0) + 1);
  }
  const judged = sortedById(cabinets).filter(({ id, powerBudgetW }) => powerBudgetW !== null && unknown.has(id));
  if (judged.length === 0) return [];
  const names = judged.map(({ name }) => name).join(', ');
  const count = judged.reduce((sum, { id }) => sum + (unknown.get(id) ?? 0), 0);
  return [
    `${names}: the power of ${counted(count, 'device')} is unknown, so whether ${judged.length === 1 ? 'the budget of the cabinet bears' : 'the budgets of these cabinets bear'} the new devices is not known`,
  ];
}
