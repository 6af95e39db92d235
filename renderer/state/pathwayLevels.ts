/** Levels of pathways: those at one elevation are shown and hidden together. */
import type { Plan } from '../../shared/plan/types.ts';

export const EVERY_LEVEL: ReadonlySet<number> = new Set();

export interface PathwayLevel {
  readonly elevationMm: number;
  /** Pathways that run at it. */
  readonly count: number;
}

/** The levels at which pathways begin in a hall, the highest first. */
export function levelsOf({ segments, junctions }: Pick<Plan, 'segments' | 'junctions'>, hall: string | null): PathwayLevel[] {
  const counts = new Map<number, number>();
  for (const { elevationMm, from } of segments.values())
    if (junctions.get(from)?.hall === hall) counts.set(elevationMm, (counts.get(elevationMm) ?? 0) + 1);
  return [...counts].map(([elevationMm, count]) => ({ elevationMm, count })).sort((a, b) => b.elevationMm - a.elevationMm);
}
