import type { Check } from './types.ts';
import { insetRectangle, middleOf, polygonContainsPolygon, TOUCHING_MM } from '../geometry/polygons.ts';
import { hallContents } from './hallContents.ts';

/** A cabinet stands wholly between the walls; it may touch them. */
export const cabinetOutsideHall: Check = {
  codes: ['cabinet.outside-hall'],
  title: 'Cabinets stand inside their hall',
  *run({ plan, survey }) {
    for (const contents of hallContents(plan, survey)) {
      for (const { cabinet, corners } of contents.cabinets) {
        if (polygonContainsPolygon(contents.outline, insetRectangle(corners, TOUCHING_MM))) continue;
        yield {
          code: 'cabinet.outside-hall',
          severity: 'error',
          ids: [cabinet.id],
          place: { hall: contents.hall.id, at: middleOf(corners) },
          message: `Cabinet ${cabinet.name} reaches through the walls of ${contents.hall.name}`,
          required: `wholly inside ${contents.hall.name}`,
          actual: 'partly or wholly outside',
          mend: `Move ${cabinet.name} inside the walls`,
        };
      }
    }
  },
};
