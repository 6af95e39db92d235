/** What a hall that is drawn deeper takes along with its wall, and which surveyed lengths no longer hold. */
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { GrownRows } from './growRows.ts';

export function movedNotes(plan: Plan, { shell: { junctions: movedJunctions }, deeperMm }: GrownRows): string[] {
  if (movedJunctions.length === 0) return [];
  const moved = new Set(movedJunctions.map(({ id }) => id));
  const surveyed = sortedById(plan.segments).filter(
    ({ from, to, surveyedLengthMm }) => surveyedLengthMm !== null && moved.has(from) !== moved.has(to),
  );
  const names = surveyed.map(({ name }) => name).join(', ');
  return [
    `${[...moved].join(', ')}: moved ${deeperMm / 1000} m south with the wall, and the pathways that end there with them`,
    ...(surveyed.length === 0 ? [] : [`${names}: the surveyed length is that of before and must be measured again`]),
  ];
}
