import type { Check } from './types.ts';
import { convexPenetrationMm, middleOf, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { hallContents } from './hallContents.ts';
import { millimetres } from './figures.ts';

/** No two cabinets stand in the same place. Side by side they may touch. */
export const cabinetOverlap: Check = {
  codes: ['cabinet.overlap'],
  title: 'Cabinets do not overlap',
  *run({ plan, survey }) {
    for (const contents of hallContents(plan, survey)) {
      for (const [position, one] of contents.cabinets.entries()) {
        for (const otherPosition of contents.cabinetIndex.search(growBox(one.box, -TOUCHING_MM))) {
          if (otherPosition <= position) continue;
          const other = must(contents.cabinets[otherPosition], 'cabinet found in the index');
          const depthMm = convexPenetrationMm(one.corners, other.corners);
          if (depthMm <= TOUCHING_MM) continue;
          yield {
            code: 'cabinet.overlap',
            severity: 'error',
            ids: [one.cabinet.id, other.cabinet.id],
            place: { hall: contents.hall.id, at: middleOf([middleOf(one.corners), middleOf(other.corners)]) },
            message: `Cabinets ${one.cabinet.name} and ${other.cabinet.name} overlap by ${millimetres(depthMm)}`,
            required: '0 mm',
            actual: millimetres(depthMm),
            mend: `Move ${one.cabinet.name} or ${other.cabinet.name} by ${millimetres(Math.ceil(depthMm))}`,
          };
        }
      }
    }
  },
};
