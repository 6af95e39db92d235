/** Doors of a hall whose walls are redrawn: each stays where it stands, and is written down by the wall that is there now. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import {
  clashOfDoors,
  distanceAlong,
  distanceToWall,
  fitsInWall,
  offsetWithin,
  pointOnWall,
  wallOf,
  wallsOf,
  type Wall,
} from '../geometry/walls.ts';
import { TOUCHING_MM } from '../geometry/polygons.ts';
import type { Door, PointMm } from '../plan/types.ts';

export interface KeptDoors {
  readonly doors: readonly Door[];
  /** Those whose own wall is gone: they stand in the wall nearest to their old place. */
  readonly moved: readonly Door[];
}

/**
 * The doors with their walls and offsets in the new outline, whichever of its corners is counted first. A door whose wall was
 * moved goes with it; one whose wall was cut or joined goes to the part that it stands in; one whose wall is gone goes to the
 * nearest that runs like it, beside the doors that stand there. Refused when no wall is left that is wide enough, or has room beside them.
 */
export function keepDoors(before: readonly PointMm[], after: readonly PointMm[], doors: readonly Door[]): Result<KeptDoors, UserError> {
  const walls = wallsOf(after);
  const turned = cornersTurned(before, after);
  const homes: { readonly door: Door; readonly isOwnWall: boolean; readonly place: Door }[] = [];
  for (const door of doors) {
    const old = wallOf(before, door.edge);
    const home = old === null ? null : homeOf(door, old, walls, turned);
    if (home === null) return refused(door, 'would have no wall that is wide enough');
    const { isOwnWall, ...place } = home;
    homes.push({ door, isOwnWall, place: { ...door, ...place } });
  }
  const kept = new Map<string, Door>();
  const moved: Door[] = [];
  // Doors that keep their wall keep their place in it; those that come to it step aside from them.
  for (const { door, isOwnWall, place } of homes.toSorted((one, other) => Number(other.isOwnWall) - Number(one.isOwnWall))) {
    // Two that stood on each other before may go on so: that is for a finding to say.
    const others = [...kept.values()].filter(({ id }) => !doors.some((one) => one.id === id && clashOfDoors(door, [one]) !== null));
    const free = freePlace(place, walls, others);
    if (free === null) return refused(door, 'would stand on another door');
    kept.set(door.id, free);
    if (!isOwnWall || free !== place) moved.push(free);
  }
  const inOrder = (list: Iterable<Door>): Door[] => {
    const byId = new Map([...list].map((door) => [door.id, door]));
    return doors.flatMap(({ id }) => byId.get(id) ?? []);
  };
  return ok({ doors: inOrder(kept.values()), moved: inOrder(moved) });
}

function refused({ name }: Door, why: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code: 'command.rejected', message: `${name} ${why}`, remedy: 'move or delete that door first' });
}

/** The door where it is, else at the nearest place of its wall that is free of others; null when there is none. */
function freePlace(door: Door, walls: readonly Wall[], others: readonly Door[]): Door | null {
  if (clashOfDoors(door, others) === null) return door;
  const wall = walls.find(({ edge }) => edge === door.edge);
  if (wall === undefined) return null;
  const [nearest] = others
    .filter(({ edge }) => edge === door.edge)
    .flatMap((other) => [other.offsetMm + other.clearWidthMm, other.offsetMm - door.clearWidthMm])
    .map((offsetMm) => ({ ...door, offsetMm }))
    .filter((place) => fitsInWall(wall, place) && clashOfDoors(place, others) === null)
    .sort(
      (one, other) => Math.abs(one.offsetMm - door.offsetMm) - Math.abs(other.offsetMm - door.offsetMm) || one.offsetMm - other.offsetMm,
    );
  return nearest ?? null;
}

type Home = Pick<Door, 'edge' | 'offsetMm'> & { readonly isOwnWall: boolean };

function homeOf(door: Door, old: Wall, walls: readonly Wall[], turned: number | null): Home | null {
  const { clearWidthMm } = door;
  const jambs = [pointOnWall(old, door.offsetMm), pointOnWall(old, door.offsetMm + clearWidthMm)] as const;
  const middle = { xMm: (jambs[0].xMm + jambs[1].xMm) / 2, yMm: (jambs[0].yMm + jambs[1].yMm) / 2 };
  const nearest = walls
    .filter((wall) => cosine(wall, old) > 0 && offsetWithin(wall, 0, clearWidthMm) !== null)
    .sort((one, other) => distanceToWall(one, middle) - distanceToWall(other, middle) || byFirstCorner(one, other));
  const offsetIn = (wall: Wall): number => Math.round(distanceAlong(wall, jambs[0]));

  const around = nearest.find((wall) => jambs.every((jamb) => distanceToWall(wall, jamb) <= TOUCHING_MM));
  // Cut or shortened within the door.
  const part = nearest.find((wall) => isParallel(wall, old) && distanceToWall(wall, middle) <= TOUCHING_MM);
  const same = turned === null ? undefined : nearest.find(({ edge }) => edge === (door.edge + turned) % walls.length);
  // Pushed aside in the same step in which corners came or went.
  const beside = nearest.find((wall) => isParallel(wall, old) && fitsInWall(wall, { offsetMm: offsetIn(wall), clearWidthMm }));
  const own = around ?? same ?? part ?? beside;
  const wall = own ?? nearest[0];
  const offsetMm = wall === undefined ? null : offsetWithin(wall, offsetIn(wall), clearWidthMm);
  return wall === undefined || offsetMm === null ? null : { edge: wall.edge, offsetMm, isOwnWall: own !== undefined };
}

/** Of the angle between two walls: 1 where they run alike. */
function cosine(one: Wall, other: Wall): number {
  return one.along.xMm * other.along.xMm + one.along.yMm * other.along.yMm;
}

/** As parallel as corners in whole mm allow. */
function isParallel(one: Wall, other: Wall): boolean {
  return Math.abs(one.along.xMm * other.along.yMm - one.along.yMm * other.along.xMm) < 0.002;
}

/** An order of walls that does not depend on their numbers. */
function byFirstCorner(one: Wall, other: Wall): number {
  return one.from.xMm - other.from.xMm || one.from.yMm - other.from.yMm;
}

/**
 * By how many places the corners of a redrawn outline are counted further on than the same corners before: as most of them stay
 * put, else as all of them move least. Null when their number changed.
 */
function cornersTurned(before: readonly PointMm[], after: readonly PointMm[]): number | null {
  if (before.length !== after.length) return null;
  const [best] = after
    .map((first, turned) => {
      const ways = before.map(([x, y], i) => {
        const [toX, toY] = after[(i + turned) % after.length]!;
        return (toX - x) ** 2 + (toY - y) ** 2;
      });
      return { turned, first, stay: ways.filter((way) => way === 0).length, sum: ways.reduce((sum, way) => sum + way, 0) };
    })
    .sort((one, other) => other.stay - one.stay || one.sum - other.sum || one.first[0] - other.first[0] || one.first[1] - other.first[1]);
  return best?.turned ?? null;
}
