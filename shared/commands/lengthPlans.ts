/** Which lengths of a cable family the plan orders. */
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll } from './find.ts';
import { isOffered } from '../lengths/offers.ts';
import type { Command } from './command.ts';
import type { LengthPlan } from '../plan/types.ts';

/** Records a point of the curve for each of these families, in place of what was chosen before. */
export const setLengthPlans: Command<{ readonly plans: readonly LengthPlan[] }> = (plan, { plans }) => {
  if (plans.length === 0) return refuse('no lengths are chosen', 'choose lengths of at least one cable family');
  for (const { id, lengthsMm } of plans) {
    const family = plan.catalog.cableFamilies.get(id);
    if (family === undefined) continue;
    const missing = lengthsMm.find((lengthMm) => !isOffered(family, lengthMm));
    if (missing === undefined) continue;
    return fail({
      code: 'command.length-not-offered',
      path: `lengthPlans.${id}.lengthsMm`,
      message: `${family.name} is not on offer at ${missing / 1000} m`,
      remedy: 'choose lengths that are on offer',
    });
  }
  const [only] = plans;
  const what =
    plans.length === 1 && only !== undefined
      ? (plan.catalog.cableFamilies.get(only.id)?.name ?? only.id)
      : `${plans.length} cable families`;
  return changeOf(plan, `Choose the lengths of ${what}`, { put: { lengthPlans: plans } });
};

/** Orders these families at all lengths on offer again. */
export const clearLengthPlans: Command<{ readonly families: readonly string[] }> = (plan, { families }) => {
  const found = findAll(plan, 'lengthPlans', families);
  if (!found.ok) return found;
  return changeOf(plan, 'Order any length on offer', { remove: { lengthPlans: found.value.map(({ id }) => id) } });
};
