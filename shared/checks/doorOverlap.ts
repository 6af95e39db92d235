import type { Check } from './types.ts';
import { clashOfDoors, pointOnWall, wallOf } from '../geometry/walls.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import { millimetres } from './figures.ts';

/** No two doors take the same part of a wall. Commands refuse it; a plan read from a file may have it all the same. */
export const doorOverlap: Check = {
  codes: ['door.overlap'],
  title: 'Doors do not overlap',
  *run({ plan }) {
    const doors = sortedById(plan.doors);
    for (const [place, one] of doors.entries()) {
      for (const other of doors.slice(place + 1)) {
        if (clashOfDoors(one, [other]) === null) continue;
        const hall = must(plan.halls.get(one.hall), 'hall');
        const wall = wallOf(hall.outline, one.edge);
        const fromMm = Math.max(one.offsetMm, other.offsetMm);
        const toMm = Math.min(one.offsetMm + one.clearWidthMm, other.offsetMm + other.clearWidthMm);
        yield {
          code: 'door.overlap',
          severity: 'error',
          ids: [one.id, other.id],
          place: wall === null ? null : { hall: hall.id, at: pointOnWall(wall, (fromMm + toMm) / 2) },
          message: `${one.name} and ${other.name} of ${hall.name} overlap by ${millimetres(toMm - fromMm)}`,
          required: '0 mm',
          actual: millimetres(toMm - fromMm),
          mend: `Move ${one.name} or ${other.name} along the wall, or delete one of them`,
        };
      }
    }
  },
};
