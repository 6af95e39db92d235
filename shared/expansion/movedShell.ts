/** What goes along when the southern wall of a hall is drawn farther out: what stands, hangs, runs and is measured behind the rows. */
import { keepDoors } from '../commands/keepDoors.ts';
import type { Dimension, DimensionEnd } from '../plan/drawingAids.ts';
import type { Note } from '../plan/notes.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Door, Hall, Junction, Obstacle, Plan, PointMm } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';

export interface MovedShell {
  readonly hall: Hall;
  readonly doors: readonly Door[];
  readonly obstacles: readonly Obstacle[];
  /** Those on the wall among them, to which conduits lead. */
  readonly junctions: readonly Junction[];
  readonly dimensions: readonly Dimension[];
  /** Those about a place behind the rows; what is about a thing follows it. */
  readonly notes: readonly Note[];
}

/** `southOfRowsMm`: the southern edge of the last row; what lies south of it moves by `byMm`. */
export function moveShell(plan: Plan, hall: Hall, southOfRowsMm: number, byMm: number): Result<MovedShell, UserError> {
  const isBehind = (yMm: number): boolean => yMm >= southOfRowsMm;
  const moved = ([xMm, yMm]: PointMm): PointMm => [xMm, yMm + byMm];
  const southMm = Math.max(...hall.outline.map(([, yMm]) => yMm));
  const outline = hall.outline.map((corner) => (corner[1] === southMm ? moved(corner) : corner));
  const ofHall = <T extends { readonly id: string; readonly hall: string }>(table: ReadonlyMap<string, T>): T[] =>
    sortedById(table).filter((one) => one.hall === hall.id);
  // Doors of the side walls stay where they stand, whichever corner their place is counted from.
  const doors = keepDoors(hall.outline, outline, ofHall(plan.doors));
  if (!doors.ok) return doors;
  const paths = hall.deliveryPaths?.map((path) => ({
    ...path,
    points: path.points.map((point) => (isBehind(point[1]) ? moved(point) : point)),
  }));
  const end = (one: DimensionEnd): DimensionEnd => (one.kind === 'place' && isBehind(one.yMm) ? { ...one, yMm: one.yMm + byMm } : one);
  return ok({
    hall: { ...hall, outline, ...(paths === undefined ? {} : { deliveryPaths: paths }) },
    doors: doors.value.doors,
    // What the floor carries is where it is: the new rows stand on it.
    obstacles: ofHall(plan.obstacles)
      .filter(({ kind, outline: own }) => kind !== 'load-zone' && own.every(([, yMm]) => isBehind(yMm)))
      .map((obstacle): Obstacle => ({ ...obstacle, outline: obstacle.outline.map(moved) })),
    junctions: ofHall(plan.junctions)
      .filter(({ yMm }) => yMm > southOfRowsMm)
      .map((junction): Junction => ({ ...junction, yMm: junction.yMm + byMm })),
    notes: ofHall(plan.notes)
      .filter(({ about, points }) => about === null && points.every(([, yMm]) => isBehind(yMm)))
      .map((note): Note => ({ ...note, points: note.points.map(moved) })),
    dimensions: ofHall(plan.dimensions).map((one): Dimension => ({ ...one, a: end(one.a), b: end(one.b) })),
  });
}
