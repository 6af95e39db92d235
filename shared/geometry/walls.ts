/** Walls of a hall: the straight lines between the corners of its outline, and places along them. All lengths in mm. */
import type { Point } from './shapes.ts';
import { pointToLineMm } from './polygons.ts';
import type { Door, PointMm } from '../plan/types.ts';

export interface Wall {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
  readonly lengthMm: number;
  /** Unit vector from corner to corner. */
  readonly along: Point;
}

/** What a door takes of its wall. */
export type DoorSpan = Pick<Door, 'offsetMm' | 'clearWidthMm'>;

/** The wall that begins at a corner; null when the outline has no such corner. */
export function wallOf(outline: readonly PointMm[], edge: number): Wall | null {
  const [start, end] = [outline[edge], outline[(edge + 1) % outline.length]];
  if (start === undefined || end === undefined) return null;
  const lengthMm = Math.hypot(end[0] - start[0], end[1] - start[1]);
  const along = lengthMm === 0 ? { xMm: 1, yMm: 0 } : { xMm: (end[0] - start[0]) / lengthMm, yMm: (end[1] - start[1]) / lengthMm };
  return { edge, from: { xMm: start[0], yMm: start[1] }, to: { xMm: end[0], yMm: end[1] }, lengthMm, along };
}

/** All walls of an outline, in order. */
export function wallsOf(outline: readonly PointMm[]): readonly Wall[] {
  return outline.flatMap((_corner, edge) => wallOf(outline, edge) ?? []);
}

/** The place on a wall at a distance from its first corner. */
export function pointOnWall({ from, along }: Wall, distanceMm: number): Point {
  return { xMm: from.xMm + along.xMm * distanceMm, yMm: from.yMm + along.yMm * distanceMm };
}

/** How far along a wall a point stands, before its first corner less than nothing. */
export function distanceAlong({ from, along }: Wall, point: Point): number {
  return (point.xMm - from.xMm) * along.xMm + (point.yMm - from.yMm) * along.yMm;
}

/** How far a point stands beside a wall. */
export function distanceToWall({ from, to }: Wall, point: Point): number {
  return pointToLineMm(point, from, to);
}

/** The first of these doors that takes part of the same wall as a door; null: none. Jamb to jamb they may touch. */
export function clashOfDoors(door: Omit<Door, 'name' | 'clearHeightMm' | 'leaves' | 'delivery'>, others: Iterable<Door>): Door | null {
  for (const other of others) {
    if (other.id === door.id || other.hall !== door.hall || other.edge !== door.edge) continue;
    if (door.offsetMm < other.offsetMm + other.clearWidthMm && other.offsetMm < door.offsetMm + door.clearWidthMm) return other;
  }
  return null;
}

/** Greatest whole offset at which a door still fits in a wall; less than nothing when it never does. */
export function lastOffsetMm({ lengthMm }: Wall, clearWidthMm: number): number {
  // Lengths of slanting walls come with the faults of floating point.
  return Math.floor(lengthMm + 1e-6 - clearWidthMm);
}

/** Whether a door lies within its wall. */
export function fitsInWall(wall: Wall, { offsetMm, clearWidthMm }: DoorSpan): boolean {
  return offsetMm >= 0 && offsetMm <= lastOffsetMm(wall, clearWidthMm);
}

/** The whole offset nearest to one that is wished for at which the door fits; null when the wall is too short. */
export function offsetWithin(wall: Wall, wishedMm: number, clearWidthMm: number): number | null {
  const lastMm = lastOffsetMm(wall, clearWidthMm);
  return lastMm < 0 ? null : Math.min(lastMm, Math.max(0, Math.round(wishedMm)));
}
