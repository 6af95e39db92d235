/** What a hall that is drawn deeper takes along with its wall, and which surveyed lengths no longer hold. */
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { GrownRows } from './rows/growRows.ts';

export function movedRemarks(plan: Plan, { shell: { junctions, hall }, deeperMm, side, inTheWay }: GrownRows): string[] {
  const { name } = must(plan.halls.get(hall.id), 'hall');
  const left = inTheWay.length === 0 ? [] : [`${name}: places at which ${inTheWay.join(', ')} stands are left free in the new rows`];
  if (junctions.length === 0) return left;
  const moved = new Set(junctions.map(({ id }) => id));
  const surveyed = sortedById(plan.segments).filter(
    ({ from, to, surveyedLengthMm }) => surveyedLengthMm !== null && moved.has(from) !== moved.has(to),
  );
  const names = surveyed.map((segment) => segment.name).join(', ');
  return [
    ...left,
    `${[...moved].join(', ')}: moved ${deeperMm / 1000} m ${side} with the wall, and the pathways that end there with them`,
    ...(surveyed.length === 0 ? [] : [`${names}: the surveyed length is that of before and must be measured again`]),
  ];
}
