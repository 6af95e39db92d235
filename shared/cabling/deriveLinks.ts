/** Links of a plan as rows: what fabrics' rules give, then those drawn by hand. */
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { fillTable, HAND_TIER, ownTiers, ruledTiers, type Links } from './linkTable.ts';
import { linksThroughPanels } from './panelLinks.ts';

/** All links; those that run through panels by the rows of their cables, and trunks by their legs. */
export function deriveLinks(plan: Plan, survey: Survey): Links {
  const ruled = ruledTiers(plan, survey);
  const drawn = sortedById(plan.links);
  if (plan.channels.size > 0 || plan.trunks.size > 0) return fillTable(survey, ...linksThroughPanels(plan, survey, ruled, drawn));
  return fillTable(survey, [...ruled, ...ownTiers(plan, HAND_TIER, drawn)], []);
}
