import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import { middleOf } from '../geometry/polygons.ts';
import { drawOf } from './cabinetTotals.ts';
import { judgeBudget } from './powerBudget.ts';

/** The devices of a cabinet stay within its power budget, where it has one. */
export const cabinetPower = checkEachCabinet({
  codes: ['cabinet.over-power', 'cabinet.power-unknown'],
  title: 'Cabinets stay within their power budgets',
  grounds: () => [],
  reachMm: () => null,
  *judge({ survey }, row) {
    const surveyed = must(survey.cabinets[row], 'cabinet');
    const { cabinet, corners } = surveyed;
    if (cabinet.powerBudgetW === null) return;
    const finding = judgeBudget({
      thing: 'cabinet',
      id: cabinet.id,
      name: `cabinet ${cabinet.name}`,
      budgetW: cabinet.powerBudgetW,
      draw: drawOf(survey, [surveyed]),
      place: { hall: cabinet.hall, at: middleOf(corners) },
    });
    if (finding !== null) yield finding;
  },
});
