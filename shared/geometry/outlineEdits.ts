/** Changes of one corner or wall of an outline. Each gives a new outline in whole mm, whether it may be or not: commands judge. */
import type { PointMm } from '../plan/types.ts';
import { wallOf, type Wall } from './walls.ts';

type Outline = readonly PointMm[];

export function movedCorner(outline: Outline, corner: number, to: PointMm): Outline {
  return outline.map((point, i) => (i === corner ? rounded(to) : point));
}

/** A new corner on the wall that begins at `wall`, between its two corners. */
export function insertedCorner(outline: Outline, wall: number, at: PointMm): Outline {
  return outline.toSpliced(wall + 1, 0, rounded(at));
}

export function withoutCorner(outline: Outline, corner: number): Outline {
  return outline.filter((_point, i) => i !== corner);
}

/** The wall moved out of the hall (into it, where negative), still parallel; its neighbours grow or shrink along themselves. */
export function movedWall(outline: Outline, wall: number, outwardMm: number): Outline {
  const moved = wallOf(outline, wall);
  if (moved === null) return outline;
  const count = outline.length;
  const end = (wall + 1) % count;
  const { along } = moved;
  // The outline runs clockwise as seen on screen: outside is to its left.
  const outward = { xMm: along.yMm, yMm: -along.xMm };
  const slid = (corner: number, neighbour: number): PointMm => {
    const [x, y] = outline[corner]!;
    const [fromX, fromY] = outline[neighbour]!;
    const [dx, dy] = [x - fromX, y - fromY];
    const perMm = dx * outward.xMm + dy * outward.yMm;
    // A neighbour that runs on in line cannot give way along itself.
    if (Math.abs(perMm) < 1e-6 * Math.hypot(dx, dy)) return rounded([x + outward.xMm * outwardMm, y + outward.yMm * outwardMm]);
    return rounded([x + (dx / perMm) * outwardMm, y + (dy / perMm) * outwardMm]);
  };
  const [start, stop] = [slid(wall, (wall - 1 + count) % count), slid(end, (end + 1) % count)];
  return outline.map((point, i) => (i === wall ? start : i === end ? stop : point));
}

/** How far a move carries a wall out of the hall. */
export function outwardShare(outline: Outline, wall: number, dxMm: number, dyMm: number): number {
  const along = wallOf(outline, wall)?.along;
  return along === undefined ? 0 : dxMm * along.yMm - dyMm * along.xMm;
}

/**
 * The wall made this long by moving its far corner along it. A next wall at a right angle goes with that corner, so that
 * rectangles stay rectangles.
 */
export function withWallLength(outline: Outline, wall: number, lengthMm: number): Outline {
  const changed = wallOf(outline, wall);
  if (changed === null || changed.lengthMm === 0) return outline;
  const end = (wall + 1) % outline.length;
  // What is shown is rounded: the same figure again is no change.
  if (Math.round(changed.lengthMm) === lengthMm) return outline;
  const byMm = lengthMm - changed.lengthMm;
  const next = wallOf(outline, end);
  const isSquare = next !== null && Math.abs(next.along.xMm * changed.along.xMm + next.along.yMm * changed.along.yMm) < 1e-3;
  // The far corner of the next wall slides along the wall behind it, which so keeps its line.
  const slid = isSquare && outline.length > 3 ? movedWall(outline, end, turnsRight(changed, next) ? byMm : -byMm) : outline;
  return slid.map((point, i) =>
    i === end ? rounded([changed.to.xMm + changed.along.xMm * byMm, changed.to.yMm + changed.along.yMm * byMm]) : point,
  );
}

/** As all corners of a clockwise rectangle do: going on along the wall leads out of the hall. */
function turnsRight(wall: Wall, next: Wall): boolean {
  return wall.along.xMm * next.along.yMm - wall.along.yMm * next.along.xMm > 0;
}

function rounded([xMm, yMm]: PointMm): PointMm {
  return [Math.round(xMm), Math.round(yMm)];
}
