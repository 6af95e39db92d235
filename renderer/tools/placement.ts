/** Where a single cabinet comes to stand, and what it is called there. */
import type { PlaceCabinet } from '../../shared/commands/cabinets.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { cabinetCorners } from '../../shared/geometry/footprint.ts';
import { boxAround, type Box } from '../../shared/geometry/shapes.ts';
import { firstFreeNumber, nameFromPattern, nextFreeName } from '../../shared/plan/names.ts';
import type { HallLayout, PlacedCabinet } from '../canvas/hallLayout.ts';

/** Sides this near to each other stand side by side. */
const BESIDE_MM = 2;
const ALONE_PATTERN = 'C{nn}';

/** The box around the footprint of a cabinet with its north-west corner at the origin. */
export function footprintBox({ widthMm, depthMm }: CabinetModel, rotationDeg: number): Box {
  return boxAround(cabinetCorners(0, 0, widthMm, depthMm, rotationDeg));
}

/** The cabinet at this place: a member of the row that it ends, named on; else alone, under the first free name. */
export function placementAt(
  layout: HallLayout,
  { id, model, xMm, yMm, rotationDeg }: Pick<PlaceCabinet, 'id' | 'model' | 'xMm' | 'yMm' | 'rotationDeg'>,
): PlaceCabinet {
  const taken = new Set(layout.cabinets.cabinets.map(({ cabinet }) => cabinet.name));
  const size = footprintBox(model, rotationDeg);
  const box = { minXMm: xMm, minYMm: yMm, maxXMm: xMm + size.maxXMm, maxYMm: yMm + size.maxYMm };
  const neighbour = layout.cabinets.cabinets.find((placed) => placed.cabinet.rotationDeg === rotationDeg && isBeside(placed, box));
  const name =
    neighbour === undefined
      ? nameFromPattern(ALONE_PATTERN, firstFreeNumber(ALONE_PATTERN, 1, taken))
      : nextFreeName(neighbour.cabinet.name, taken);
  return { id, hall: layout.hall.id, model, name, row: neighbour?.cabinet.row ?? null, xMm, yMm, rotationDeg };
}

/** Side to side: they touch along the row and their fronts and rears overlap. */
function isBeside({ box: other, cabinet }: PlacedCabinet, box: Box): boolean {
  const touchesX = Math.abs(other.maxXMm - box.minXMm) <= BESIDE_MM || Math.abs(box.maxXMm - other.minXMm) <= BESIDE_MM;
  const touchesY = Math.abs(other.maxYMm - box.minYMm) <= BESIDE_MM || Math.abs(box.maxYMm - other.minYMm) <= BESIDE_MM;
  return cabinet.rotationDeg % 180 === 0
    ? touchesX && other.minYMm < box.maxYMm && box.minYMm < other.maxYMm
    : touchesY && other.minXMm < box.maxXMm && box.minXMm < other.maxXMm;
}
