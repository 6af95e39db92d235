import type { Check, Raised } from './types.ts';
import { boxAround, type Point } from '../geometry/shapes.ts';
import { insetRectangle, middleOf, polygonsOverlap, TOUCHING_MM } from '../geometry/polygons.ts';
import { sweptByLeaves } from '../geometry/doorLeaves.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Door } from '../plan/types.ts';
import { takesFloor } from '../plan/obstacleKinds.ts';
import { named } from './figures.ts';
import { hallContents, type HallContents } from './hallContents.ts';

/** Doors that open into the hall open wholly: no cabinet, column or equipment stands in the swing. Ramps lie where doors are passed. */
export const doorSwing: Check = {
  codes: ['door.swing-blocked'],
  title: 'Doors can open',
  rests: ({ plan }) => [plan.doors, plan.halls, plan.obstacles, plan.cabinets, plan.catalog],
  *run({ plan, survey }) {
    if (plan.doors.size === 0) return;
    const contents = new Map(hallContents(plan, survey).map((one) => [one.hall.id, one]));
    for (const door of sortedById(plan.doors)) {
      const around = contents.get(door.hall);
      const finding = around === undefined ? null : blocked(around, door);
      if (finding !== null) yield finding;
    }
  },
};

/** Sides of halls and kerbs of columns come with the faults of drawing; a touch is none. */
function blocked(contents: HallContents, door: Door): Raised | null {
  const { hall } = contents;
  const inTheWay = new Map<string, string>();
  let at: Point | null = null;
  for (const swept of sweptByLeaves(hall.outline, door)) {
    const box = boxAround(swept);
    for (const position of contents.cabinetIndex.search(box)) {
      const { cabinet, corners } = must(contents.cabinets[position], 'cabinet found in the index');
      if (!polygonsOverlap(insetRectangle(corners, TOUCHING_MM), swept)) continue;
      inTheWay.set(cabinet.id, cabinet.name);
      at ??= middleOf(corners);
    }
    for (const position of contents.obstacleIndex.search(box)) {
      const { obstacle, polygon } = must(contents.obstacles[position], 'obstacle found in the index');
      const stands =
        takesFloor(obstacle.kind) && obstacle.kind !== 'ramp' && obstacle.kind !== 'keep-clear' && obstacle.kind !== 'keep-out';
      if (!stands || !polygonsOverlap(polygon, swept)) continue;
      inTheWay.set(obstacle.id, obstacle.name);
      at ??= middleOf(swept);
    }
  }
  if (at === null) return null;
  const names = named([...inTheWay.values()].sort());
  return {
    code: 'door.swing-blocked',
    severity: 'error',
    ids: [door.id, ...inTheWay.keys()].sort(),
    place: { hall: hall.id, at },
    message: `${door.name} of ${hall.name} cannot open: ${names} ${inTheWay.size === 1 ? 'stands' : 'stand'} in its swing`,
    required: 'a free swing',
    actual: `${names} in it`,
    mend: `Move what stands there, or let ${door.name} open outwards`,
  };
}
