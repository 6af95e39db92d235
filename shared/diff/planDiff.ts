/**
 * What differs between two plans: things added, removed, moved or changed, matched by id. Depends on the two plans alone; the order
 * of their tables never matters.
 */
import type { Note } from '../plan/notes.ts';
import type { Plan, PointMm } from '../plan/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import { nameOfThing, planParts, thingsOf, type PlanPart } from './planParts.ts';

export interface FieldChange {
  /** Down from the thing: `xMm`, `frame.rotationDeg`. */
  readonly field: string;
  /** Undefined: not there. */
  readonly old: unknown;
  readonly new: unknown;
}

/** How far a thing moved. */
export interface Move {
  readonly dxMm: number;
  readonly dyMm: number;
  /** −180 … 180; null where the thing has no direction. */
  readonly turnedDeg: number | null;
  /** It stands in another hall or another cabinet than before. */
  readonly elsewhere: boolean;
}

export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

export interface PlanChange {
  /** Part and id; stays the same while the difference lasts. */
  readonly key: string;
  readonly part: PlanPart;
  readonly id: string;
  /** In the new plan; in the old one, of what is removed. */
  readonly name: string;
  /** `moved`: it differs by its place alone. */
  readonly kind: ChangeKind;
  /** Also of what is changed besides; null: it stays where it is. */
  readonly move: Move | null;
  /** Of things that both plans have. */
  readonly fields: readonly FieldChange[];
}

/** All that differs, by part in the order of a file and by id. */
export function diffPlans(old: Plan, next: Plan): PlanChange[] {
  return planParts.flatMap((part) => diffPart(old, next, part));
}

export function keyOfChange(part: PlanPart, id: string): string {
  return `${part} ${id}`;
}

function diffPart(old: Plan, next: Plan, part: PlanPart): PlanChange[] {
  const [before, after] = [thingsOf(old, part), thingsOf(next, part)];
  if (before === after) return [];
  const changes: PlanChange[] = [];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareIds);
  for (const id of ids) {
    const common = { key: keyOfChange(part, id), part, id, move: null, fields: [] };
    if (!after.has(id)) changes.push({ ...common, kind: 'removed', name: nameOfThing(old, part, id) });
    else if (!before.has(id)) changes.push({ ...common, kind: 'added', name: nameOfThing(next, part, id) });
    else {
      const [was, is] = [before.get(id), after.get(id)];
      if (was === is) continue;
      const fields = fieldChanges(was, is);
      if (fields.length === 0) continue;
      const move = moveOf(part, was, is);
      const onlyMoved = move !== null && fields.every(({ field }) => isPlace(part, field));
      changes.push({ ...common, kind: onlyMoved ? 'moved' : 'changed', name: nameOfThing(next, part, id), move, fields });
    }
  }
  return changes;
}

/** Fields that differ, through nested objects; lists differ as a whole. */
export function fieldChanges(old: unknown, next: unknown, field = ''): FieldChange[] {
  if (Object.is(old, next)) return [];
  if (!isFields(old) || !isFields(next)) return isEqual(old, next) ? [] : [{ field, old, new: next }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort(compareIds);
  return keys.flatMap((key) => fieldChanges(old[key], next[key], field === '' ? key : `${field}.${key}`));
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

/** Fields that say where a thing is, by part. */
const PLACES: Readonly<Partial<Record<PlanPart, readonly string[]>>> = {
  halls: ['frame.xMm', 'frame.yMm', 'frame.zMm', 'frame.rotationDeg'],
  doors: ['edge', 'offsetMm'],
  obstacles: ['outline', 'hall'],
  cabinets: ['xMm', 'yMm', 'rotationDeg', 'hall'],
  devices: ['cabinet', 'positionU', 'face', 'hand'],
  junctions: ['xMm', 'yMm', 'hall'],
  underlays: ['xMm', 'yMm', 'rotationDeg', 'hall'],
  notes: ['points', 'hall', 'about.xMm', 'about.yMm'],
};

function isPlace(part: PlanPart, field: string): boolean {
  return PLACES[part]?.includes(field) ?? false;
}

interface Placed {
  readonly xMm: number;
  readonly yMm: number;
  readonly rotationDeg?: number;
  readonly hall?: string;
}

function moveOf(part: PlanPart, was: unknown, is: unknown): Move | null {
  if (part === 'halls') return moveBetween((was as { frame: Placed }).frame, (is as { frame: Placed }).frame);
  if (part === 'cabinets' || part === 'junctions' || part === 'underlays') return moveBetween(was as Placed, is as Placed);
  if (part === 'obstacles') return moveOfOutline(was as Outlined, is as Outlined);
  if (part === 'notes') return moveOfOutline(outlineOfNote(was as Note), outlineOfNote(is as Note));
  if (part !== 'devices' && part !== 'doors') return null;
  const place = (thing: unknown): unknown => PLACES[part]?.map((field) => (thing as Record<string, unknown>)[field]);
  return isEqual(place(was), place(is)) ? null : { dxMm: 0, dyMm: 0, turnedDeg: null, elsewhere: true };
}

function moveBetween(was: Placed, is: Placed): Move | null {
  const turnedDeg = is.rotationDeg === undefined || was.rotationDeg === undefined ? null : turn(is.rotationDeg - was.rotationDeg);
  const move = { dxMm: is.xMm - was.xMm, dyMm: is.yMm - was.yMm, turnedDeg, elsewhere: was.hall !== is.hall };
  return move.dxMm === 0 && move.dyMm === 0 && (turnedDeg ?? 0) === 0 && !move.elsewhere ? null : move;
}

interface Outlined {
  readonly outline: readonly PointMm[];
  readonly hall: string;
}

/** By where it was drawn: one that follows what it is about is the same note. */
function outlineOfNote({ hall, points }: Note): Outlined {
  return { hall, outline: points };
}

/** Moved as a whole; an outline of another shape is changed, not moved. */
function moveOfOutline(was: Outlined, is: Outlined): Move | null {
  const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = [was.outline[0], is.outline[0]];
  const [dxMm, dyMm] = [x1 - x0, y1 - y0];
  const sameShape =
    was.outline.length === is.outline.length &&
    was.outline.every(([x, y], at) => is.outline[at]![0] - x === dxMm && is.outline[at]![1] - y === dyMm);
  if (!sameShape || (dxMm === 0 && dyMm === 0 && was.hall === is.hall)) return null;
  return { dxMm, dyMm, turnedDeg: null, elsewhere: was.hall !== is.hall };
}

function turn(deg: number): number {
  const around = ((deg % 360) + 360) % 360;
  return around > 180 ? around - 360 : around;
}
