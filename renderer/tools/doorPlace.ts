/** Where a door comes to stand: in the nearest wall, drawn to the wall's middle and ends, to other doors, to tiles. */
import { distanceAlong, distanceToWall, offsetWithin, pointOnWall, wallOf, wallsOf, type Wall } from '../../shared/geometry/walls.ts';
import type { Point } from '../../shared/geometry/shapes.ts';
import type { Door } from '../../shared/plan/types.ts';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Guide } from '../state/sessionStore.ts';
import { sizeText, type Units } from '../../shared/quantities.ts';

export type DoorSpot = Pick<Door, 'edge' | 'offsetMm'>;

export interface DoorSnapOptions {
  readonly toleranceMm: number;
  readonly enabled: boolean;
  readonly clearWidthMm: number;
  /** The door that is moved; null: a new one. */
  readonly door: string | null;
}

const FINE_GRID_MM = 10;

/** The place nearest to a point, the door's middle at the point; null when no wall of the hall is wide enough. */
export function doorSpotAt(layout: HallLayout, at: Point, options: DoorSnapOptions): DoorSpot | null {
  const walls = wallsOf(layout.hall.outline)
    .filter((wall) => offsetWithin(wall, 0, options.clearWidthMm) !== null)
    .sort((one, other) => distanceToWall(one, at) - distanceToWall(other, at) || one.edge - other.edge);
  const [wall] = walls;
  return wall === undefined ? null : spotOnWall(layout, wall, distanceAlong(wall, at) - options.clearWidthMm / 2, options);
}

/** The place on a wall nearest to an offset; null when the wall is too short. */
export function spotOnWall(layout: HallLayout, wall: Wall, wishedMm: number, options: DoorSnapOptions): DoorSpot | null {
  const { enabled, toleranceMm, clearWidthMm } = options;
  const snapped = enabled ? snappedOffset(layout, wall, wishedMm, options) : null;
  const fine = enabled ? Math.round(wishedMm / FINE_GRID_MM) * FINE_GRID_MM : wishedMm;
  const nearest = snapped !== null && Math.abs(snapped - wishedMm) <= toleranceMm ? snapped : fine;
  const offsetMm = offsetWithin(wall, nearest, clearWidthMm);
  return offsetMm === null ? null : { edge: wall.edge, offsetMm };
}

function snappedOffset({ hall, doors }: HallLayout, wall: Wall, wishedMm: number, { clearWidthMm, door }: DoorSnapOptions): number | null {
  const lines = [0, (wall.lengthMm - clearWidthMm) / 2, wall.lengthMm - clearWidthMm];
  for (const { door: other } of doors) {
    if (other.edge !== wall.edge || other.id === door) continue;
    lines.push(other.offsetMm, other.offsetMm + other.clearWidthMm, other.offsetMm - clearWidthMm);
  }
  // Tile lines cross a wall that runs along an axis.
  const { sizeMm, originXMm, originYMm } = hall.tile;
  const isLevel = wall.from.yMm === wall.to.yMm;
  if (sizeMm > 0 && (isLevel || wall.from.xMm === wall.to.xMm)) {
    const [startMm, originMm, sign] = isLevel
      ? [wall.from.xMm, originXMm, Math.sign(wall.along.xMm)]
      : [wall.from.yMm, originYMm, Math.sign(wall.along.yMm)];
    const line = originMm + Math.round((startMm + sign * wishedMm - originMm) / sizeMm) * sizeMm;
    lines.push(sign * (line - startMm));
  }
  return lines.reduce<number | null>(
    (best, line) => (best === null || Math.abs(line - wishedMm) < Math.abs(best - wishedMm) ? line : best),
    null,
  );
}

/** Figures stand this far into the hall, clear of the wall. */
const ASIDE_PX = 22;

/** What is left of the wall on both sides of a door, and its clear width. */
export function doorGuides({ hall }: HallLayout, spot: DoorSpot, clearWidthMm: number, pxPerMm: number, units: Units): Guide[] {
  const wall = wallOf(hall.outline, spot.edge);
  if (wall === null) return [];
  const endMm = spot.offsetMm + clearWidthMm;
  const stretches = [
    ['gap', 0, spot.offsetMm],
    ['measure', spot.offsetMm, endMm],
    ['gap', endMm, wall.lengthMm],
  ] as const;
  const inside = (mm: number): Point => {
    const { xMm, yMm } = pointOnWall(wall, mm);
    return { xMm: xMm - (wall.along.yMm * ASIDE_PX) / pxPerMm, yMm: yMm + (wall.along.xMm * ASIDE_PX) / pxPerMm };
  };
  return stretches.flatMap(([kind, fromMm, toMm]): Guide[] =>
    toMm - fromMm < 1 ? [] : [{ kind, from: inside(fromMm), to: inside(toMm), text: sizeText(Math.round(toMm - fromMm), units) }],
  );
}
