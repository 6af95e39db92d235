/** Why a cable that nobody has drawn yet would not do by its way: light goes no farther, none is sold so long, no tray joins the two. */
import { RouteStatus, type CableDerivation } from '../../shared/cabling/types.ts';
import { lengthText, type Units } from '../../shared/quantities.ts';

/** In words; null: it would do, or not all of it is known. */
export function wayProblem({ status, requiredMm, orderedMm, reachMm, family }: CableDerivation, units: Units): string | null {
  if (status === RouteStatus.noRoute) return 'no pathway joins the two';
  const lengthMm = orderedMm ?? requiredMm;
  if (lengthMm === null) return null;
  // As the check judges it: a cable may be made longer than it is sold.
  const longestMm = orderedMm === null ? lengthMm : orderedMm + family.tolerance.plusMm;
  if (reachMm !== null && longestMm > reachMm)
    return `up to ${lengthText(longestMm, units)} of ${family.name}, which reaches ${lengthText(reachMm, units)}`;
  return orderedMm === null ? `${lengthText(lengthMm, units)} are needed, and no ${family.name} is so long` : null;
}
