/** Halls with their doors and obstacles. */
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { namedOrCounted } from './wording.ts';
import { tidyOutline } from './outlines.ts';
import type { Command } from './command.ts';
import type { Door, Hall, Obstacle, PointMm } from '../plan/types.ts';

/** Adds a hall. */
export const addHall: Command<{ readonly hall: Hall }> = (plan, { hall }) => {
  const taken = findTaken(plan, 'halls', [hall.id]);
  if (taken !== null) return fail(taken);
  const outline = tidyOutline(hall.outline);
  if (!outline.ok) return outline;
  return changeOf(plan, `Add hall ${hall.name}`, { put: { halls: [{ ...hall, outline: outline.value }] } });
};

export interface SetHall {
  readonly id: string;
  readonly set: Partial<Omit<Hall, 'id' | 'outline'>>;
}

/** Sets values of a hall, all but its outline. */
export const setHall: Command<SetHall> = (plan, { id, set }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const halls = found.value.map((hall) => ({ ...hall, ...set }));
  const what = namedOrCounted(found.value, 'hall');
  return changeOf(plan, set.name === undefined ? `Change hall ${what}` : `Rename hall ${what} to ${set.name}`, { put: { halls } });
};

export interface SetHallOutline {
  readonly id: string;
  readonly outline: readonly PointMm[];
}

/** Redraws a hall's walls. Doors stay on their walls, which are counted from the first corner. */
export const setHallOutline: Command<SetHallOutline> = (plan, { id, outline }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const tidy = tidyOutline(outline);
  if (!tidy.ok) return tidy;
  const homeless = [...plan.doors.values()].filter(({ hall, edge }) => hall === id && edge >= tidy.value.length);
  if (homeless.length > 0) return refuse(`${namedOrCounted(homeless, 'door')} would have no wall`, 'move or delete that door first');
  const halls = found.value.map((hall) => ({ ...hall, outline: tidy.value }));
  return changeOf(plan, `Redraw hall ${namedOrCounted(found.value, 'hall')}`, { put: { halls } });
};

/** Adds a door to a wall. */
export const addDoor: Command<{ readonly door: Door }> = (plan, { door }) => {
  const taken = findTaken(plan, 'doors', [door.id]);
  if (taken !== null) return fail(taken);
  if (!hasWall(plan.halls.get(door.hall), door)) return refuse(`the hall has no wall ${door.edge}`, 'put the door on one of its walls');
  return changeOf(plan, `Add door ${door.name}`, { put: { doors: [door] } });
};

export interface SetDoors {
  readonly ids: readonly string[];
  readonly set: Partial<Omit<Door, 'id' | 'hall'>>;
}

/** Sets the same values on doors. */
export const setDoors: Command<SetDoors> = (plan, { ids, set }) => {
  const found = findAll(plan, 'doors', ids);
  if (!found.ok) return found;
  const doors = found.value.map((door) => ({ ...door, ...set }));
  const astray = doors.find((door) => !hasWall(plan.halls.get(door.hall), door));
  if (astray !== undefined) return refuse(`the hall has no wall ${astray.edge}`, 'put the door on one of its walls');
  return changeOf(plan, `Change ${namedOrCounted(found.value, 'door')}`, { put: { doors } });
};

function hasWall(hall: Hall | undefined, { edge }: Door): boolean {
  return hall === undefined || edge < hall.outline.length;
}

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
