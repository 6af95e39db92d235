import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import { middleOf } from '../geometry/polygons.ts';
import { millimetres } from './figures.ts';

/** A cabinet fits under the hall's clear height. */
export const cabinetTooTall = checkEachCabinet({
  codes: ['cabinet.too-tall'],
  title: 'Cabinets fit under the clear height',
  grounds: ({ plan }) => [plan.halls],
  reachMm: () => null,
  *judge({ plan, survey }, row) {
    const { cabinet, model, corners } = must(survey.cabinets[row], 'cabinet');
    const hall = must(plan.halls.get(cabinet.hall), 'hall');
    if (model.heightMm <= hall.clearHeightMm) return;
    yield {
      code: 'cabinet.too-tall',
      severity: 'error',
      ids: [cabinet.id],
      place: { hall: hall.id, at: middleOf(corners) },
      message: `Cabinet ${cabinet.name} (${model.name}) is taller than ${hall.name} is clear`,
      required: `at most ${millimetres(hall.clearHeightMm)}`,
      actual: millimetres(model.heightMm),
      mend: 'Choose a lower cabinet model',
    };
  },
});
