/** Doors in the walls of halls. */
import { changeOf, refuse } from './changeOf.ts';
import { fail, type Result, type UserError } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { namedOrCounted } from './wording.ts';
import { clashOfDoors, fitsInWall, wallOf } from '../geometry/walls.ts';
import { must } from '../assert.ts';
import { nextFreeName } from '../plan/names.ts';
import type { Command } from './command.ts';
import type { CopyIds } from './duplicate.ts';
import type { Door, Plan } from '../plan/types.ts';

/** Adds a door to a wall. */
export const addDoor: Command<{ readonly door: Door }> = (plan, { door }) => {
  const taken = findTaken(plan, 'doors', [door.id]);
  if (taken !== null) return fail(taken);
  const misplaced = misplacedDoor(plan, door) ?? doorsOnDoors(plan, [door]);
  if (misplaced !== null) return misplaced;
  return changeOf(plan, `Add door ${door.name}`, { put: { doors: [door] } });
};

/** Adds doors to walls. */
export const addDoors: Command<{ readonly doors: readonly Door[] }> = (plan, { doors }) => {
  const taken = findTaken(
    plan,
    'doors',
    doors.map(({ id }) => id),
  );
  if (taken !== null) return fail(taken);
  for (const door of doors) {
    const misplaced = misplacedDoor(plan, door);
    if (misplaced !== null) return misplaced;
  }
  return doorsOnDoors(plan, doors) ?? changeOf(plan, `Add ${namedOrCounted(doors, 'door')}`, { put: { doors } });
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
  const moves = set.edge !== undefined || set.offsetMm !== undefined || set.clearWidthMm !== undefined;
  for (const door of moves ? doors : []) {
    const misplaced = misplacedDoor(plan, door);
    if (misplaced !== null) return misplaced;
  }
  const clash = moves ? doorsOnDoors(plan, doors) : null;
  if (clash !== null) return clash;
  return changeOf(plan, `Change ${namedOrCounted(found.value, 'door')}`, { put: { doors } });
};

export interface DuplicateDoors {
  readonly doors: CopyIds;
}

/** What is left of the wall between a door and its copy. */
const BETWEEN_DOORS_MM = 300;

/** Copies doors to the nearest free places of their walls, under the next free names of their halls. */
export const duplicateDoors: Command<DuplicateDoors> = (plan, { doors: copies }) => {
  const found = findAll(
    plan,
    'doors',
    copies.map(([from]) => from),
  );
  if (!found.ok) return found;
  const taken = findTaken(
    plan,
    'doors',
    copies.map(([, to]) => to),
  );
  if (taken !== null) return fail(taken);
  const copyOf = new Map(copies);
  const standing = [...plan.doors.values()];
  for (const door of found.value) {
    const offsetMm = freeOffset(plan, door, standing);
    if (offsetMm === null) return refuse(`the wall of ${door.name} has no room for another`, 'choose a longer wall, or narrow the doors');
    const names = new Set(standing.filter(({ hall }) => hall === door.hall).map(({ name }) => name));
    standing.push({ ...door, id: must(copyOf.get(door.id), 'id of the copy'), name: nextFreeName(door.name, names), offsetMm });
  }
  return changeOf(plan, `Duplicate ${namedOrCounted(found.value, 'door')}`, { put: { doors: standing.slice(plan.doors.size) } });
};

/** The place on its wall nearest to the one after a door that no other door takes; null when the wall is full. */
export function freeOffset(plan: Plan, door: Door, standing: readonly Door[]): number | null {
  const wall = wallOf(must(plan.halls.get(door.hall), 'hall').outline, door.edge);
  if (wall === null) return null;
  const { clearWidthMm } = door;
  const others = standing.filter(({ hall, edge }) => hall === door.hall && edge === door.edge);
  const isFree = (offsetMm: number): boolean =>
    fitsInWall(wall, { offsetMm, clearWidthMm }) && clashOfDoors({ ...door, id: '', offsetMm }, others) === null;
  const wishedMm = door.offsetMm + clearWidthMm + BETWEEN_DOORS_MM;
  const [nearest] = others
    .flatMap((other) => [other.offsetMm + other.clearWidthMm + BETWEEN_DOORS_MM, other.offsetMm - BETWEEN_DOORS_MM - clearWidthMm])
    .filter(isFree)
    .sort((one, other) => Math.abs(one - wishedMm) - Math.abs(other - wishedMm) || one - other);
  return nearest ?? null;
}

/** Refuses doors, as they would be, that would stand on others of the plan or on each other; null when none does. */
export function doorsOnDoors(plan: Plan, changed: readonly Door[]): Extract<Result<never, UserError>, { ok: false }> | null {
  const all = new Map([...plan.doors, ...changed.map((door) => [door.id, door] as const)]);
  for (const door of changed) {
    const other = clashOfDoors(door, all.values());
    if (other !== null)
      return refuse(`${door.name} would stand on ${other.name}`, 'choose a free place of the wall, or make a door narrower');
  }
  return null;
}

/** Why a door cannot stand where it says; null when it can, or when its hall is unknown, which is told elsewhere. */
function misplacedDoor(plan: Plan, door: Door): Extract<Result<never, UserError>, { ok: false }> | null {
  const hall = plan.halls.get(door.hall);
  if (hall === undefined) return null;
  const wall = wallOf(hall.outline, door.edge);
  if (wall === null) return refuse(`the hall has no wall ${door.edge + 1}`, 'put the door on one of its walls');
  if (fitsInWall(wall, door)) return null;
  const message = `${door.name} would reach beyond its wall, which is ${Math.floor(wall.lengthMm)} mm long`;
  return refuse(message, 'make the door narrower or put it on another place');
}
