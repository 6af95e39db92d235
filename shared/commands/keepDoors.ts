/** Doors of a hall whose walls are redrawn: each stays where it stands, and is written down by the wall that is there now. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { distanceAlong, distanceToWall, offsetWithin, pointOnWall, wallOf, wallsOf, type Wall } from '../geometry/walls.ts';
import { TOUCHING_MM } from '../geometry/polygons.ts';
import type { Door, PointMm } from '../plan/types.ts';

/**
 * The doors with their walls and offsets in the new outline. A door whose wall was moved goes with it; one whose wall was
 * cut or joined goes to the part that it stands in. Refused when no wall is left that is wide enough.
 */
export function keepDoors(before: readonly PointMm[], after: readonly PointMm[], doors: readonly Door[]): Result<Door[], UserError> {
  const walls = wallsOf(after);
  const kept: Door[] = [];
  for (const door of doors) {
    const old = wallOf(before, door.edge);
    const home = old === null ? null : homeOf(door, old, walls, before.length === after.length);
    if (home === null) {
      return fail({
        code: 'command.rejected',
        message: `${door.name} would have no wall that is wide enough`,
        remedy: 'move or delete that door first',
      });
    }
    kept.push({ ...door, ...home });
  }
  return ok(kept);
}

type Home = Pick<Door, 'edge' | 'offsetMm'>;

function homeOf(door: Door, old: Wall, walls: readonly Wall[], isSameCount: boolean): Home | null {
  const jambs = [pointOnWall(old, door.offsetMm), pointOnWall(old, door.offsetMm + door.clearWidthMm)] as const;
  const runsLike = (wall: Wall): boolean => wall.along.xMm * old.along.xMm + wall.along.yMm * old.along.yMm > 0;
  const middle = { xMm: (jambs[0].xMm + jambs[1].xMm) / 2, yMm: (jambs[0].yMm + jambs[1].yMm) / 2 };
  const around = walls.find((wall) => runsLike(wall) && jambs.every((jamb) => distanceToWall(wall, jamb) <= TOUCHING_MM));
  const same = isSameCount ? walls[door.edge] : undefined;
  const others = walls
    .filter((wall) => runsLike(wall) && offsetWithin(wall, 0, door.clearWidthMm) !== null)
    .sort((one, other) => distanceToWall(one, middle) - distanceToWall(other, middle) || one.edge - other.edge);
  for (const wall of [around, same !== undefined && runsLike(same) ? same : undefined, ...others]) {
    if (wall === undefined) continue;
    const offsetMm = offsetWithin(wall, distanceAlong(wall, jambs[0]), door.clearWidthMm);
    if (offsetMm !== null) return { edge: wall.edge, offsetMm };
  }
  return null;
}
