/** Halls of the campus. */
import { changeOf, refuse } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { fail, ok } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { groupOf, groupsWithout, hallsOfMembers } from '../plan/groups.ts';
import { keepDoors } from './keepDoors.ts';
import { must } from '../assert.ts';
import { removeThings } from './remove.ts';
import { tidyOutline } from './outlines.ts';
import type { Command } from './command.ts';
import type { Door, Hall, Plan, PointMm } from '../plan/types.ts';

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

/** Redraws a hall's walls. Doors stay where they stand, or go with their wall (see keepDoors); the step says which had to change theirs. */
export const setHallOutline: Command<SetHallOutline> = (plan, { id, outline }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const hall = must(found.value[0], 'hall');
  const tidy = tidyOutline(outline);
  if (!tidy.ok) return tidy;
  const doors = keepDoors(
    hall.outline,
    tidy.value,
    [...plan.doors.values()].filter((door) => door.hall === id),
  );
  if (!doors.ok) return doors;
  const { doors: kept, moved } = doors.value;
  return changeOf(plan, `Redraw hall ${hall.name}${movedText(moved)}`, { put: { halls: [{ ...hall, outline: tidy.value }], doors: kept } });
};

/** `, Staff door to wall 2`, counted as the walls are on screen; empty when all doors keep theirs. */
function movedText(moved: readonly Door[]): string {
  const [first] = moved;
  if (first === undefined) return '';
  return moved.length === 1 ? `, ${first.name} to wall ${first.edge + 1}` : `, ${counted(moved.length, 'door')} to other walls`;
}

export interface HallContents {
  readonly cabinets: number;
  readonly devices: number;
  readonly segments: number;
  readonly doors: number;
  readonly obstacles: number;
}

/** How many things stand in a hall and go with it. */
export function contentsOfHall(plan: Plan, id: string): HallContents {
  const isThere = ({ hall }: { readonly hall: string }): boolean => hall === id;
  const cabinets = new Set([...plan.cabinets.values()].filter(isThere).map((cabinet) => cabinet.id));
  const junctions = new Set([...plan.junctions.values()].filter(isThere).map((junction) => junction.id));
  return {
    cabinets: cabinets.size,
    devices: [...plan.devices.values()].filter(({ cabinet }) => cabinets.has(cabinet)).length,
    segments: [...plan.segments.values()].filter(({ from, to }) => junctions.has(from) || junctions.has(to)).length,
    doors: [...plan.doors.values()].filter(isThere).length,
    obstacles: [...plan.obstacles.values()].filter(isThere).length,
  };
}

/** `24 cabinets, 60 devices and 12 segments`; empty when nothing stands in the hall. */
export function contentsText({ cabinets, devices, segments, doors, obstacles }: HallContents): string {
  const counts = [
    [cabinets, 'cabinet'],
    [devices, 'device'],
    [segments, 'pathway'],
    [doors, 'door'],
    [obstacles, 'obstacle'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Deletes a hall with all that stands in it; the step says how much that is. */
export const removeHall: Command<{ readonly id: string }> = (plan, { id }) => {
  const found = findAll(plan, 'halls', [id]);
  if (!found.ok) return found;
  const change = removeThings(plan, { halls: [id] });
  if (!change.ok) return change;
  const contents = contentsText(contentsOfHall(plan, id));
  return ok({ ...change.value, label: `Delete hall ${namedOrCounted(found.value, 'hall')}${contents === '' ? '' : ` with ${contents}`}` });
};

export interface MoveToHall {
  readonly cabinets: readonly string[];
  readonly hall: string;
  /** From where they stand in their own halls to where they stand in this one. */
  readonly dxMm: number;
  readonly dyMm: number;
}

/**
 * Moves cabinets with what is mounted in them to another hall. They keep their names; twins there are a finding. They leave groups
 * of which something stays behind: what is grouped stands in one hall.
 */
export const moveToHall: Command<MoveToHall> = (plan, { cabinets: ids, hall, dxMm, dyMm }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const target = findAll(plan, 'halls', [hall]);
  if (!target.ok) return target;
  if (found.value.every((cabinet) => cabinet.hall === hall)) return refuse('these cabinets stand in that hall', 'choose another hall');
  const moving = found.value.filter((cabinet) => cabinet.hall !== hall);
  const cabinets = moving.map((cabinet) => ({ ...cabinet, hall, xMm: cabinet.xMm + dxMm, yMm: cabinet.yMm + dyMm }));
  const moved = new Map(cabinets.map((cabinet) => [cabinet.id, cabinet]));
  const after = { ...plan, cabinets: new Map([...plan.cabinets, ...moved]) };
  const groups = groupsWithout(plan, (member) => {
    const group = member.kind === 'cabinet' && moved.has(member.id) ? groupOf(plan, member) : null;
    return group !== null && hallsOfMembers(after, group.members).size > 1;
  });
  const what = namedOrCounted(moving, 'cabinet');
  return changeOf(plan, `Move ${what} to hall ${namedOrCounted(target.value, 'hall')}`, { put: { cabinets, groups: groups.put } });
};
