/** The floor that the leaves of a door sweep as they open into the hall. */
import { doubledArea } from '../plan/outlineArea.ts';
import type { Door, PointMm } from '../plan/types.ts';
import type { Polygon } from './polygons.ts';
import type { Point } from './shapes.ts';
import { pointOnWall, wallOf } from './walls.ts';

/** Chords of a quarter circle: a leaf of 1.2 m is drawn to 2 mm. */
const CHORDS = 12;

/** A quarter circle for each leaf, as a polygon; none for a door that opens outwards or has no wall. */
export function sweptByLeaves(outline: readonly PointMm[], door: Door): Polygon[] {
  const wall = wallOf(outline, door.edge);
  if (wall === null || door.swing === 'out') return [];
  const leafMm = door.clearWidthMm / door.leaves;
  const side = doubledArea(outline) >= 0 ? 1 : -1;
  const inward = { xMm: -wall.along.yMm * side, yMm: wall.along.xMm * side };
  const sweep = (hinge: Point, direction: number): Point[] => [
    hinge,
    ...Array.from({ length: CHORDS + 1 }, (_, i): Point => {
      const angle = (i / CHORDS) * (Math.PI / 2);
      const [alongMm, intoMm] = [Math.cos(angle) * leafMm * direction, Math.sin(angle) * leafMm];
      return {
        xMm: hinge.xMm + wall.along.xMm * alongMm + inward.xMm * intoMm,
        yMm: hinge.yMm + wall.along.yMm * alongMm + inward.yMm * intoMm,
      };
    }),
  ];
  const first = sweep(pointOnWall(wall, door.offsetMm), 1);
  return door.leaves === 1 ? [first] : [first, sweep(pointOnWall(wall, door.offsetMm + door.clearWidthMm), -1)];
}
