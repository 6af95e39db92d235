/** What a command does to the things that dimensions are tied to, it does to the dimensions, in the same step. */
import type { Edit } from './edit.ts';
import { endHall, endPlace, tieCorners, type TiedThings } from '../plan/dimensionPlaces.ts';
import { tiedTables, type Dimension, type DimensionEnd } from '../plan/drawingAids.ts';
import type { Point } from '../geometry/shapes.ts';
import type { Plan } from '../plan/types.ts';

const watched = ['cabinets', 'obstacles', 'halls', 'junctions'] as const;

/**
 * The edit with what follows for dimensions; the very same one where nothing does. A dimension goes with the cabinet, obstacle or
 * hall that it is tied to. Where a corner or a junction goes, its end stays as a place of the floor. Where all that it is tied to moves to
 * another hall, it goes along; an end whose thing alone left the hall stays where it was.
 */
export function sweepDimensions(plan: Plan, edit: Edit): Edit {
  const removed = new Set(edit.remove?.dimensions);
  const given = new Set(edit.put?.dimensions?.map(({ id }) => id));
  const kept = [...plan.dimensions.values()].filter(({ id }) => !removed.has(id) && !given.has(id));
  const isTouched = watched.some((table) => (edit.put?.[table]?.length ?? 0) + (edit.remove?.[table]?.length ?? 0) > 0);
  if (kept.length === 0 || !isTouched) return edit;
  const after = thingsAfter(plan, edit);
  const put: Dimension[] = [];
  const gone: string[] = [];
  for (const dimension of kept) {
    const swept = sweepOne(plan, after, dimension);
    if (swept === null) gone.push(dimension.id);
    else if (swept !== dimension) put.push(swept);
  }
  if (put.length + gone.length === 0) return edit;
  return {
    ...edit,
    put: { ...edit.put, dimensions: [...(edit.put?.dimensions ?? []), ...put] },
    remove: { ...edit.remove, dimensions: [...removed, ...gone] },
  };
}

function thingsAfter(plan: Plan, { put, remove }: Edit): TiedThings {
  const table = <T extends { readonly id: string }>(
    known: ReadonlyMap<string, T>,
    puts: readonly T[] = [],
    gone: readonly string[] = [],
  ) => {
    if (puts.length + gone.length === 0) return known;
    const next = new Map(known);
    for (const id of gone) next.delete(id);
    for (const thing of puts) next.set(thing.id, thing);
    return next;
  };
  return {
    catalog: plan.catalog,
    cabinets: table(plan.cabinets, put?.cabinets, remove?.cabinets),
    obstacles: table(plan.obstacles, put?.obstacles, remove?.obstacles),
    halls: table(plan.halls, put?.halls, remove?.halls),
    junctions: table(plan.junctions, put?.junctions, remove?.junctions),
  };
}

/** Null: it goes. */
function sweepOne(before: Plan, after: TiedThings, dimension: Dimension): Dimension | null {
  const ends = [dimension.a, dimension.b] as const;
  const hasLost = ends.some((end) => end.kind !== 'place' && end.kind !== 'junction' && !after[tiedTables[end.kind]].has(end.id));
  if (hasLost) return null;
  const halls = ends.map((end) => endHall(after, end));
  const [hall] = halls;
  const isMoved = hall !== null && hall !== undefined && hall !== dimension.hall && halls.every((one) => one === hall);
  const inHall = isMoved ? hall : dimension.hall;
  if (!after.halls.has(inHall)) return null;
  const [a, b] = ends.map((end) => sweepEnd(before, after, end, inHall)) as [DimensionEnd, DimensionEnd];
  return a === dimension.a && b === dimension.b && !isMoved ? dimension : { ...dimension, hall: inHall, a, b };
}

function sweepEnd(before: Plan, after: TiedThings, end: DimensionEnd, hall: string): DimensionEnd {
  if (end.kind === 'place') return end;
  const was = endPlace(before, end);
  const corners = tieCorners(after, end);
  const left = (): DimensionEnd => (was === null ? end : { kind: 'place', xMm: Math.round(was.xMm), yMm: Math.round(was.yMm) });
  if (corners.length === 0 || endHall(after, end) !== hall) return left();
  if (end.kind === 'junction' || end.kind === 'cabinet' || corners.length === tieCorners(before, end).length) return end;
  // The outline has other corners now: the tie stays with its own one.
  const corner = was === null ? -1 : corners.findIndex((one) => isSame(one, was));
  return corner < 0 ? left() : { ...end, corner };
}

function isSame(one: Point, other: Point): boolean {
  return one.xMm === other.xMm && one.yMm === other.yMm;
}
