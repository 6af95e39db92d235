/** A hall as it is drawn: nothing is known of it but its walls and what is common. */
import { firstFreeNumber, nameFromPattern } from './names.ts';
import type { Hall, Plan, PointMm, Settings } from './types.ts';

const NAME_PATTERN = 'Hall {n}';
const CLEAR_HEIGHT_MM = 3600;
/** Tiles are sold as 600 mm, and as 24 inches. */
const TILE_MM: Readonly<Record<Settings['units'], number>> = { metric: 600, imperial: 610 };

/** The first of Hall 1, Hall 2, … that no hall has. */
export function nextHallName(plan: Plan): string {
  const taken = new Set([...plan.halls.values()].map(({ name }) => name));
  return nameFromPattern(NAME_PATTERN, firstFreeNumber(NAME_PATTERN, 1, taken));
}

/**
 * A hall with this outline, whose north-west corner becomes the origin of the hall and of its tiles. Height, floor and
 * tiles are those of `like`, a hall of the same building; without one, loads are unknown.
 */
export function newHall(plan: Plan, id: string, outline: readonly PointMm[], frame: Hall['frame'], like: Hall | null): Hall {
  const [leftMm, topMm] = [Math.min(...outline.map(([x]) => x)), Math.min(...outline.map(([, y]) => y))];
  return {
    id,
    name: nextHallName(plan),
    frame,
    outline: outline.map(([xMm, yMm]) => [xMm - leftMm, yMm - topMm]),
    clearHeightMm: like?.clearHeightMm ?? CLEAR_HEIGHT_MM,
    floor: like?.floor ?? { kind: 'slab', pointLoadG: null, rollingLoadG: null, areaLoadPa: null },
    tile: { sizeMm: like?.tile.sizeMm ?? TILE_MM[plan.settings.units], originXMm: 0, originYMm: 0 },
    powerBudgetW: null,
  };
}
