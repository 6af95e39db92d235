import type { Check } from './types.ts';
import { fromCampus } from '../geometry/frames.ts';
import { hallsOverlap, outlineInCampus } from '../geometry/hallsOverlap.ts';
import { middleOf } from '../geometry/polygons.ts';
import { sortedById } from '../plan/sortedById.ts';

/** No two halls of a campus take the same room, in their frames. They may share a wall, or lie on different levels. */
export const hallOverlap: Check = {
  codes: ['hall.overlap'],
  title: 'Halls do not overlap',
  rests: ({ plan }) => [plan.halls],
  *run({ plan }) {
    const halls = sortedById(plan.halls);
    for (const [place, one] of halls.entries()) {
      for (const other of halls.slice(place + 1)) {
        if (!hallsOverlap(one, other)) continue;
        yield {
          code: 'hall.overlap',
          severity: 'error',
          ids: [one.id, other.id],
          place: { hall: one.id, at: fromCampus(one.frame, middleOf([...outlineInCampus(one), ...outlineInCampus(other)])) },
          message: `${one.name} and ${other.name} lie over each other in the campus`,
          required: 'apart, or side by side',
          actual: 'overlapping',
          mend: `Change the place or the level of ${one.name} or ${other.name} in the campus, or redraw one of them`,
        };
      }
    }
  },
};
