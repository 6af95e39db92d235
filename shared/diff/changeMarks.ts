/**
 * Where differences between two plans lie on the floor: outlines in hall coordinates, of where a thing stands in the first and of
 * where it stands in the second. What has no place (settings, links, parts of the catalog) has no mark.
 */
import { cabinetCorners } from '../geometry/footprint.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { placeNote } from '../plan/notePlaces.ts';
import { boxAround, type Box, type Point } from '../geometry/shapes.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Door, Plan, PointMm, Segment } from '../plan/types.ts';
import type { ChangeKind, PlanChange } from './planDiff.ts';
import type { PlanPart } from './planParts.ts';

export interface ChangeMark {
  /** Differences that it stands for, by their keys. */
  readonly keys: readonly string[];
  readonly kind: ChangeKind;
  readonly hall: string;
  /** Null: not there. */
  readonly was: readonly Point[] | null;
  readonly is: readonly Point[] | null;
  readonly box: Box;
}

/** Doors are drawn in their wall as strips of this depth. */
const DOOR_DEPTH_MM = 300;
const NOTE_REACH_MM = 200;

/** In the order of the differences. A thing that went to another hall is marked in both. */
export function changeMarks(old: Plan, next: Plan, changes: readonly PlanChange[]): ChangeMark[] {
  const marked = new Set(changes.filter(({ part }) => part === 'cabinets' || part === 'segments').map(({ key }) => key));
  const marks = changes.flatMap((change) => marksOf(old, next, change));
  return [...marks, ...contentMarks(next, changes, marked), ...draggedMarks(old, next, changes, marked)];
}

interface Placed {
  readonly hall: string;
  readonly outline: readonly Point[];
}

function marksOf(old: Plan, next: Plan, change: PlanChange): ChangeMark[] {
  const [was, is] = [placeOf(old, change), placeOf(next, change)];
  return marksBetween([change.key], change.kind, was, is);
}

function marksBetween(keys: readonly string[], kind: ChangeKind, was: Placed | null, is: Placed | null): ChangeMark[] {
  const mark = (hall: string, before: Placed | null, after: Placed | null): ChangeMark => ({
    keys,
    kind,
    hall,
    was: before?.outline ?? null,
    is: after?.outline ?? null,
    box: boxAround([...(before?.outline ?? []), ...(after?.outline ?? [])]),
  });
  if (was !== null && is !== null && was.hall !== is.hall) return [mark(was.hall, was, null), mark(is.hall, null, is)];
  const hall = was?.hall ?? is?.hall;
  return hall === undefined ? [] : [mark(hall, was, is)];
}

/** Cabinets whose devices differ while they themselves stay: one mark a cabinet. */
function contentMarks(next: Plan, changes: readonly PlanChange[], marked: ReadonlySet<string>): ChangeMark[] {
  const byCabinet = new Map<string, string[]>();
  for (const { part, id, key } of changes) {
    const cabinet = part === 'devices' ? next.devices.get(id)?.cabinet : undefined;
    if (cabinet === undefined || marked.has(`cabinets ${cabinet}`)) continue;
    const keys = byCabinet.get(cabinet);
    if (keys === undefined) byCabinet.set(cabinet, [key]);
    else keys.push(key);
  }
  return [...byCabinet].flatMap(([cabinet, keys]) => {
    const placed = cabinetPlace(next, cabinet);
    return marksBetween(keys, 'changed', placed, placed);
  });
}

/** Pathways that hang on a junction that moved. */
function draggedMarks(old: Plan, next: Plan, changes: readonly PlanChange[], marked: ReadonlySet<string>): ChangeMark[] {
  const moved = new Map(changes.flatMap(({ part, id, key, move }) => (part === 'junctions' && move !== null ? [[id, key] as const] : [])));
  if (moved.size === 0) return [];
  return [...next.segments.values()]
    .filter(({ id }) => old.segments.has(id) && !marked.has(`segments ${id}`))
    .sort((a, b) => compareIds(a.id, b.id))
    .flatMap((segment) => {
      const keys = [moved.get(segment.from), moved.get(segment.to)].filter((key) => key !== undefined);
      if (keys.length === 0) return [];
      return marksBetween(keys, 'moved', segmentPlace(old, old.segments.get(segment.id)), segmentPlace(next, segment));
    });
}

