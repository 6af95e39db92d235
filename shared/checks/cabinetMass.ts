import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import { middleOf } from '../geometry/polygons.ts';
import { equipmentMassG } from './cabinetTotals.ts';
import { kilograms } from './figures.ts';

/** The equipment in a cabinet weighs no more than the cabinet may hold standing. Cables are not weighed. */
export const cabinetMass = checkEachCabinet({
  codes: ['cabinet.overweight'],
  title: 'Cabinets hold no more than their rated load',
  grounds: () => [],
  reachMm: () => null,
  *judge({ survey }, row) {
    const surveyed = must(survey.cabinets[row], 'cabinet');
    const { cabinet, model, corners } = surveyed;
    const massG = equipmentMassG(survey, surveyed);
    if (massG <= model.staticLoadG) return;
    yield {
      code: 'cabinet.overweight',
      severity: 'error',
      ids: [cabinet.id],
      place: { hall: cabinet.hall, at: middleOf(corners) },
      message: `The equipment in cabinet ${cabinet.name} weighs more than ${model.name} may hold`,
      required: `at most ${kilograms(model.staticLoadG)}`,
      actual: kilograms(massG),
      mend: `Move ${kilograms(massG - model.staticLoadG)} elsewhere, or choose a stronger cabinet`,
    };
  },
});
