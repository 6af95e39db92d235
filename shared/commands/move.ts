/** Moving things over the floor: whatever is selected together moves together, in one step. */
import { changeOf } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { doorsOnDoors } from './doors.ts';
import { findSome } from './picked.ts';
import { lockedUnderlay } from './underlays.ts';
import { offsetWithin, wallOf } from '../geometry/walls.ts';
import { movedNotes, notesText } from './notes/noteEdits.ts';
import { planAfter } from './checkEdit.ts';
import { shifted } from './outlines.ts';
import type { Puts } from './edit.ts';
import type { Command } from './command.ts';
import type { Door, Plan } from '../plan/types.ts';

export interface MoveThings {
  readonly cabinets?: readonly string[];
  readonly obstacles?: readonly string[];
  readonly junctions?: readonly string[];
  /** Doors slide along their walls as far as these reach. */
  readonly doors?: readonly string[];
  /** Drawings under the plan; one that is locked keeps all of it where it is. */
  readonly underlays?: readonly string[];
  readonly notes?: readonly string[];
  /** East and south where positive. */
  readonly dxMm: number;
  readonly dyMm: number;
}

/**
 * Moves cabinets, obstacles, doors, drawings under the plan, junctions (with the segments that hang on them) and notes. A note that
 * follows what moves comes as far as it, once.
 */
export const moveThings: Command<MoveThings> = (plan, args) => {
  const { dxMm, dyMm } = args;
  const cabinets = findSome(plan, 'cabinets', args.cabinets);
  if (!cabinets.ok) return cabinets;
  const obstacles = findSome(plan, 'obstacles', args.obstacles);
  if (!obstacles.ok) return obstacles;
  const junctions = findSome(plan, 'junctions', args.junctions);
  if (!junctions.ok) return junctions;
  const doors = findSome(plan, 'doors', args.doors);
  if (!doors.ok) return doors;
  const underlays = findSome(plan, 'underlays', args.underlays);
  if (!underlays.ok) return underlays;
  const locked = lockedUnderlay(underlays.value);
  if (locked !== null) return locked;
  const notes = findSome(plan, 'notes', args.notes);
  if (!notes.ok) return notes;
  const slidDoors = doors.value.map((door) => slid(plan, door, dxMm, dyMm));
  const clash = doorsOnDoors(
    plan,
    slidDoors.filter(({ id, offsetMm }) => plan.doors.get(id)?.offsetMm !== offsetMm),
  );
  if (clash !== null) return clash;
  const put: Puts = {
    cabinets: cabinets.value.map((cabinet) => ({ ...cabinet, xMm: cabinet.xMm + dxMm, yMm: cabinet.yMm + dyMm })),
    obstacles: obstacles.value.map((obstacle) => ({ ...obstacle, outline: shifted(obstacle.outline, dxMm, dyMm) })),
    junctions: junctions.value.map((junction) => ({ ...junction, xMm: junction.xMm + dxMm, yMm: junction.yMm + dyMm })),
    doors: slidDoors,
    underlays: underlays.value.map((underlay) => ({ ...underlay, xMm: underlay.xMm + dxMm, yMm: underlay.yMm + dyMm })),
  };
  const moved = notes.value.length === 0 ? [] : movedNotes(plan, planAfter(plan, { put }), notes.value, dxMm, dyMm);
  const all = [cabinets.value, obstacles.value, doors.value, underlays.value, junctions.value, notes.value];
  const kinds = all.filter((things) => things.length > 0);
  const total = kinds.reduce((sum, things) => sum + things.length, 0);
  const [what] = [
    ...(kinds.length > 1 ? [counted(total, 'thing')] : []),
    ...(cabinets.value.length > 0 ? [namedOrCounted(cabinets.value, 'cabinet')] : []),
    ...(obstacles.value.length > 0 ? [namedOrCounted(obstacles.value, 'obstacle')] : []),
    ...(doors.value.length > 0 ? [namedOrCounted(doors.value, 'door')] : []),
    ...(underlays.value.length > 0 ? [namedOrCounted(underlays.value, 'drawing')] : []),
    ...(junctions.value.length > 0 ? [counted(junctions.value.length, 'junction')] : []),
    notesText(notes.value),
  ];
  return changeOf(plan, `Move ${what}`, { put: { ...put, notes: moved } });
};

/** A door moved along its wall by what of the way lies along it. */
function slid(plan: Plan, door: Door, dxMm: number, dyMm: number): Door {
  const hall = plan.halls.get(door.hall);
  const wall = hall === undefined ? null : wallOf(hall.outline, door.edge);
  if (wall === null) return door;
  const byMm = dxMm * wall.along.xMm + dyMm * wall.along.yMm;
  return { ...door, offsetMm: offsetWithin(wall, door.offsetMm + byMm, door.clearWidthMm) ?? door.offsetMm };
}
