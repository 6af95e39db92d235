/** The power budget of a hall that gets more devices: raised by what they draw, and said so, where it does not bear them. */
import { must } from '../assert.ts';
import { counted, kilowatts } from '../checks/figures.ts';
import type { Device, Hall, Plan } from '../plan/types.ts';
import { powerBudget } from '../templates/hallShell.ts';

export interface GrownBudget {
  readonly powerBudgetW: number | null;
  readonly notes: readonly string[];
}

/**
 * A budget that still bears all is kept. One that does not becomes the least round figure that does; where it was exceeded already, it
 * is raised by the new load alone, so that what was wrong before stays in sight. A hall without a budget gets none.
 */
export function grownBudget(plan: Plan, hall: Hall, fresh: readonly Device[]): GrownBudget {
  const { powerBudgetW: budgetW } = hall;
  if (budgetW === null || fresh.length === 0) return { powerBudgetW: budgetW, notes: [] };
  const before = drawIn(
    plan,
    [...plan.devices.values()].filter(({ cabinet }) => plan.cabinets.get(cabinet)?.hall === hall.id),
  );
  const added = drawIn(plan, fresh);
  const unknown = before.unknown + added.unknown;
  const afterW = before.knownW + added.knownW;
  if (afterW <= budgetW) return { powerBudgetW: budgetW, notes: [] };
  const powerBudgetW = before.knownW > budgetW ? budgetW + added.knownW : powerBudget(afterW);
  const [most, unsaid] = unknown === 0 ? ['', ''] : ['at least ', `; ${counted(unknown, 'device')} of unknown power are not in it`];
  return {
    powerBudgetW,
    notes: [
      `${hall.name} draws ${most}${kilowatts(afterW)} then, ${kilowatts(added.knownW)} more than now: its power budget of ` +
        `${kilowatts(budgetW)} is raised to ${kilowatts(powerBudgetW)}, which the building must give${unsaid}`,
    ],
  };
}

function drawIn({ catalog }: Plan, devices: readonly Device[]): { readonly knownW: number; readonly unknown: number } {
  const watts = devices.map(({ type }) => must(catalog.deviceTypes.get(type), type).maxPowerW);
  return { knownW: watts.reduce<number>((sum, one) => sum + (one ?? 0), 0), unknown: watts.filter((one) => one === null).length };
}
