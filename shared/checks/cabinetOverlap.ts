import { checkEachCabinet } from './cabinetRule.ts';
import { convexPenetrationMm, middleOf, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { compareIds } from '../plan/sortedById.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { hallOf } from './hallContents.ts';
import { millimetres } from './figures.ts';
import { overlapText } from './standing.ts';

/** No two cabinets stand in the same place. Side by side they may touch. */
export const cabinetOverlap = checkEachCabinet({
  codes: ['cabinet.overlap'],
  title: 'Cabinets do not overlap',
  grounds: () => [],
  reachMm: () => 0,
  *judge({ plan, survey }, row) {
    const one = must(survey.cabinets[row], 'cabinet');
    const contents = hallOf(plan, survey, one);
    for (const otherPosition of contents.cabinetIndex.search(growBox(one.box, -TOUCHING_MM))) {
      const other = must(contents.cabinets[otherPosition], 'cabinet found in the index');
      // A pair is noted once, at the cabinet whose id comes first.
      if (compareIds(other.cabinet.id, one.cabinet.id) <= 0) continue;
      const depthMm = convexPenetrationMm(one.corners, other.corners);
      if (depthMm <= TOUCHING_MM) continue;
      yield {
        code: 'cabinet.overlap',
        severity: 'error',
        ids: [one.cabinet.id, other.cabinet.id],
        place: { hall: contents.hall.id, at: middleOf([middleOf(one.corners), middleOf(other.corners)]) },
        message: overlapText(one.cabinet, other.cabinet, depthMm),
        required: '0 mm',
        actual: millimetres(depthMm),
        mend: `Move ${one.cabinet.name} or ${other.cabinet.name} by ${millimetres(Math.ceil(depthMm))}`,
      };
    }
  },
});
