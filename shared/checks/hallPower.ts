import type { Check } from './types.ts';
import { drawOf } from './cabinetTotals.ts';
import { hallContents, hallSign } from './hallContents.ts';
import { judgeBudget } from './powerBudget.ts';

/** The devices of a hall stay within its power budget, where it has one. */
export const hallPower: Check = {
  codes: ['hall.over-power', 'hall.power-unknown'],
  title: 'Halls stay within their power budgets',
  *run({ plan, survey }) {
    for (const { hall, outline, cabinets } of hallContents(plan, survey)) {
      if (hall.powerBudgetW === null) continue;
      const finding = judgeBudget({
        thing: 'hall',
        id: hall.id,
        name: hall.name,
        budgetW: hall.powerBudgetW,
        draw: drawOf(survey, cabinets),
        place: { hall: hall.id, at: hallSign(outline) },
      });
      if (finding !== null) yield finding;
    }
  },
};
