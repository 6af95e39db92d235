/** Columns, keep-outs, ramps and equipment on the floor of a hall. */
import { changeOf } from './changeOf.ts';
import { namedOrCounted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { tidyOutline } from './outlines.ts';
import type { Command } from './command.ts';
import type { Obstacle } from '../plan/types.ts';

/** Adds a column, keep-out, ramp or piece of equipment. */
export const addObstacle: Command<{ readonly obstacle: Obstacle }> = (plan, { obstacle }) => {
  const taken = findTaken(plan, 'obstacles', [obstacle.id]);
  if (taken !== null) return fail(taken);
  const outline = tidyOutline(obstacle.outline);
  if (!outline.ok) return outline;
  return changeOf(plan, `Add ${obstacle.name}`, { put: { obstacles: [{ ...obstacle, outline: outline.value }] } });
};

export interface SetObstacles {
  readonly ids: readonly string[];
  readonly set: Partial<Omit<Obstacle, 'id' | 'hall'>>;
}

/** Sets the same values on obstacles; see moveThings for moving them. */
export const setObstacles: Command<SetObstacles> = (plan, { ids, set }) => {
  const found = findAll(plan, 'obstacles', ids);
  if (!found.ok) return found;
  const outline = set.outline === undefined ? null : tidyOutline(set.outline);
  if (outline !== null && !outline.ok) return outline;
  const shape = outline === null ? {} : { outline: outline.value };
  const obstacles = found.value.map((obstacle) => ({ ...obstacle, ...set, ...shape }));
  return changeOf(plan, `Change ${namedOrCounted(found.value, 'obstacle')}`, { put: { obstacles } });
};