/** Parts of a plan whose things lie on the floor. */
const PLACES: Readonly<Partial<Record<PlanPart, (plan: Plan, id: string) => Placed | null>>> = {
  cabinets: cabinetPlace,
  segments: (plan, id) => segmentPlace(plan, plan.segments.get(id)),
  obstacles: ({ obstacles }, id) => outlinePlace(obstacles.get(id)),
  doors: (plan, id) => doorPlace(plan, plan.doors.get(id)),
  notes: notePlace,
  halls: ({ halls }, id) => outlinePlace(halls.has(id) ? { hall: id, outline: halls.get(id)?.outline ?? [] } : undefined),
};

function placeOf(plan: Plan, { part, id }: PlanChange): Placed | null {
  return PLACES[part]?.(plan, id) ?? null;
}

function outlinePlace(thing: { readonly hall: string; readonly outline: readonly PointMm[] } | undefined): Placed | null {
  return thing === undefined ? null : { hall: thing.hall, outline: thing.outline.map(toPoint) };
}

function cabinetPlace({ cabinets, catalog }: Plan, id: string): Placed | null {
  const cabinet = cabinets.get(id);
  const model = cabinet === undefined ? undefined : catalog.cabinetModels.get(cabinet.model);
  if (cabinet === undefined || model === undefined) return null;
  const { hall, xMm, yMm, rotationDeg } = cabinet;
  return { hall, outline: cabinetCorners(xMm, yMm, model.widthMm, model.depthMm, rotationDeg) };
}

function segmentPlace({ junctions }: Plan, segment: Segment | undefined): Placed | null {
  const [from, to] = [junctions.get(segment?.from ?? ''), junctions.get(segment?.to ?? '')];
  if (segment === undefined || from === undefined || to === undefined) return null;
  // A riser is seen from above as a square.
  const isRiser = from.xMm === to.xMm && from.yMm === to.yMm;
  const half = segment.widthMm / 2;
  const [start, end] = isRiser
    ? [
        { xMm: from.xMm - half, yMm: from.yMm },
        { xMm: from.xMm + half, yMm: from.yMm },
      ]
    : [from, to];
  return { hall: from.hall, outline: strip(start, end, segment.widthMm) };
}

/** Pins and texts are drawn as large as they are read; their mark is a square around. */
function notePlace(plan: Plan, id: string): Placed | null {
  const note = plan.notes.get(id);
  if (note === undefined) return null;
  const { minXMm, minYMm, maxXMm, maxYMm } = growBox(placeNote(plan, note).box, NOTE_REACH_MM);
  const outline = [
    { xMm: minXMm, yMm: minYMm },
    { xMm: maxXMm, yMm: minYMm },
    { xMm: maxXMm, yMm: maxYMm },
    { xMm: minXMm, yMm: maxYMm },
  ];
  return { hall: note.hall, outline };
}

function doorPlace({ halls }: Plan, door: Door | undefined): Placed | null {
  const outline = door === undefined ? undefined : halls.get(door.hall)?.outline;
  const [start, end] = door === undefined || outline === undefined ? [] : [outline[door.edge], outline[(door.edge + 1) % outline.length]];
  if (door === undefined || start === undefined || end === undefined) return null;
  const [from, to] = [toPoint(start), toPoint(end)];
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  const at = (alongMm: number): Point => ({
    xMm: from.xMm + ((to.xMm - from.xMm) * alongMm) / lengthMm,
    yMm: from.yMm + ((to.yMm - from.yMm) * alongMm) / lengthMm,
  });
  return { hall: door.hall, outline: strip(at(door.offsetMm), at(door.offsetMm + door.clearWidthMm), DOOR_DEPTH_MM) };
}

/** A rectangle around a line. */
function strip(from: Point, to: Point, widthMm: number): Point[] {
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  const aside = {
    xMm: (-(to.yMm - from.yMm) * widthMm) / 2 / lengthMm,
    yMm: ((to.xMm - from.xMm) * widthMm) / 2 / lengthMm,
  };
  const shifted = ({ xMm, yMm }: Point, sign: 1 | -1): Point => ({ xMm: xMm + sign * aside.xMm, yMm: yMm + sign * aside.yMm });
  return [shifted(from, 1), shifted(to, 1), shifted(to, -1), shifted(from, -1)];
}

function toPoint([xMm, yMm]: PointMm): Point {
  return { xMm, yMm };
}
