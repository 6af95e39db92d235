import type { Check } from './types.ts';
import { boxAround } from '../geometry/shapes.ts';
import { insetRectangle, middleOf, polygonsOverlap, TOUCHING_MM } from '../geometry/polygons.ts';
import { must } from '../assert.ts';
import { takesFloor } from '../plan/obstacleKinds.ts';
import { hallContents } from './hallContents.ts';
import { onObstacleText } from './standing.ts';

/** A cabinet stands on nothing that takes its floor: columns, keep-outs, other equipment, ramps. */
export const cabinetOnObstacle: Check = {
  codes: ['cabinet.on-obstacle'],
  title: 'Cabinets stand clear of columns and keep-outs',
  *run({ plan, survey }) {
    for (const contents of hallContents(plan, survey)) {
      for (const { obstacle, polygon } of contents.obstacles) {
        if (!takesFloor(obstacle.kind)) continue;
        for (const position of contents.cabinetIndex.search(boxAround(polygon))) {
          const { cabinet, corners } = must(contents.cabinets[position], 'cabinet found in the index');
          if (!polygonsOverlap(insetRectangle(corners, TOUCHING_MM), polygon)) continue;
          yield {
            code: 'cabinet.on-obstacle',
            severity: 'error',
            ids: [cabinet.id, obstacle.id].sort(),
            place: { hall: contents.hall.id, at: middleOf(corners) },
            message: onObstacleText(cabinet, obstacle),
            required: `clear of ${obstacle.name}`,
            actual: 'overlaps it',
            mend: `Move ${cabinet.name} off ${obstacle.name}`,
          };
        }
      }
    }
  },
};
