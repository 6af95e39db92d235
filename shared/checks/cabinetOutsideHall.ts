import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import { insetRectangle, middleOf, polygonContainsPolygon, TOUCHING_MM } from '../geometry/polygons.ts';
import { hallOf } from './hallContents.ts';
import { throughWallsText } from './standing.ts';

/** A cabinet stands wholly between the walls; it may touch them. */
export const cabinetOutsideHall = checkEachCabinet({
  codes: ['cabinet.outside-hall'],
  title: 'Cabinets stand inside their hall',
  grounds: ({ plan }) => [plan.halls],
  reachMm: () => null,
  *judge({ plan, survey }, row) {
    const surveyed = must(survey.cabinets[row], 'cabinet');
    const { cabinet, corners } = surveyed;
    const { hall, outline } = hallOf(plan, survey, surveyed);
    if (polygonContainsPolygon(outline, insetRectangle(corners, TOUCHING_MM))) return;
    yield {
      code: 'cabinet.outside-hall',
      severity: 'error',
      ids: [cabinet.id],
      place: { hall: hall.id, at: middleOf(corners) },
      message: throughWallsText(cabinet, hall),
      required: `wholly inside ${hall.name}`,
      actual: 'partly or wholly outside',
      mend: `Move ${cabinet.name} inside the walls`,
    };
  },
});
