/** Walls as lines with a direction, and how far the leaves of doors reach. */
import { boxAround, type Box, type Point } from '../../geometry/shapes.ts';
import type { Door, Hall, Plan, PointMm } from '../../plan/types.ts';

export interface Wall {
  readonly from: Point;
  /** Unit vectors along the wall and into the hall. */
  readonly direction: Point;
  readonly inward: Point;
}

/** Outlines run clockwise from above, so the hall lies to the right of each wall; one drawn the other way has it at the left. */
export function wallOf(outline: readonly PointMm[], edge: number): Wall {
  const from = pointOf(outline[edge]!);
  const to = pointOf(outline[(edge + 1) % outline.length]!);
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  const direction = { xMm: (to.xMm - from.xMm) / lengthMm, yMm: (to.yMm - from.yMm) / lengthMm };
  return {
    from,
    direction,
    inward: signedArea(outline) >= 0 ? { xMm: -direction.yMm, yMm: direction.xMm } : { xMm: direction.yMm, yMm: -direction.xMm },
  };
}

function signedArea(outline: readonly PointMm[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The point `offsetMm` along the wall and `intoMm` into the hall. */
export function alongWall(wall: Wall, offsetMm: number, intoMm = 0): Point {
  return {
    xMm: wall.from.xMm + wall.direction.xMm * offsetMm + wall.inward.xMm * intoMm,
    yMm: wall.from.yMm + wall.direction.yMm * offsetMm + wall.inward.yMm * intoMm,
  };
}

/** Way of a leaf's tip from its hinge when it stands open, into the hall; negative for a door that opens outwards. */
export function openLeafMm(door: Door): number {
  const leafMm = door.clearWidthMm / door.leaves;
  return door.swing === 'in' ? leafMm : -leafMm;
}

/** The box around a hall and the leaves of its doors. */
export function hallReach(plan: Plan, hall: Hall): Box {
  const points = hall.outline.map(pointOf);
  for (const door of plan.doors.values()) {
    if (door.hall !== hall.id) continue;
    const wall = wallOf(hall.outline, door.edge);
    for (const offsetMm of [door.offsetMm, door.offsetMm + door.clearWidthMm]) points.push(alongWall(wall, offsetMm, openLeafMm(door)));
  }
  return boxAround(points);
}

export function pointOf([xMm, yMm]: PointMm): Point {
  return { xMm, yMm };
}
