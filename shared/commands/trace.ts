/** What was traced from a drawing becomes part of the plan: all of one trace in one step. */
import { must } from '../assert.ts';
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { contentsOfHall, setHallOutline } from './halls.ts';
import { addDoors } from './doors.ts';
import { shifted, tidyOutline } from './outlines.ts';
import { namedOrCounted } from './wording.ts';
import { toCampus } from '../geometry/frames.ts';
import type { Command } from './command.ts';
import type { Door, Hall, Obstacle, PointMm } from '../plan/types.ts';
import type { Underlay } from '../plan/underlays.ts';

export interface TraceHall {
  readonly id: string;
  readonly outline: readonly PointMm[];
}

/**
 * Gives a hall traced walls. One in which nothing stands yet takes their north-west corner as its origin, and its drawings go
 * along; the first hall of a plan stays where the campus begins.
 */
export const traceHallOutline: Command<TraceHall> = (plan, { id, outline }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const hall = must(found.value[0], 'hall');
  const label = `Trace hall ${hall.name}`;
  if (Object.values(contentsOfHall(plan, id)).some((count: number) => count > 0)) {
    const redrawn = setHallOutline(plan, { id, outline });
    return redrawn.ok ? { ok: true, value: { ...redrawn.value, label } } : redrawn;
  }
  const tidy = tidyOutline(outline);
  if (!tidy.ok) return tidy;
  const [leftMm, topMm] = [Math.min(...tidy.value.map(([x]) => x)), Math.min(...tidy.value.map(([, y]) => y))];
  const underlays = [...plan.underlays.values()].flatMap((underlay): Underlay[] =>
    underlay.hall === id ? [{ ...underlay, xMm: underlay.xMm - leftMm, yMm: underlay.yMm - topMm }] : [],
  );
  const corner = toCampus(hall.frame, { xMm: leftMm, yMm: topMm });
  const traced: Hall = {
    ...hall,
    outline: shifted(tidy.value, -leftMm, -topMm),
    frame: plan.halls.size === 1 ? hall.frame : { ...hall.frame, xMm: Math.round(corner.xMm), yMm: Math.round(corner.yMm) },
  };
  return changeOf(plan, label, { put: { halls: [traced], underlays } });
};

/** Adds traced columns, equipment, inner walls or keep-outs. */
export const traceObstacles: Command<{ readonly obstacles: readonly Obstacle[] }> = (plan, { obstacles }) => {
  const taken = findTaken(
    plan,
    'obstacles',
    obstacles.map(({ id }) => id),
  );
  if (taken !== null) return fail(taken);
  if (obstacles.length === 0) return nothingTraced();
  const tidied: Obstacle[] = [];
  for (const obstacle of obstacles) {
    const outline = tidyOutline(obstacle.outline);
    if (!outline.ok) return outline;
    tidied.push({ ...obstacle, outline: outline.value });
  }
  return changeOf(plan, `Trace ${namedOrCounted(tidied, nounOf(obstacles))}`, { put: { obstacles: tidied } });
};

/** Puts traced doors into the walls of their hall. */
export const traceDoorsOf: Command<{ readonly doors: readonly Door[] }> = (plan, { doors }) => {
  if (doors.length === 0) return nothingTraced();
  const added = addDoors(plan, { doors });
  return added.ok ? { ok: true, value: { ...added.value, label: `Trace ${namedOrCounted(doors, 'door')}` } } : added;
};

function nothingTraced(): ReturnType<typeof refuse> {
  return refuse('nothing of this kind is in the picked lines', 'pick other lines, or trace them as something else');
}

function nounOf(obstacles: readonly Obstacle[]): string {
  const [first] = obstacles;
  return first !== undefined && obstacles.every(({ kind }) => kind === 'column') && first.kind === 'column' ? 'column' : 'obstacle';
}
