/** Doors of a clip in the walls of another hall, or further along in their own: each in the wall nearest to where it is pasted. */
import { refuse } from './changeOf.ts';
import { freeOffset } from './doors.ts';
import { must } from '../assert.ts';
import { clashOfDoors, distanceAlong, distanceToWall, offsetWithin, pointOnWall, wallOf, wallsOf } from '../geometry/walls.ts';
import { nextFreeName } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import { ok, type Result, type UserError } from '../result.ts';
import type { Point } from '../geometry/shapes.ts';
import type { Door, Hall, Plan } from '../plan/types.ts';

interface DoorsWish {
  readonly clip: Plan;
  readonly hall: Hall;
  readonly dxMm: number;
  readonly dyMm: number;
  readonly idOf: (id: string) => string;
}

/** The doors as they come to stand; refused where no wall has room for one. */
export function pastedDoors(plan: Plan, { clip, hall, dxMm, dyMm, idOf }: DoorsWish): Result<readonly Door[], UserError> {
  const standing = [...plan.doors.values()].filter((door) => door.hall === hall.id);
  const before = standing.length;
  for (const door of sortedById(clip.doors)) {
    const middle = middleOf(clip, door);
    const spot = spotNear(hall, { xMm: middle.xMm + dxMm, yMm: middle.yMm + dyMm }, door.clearWidthMm);
    if (spot === null) return refuse(`no wall of ${hall.name} is as long as ${door.name} is wide`, 'narrow the door, or lengthen a wall');
    const wished = { ...door, ...spot, id: idOf(door.id), hall: hall.id };
    const offsetMm = clashOfDoors(wished, standing) === null ? wished.offsetMm : freeOffset(plan, wished, standing);
    if (offsetMm === null) return refuse(`the wall nearest to ${door.name} has no room for it`, 'paste it at another wall');
    const names = new Set(standing.map(({ name }) => name));
    standing.push({ ...wished, offsetMm, name: names.has(door.name) ? nextFreeName(door.name, names) : door.name });
  }
  return ok(standing.slice(before));
}

/** Where the middle of a door of a clip is, in whole mm. */
export function middleOf({ halls }: Pick<Plan, 'halls'>, { hall, edge, offsetMm, clearWidthMm }: Door): Point {
  const wall = must(wallOf(must(halls.get(hall), hall).outline, edge), 'wall of a door');
  const { xMm, yMm } = pointOnWall(wall, offsetMm + clearWidthMm / 2);
  return { xMm: Math.round(xMm), yMm: Math.round(yMm) };
}

/** The place in the nearest wall that is long enough; null where none is. */
function spotNear({ outline }: Hall, at: Point, clearWidthMm: number): Pick<Door, 'edge' | 'offsetMm'> | null {
  const [wall] = wallsOf(outline)
    .filter((one) => offsetWithin(one, 0, clearWidthMm) !== null)
    .sort((one, other) => distanceToWall(one, at) - distanceToWall(other, at) || one.edge - other.edge);
  if (wall === undefined) return null;
  const offsetMm = offsetWithin(wall, Math.round(distanceAlong(wall, at) - clearWidthMm / 2), clearWidthMm);
  return offsetMm === null ? null : { edge: wall.edge, offsetMm };
}
