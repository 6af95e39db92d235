/** The floor tile that a cabinet is found by. */
import { tileName } from '../geometry/tileNames.ts';
import type { Plan } from './types.ts';

/** Name of the tile under the north-west corner of a cabinet; null when there is no such cabinet. */
export function cabinetTile(plan: Plan, id: string): string | null {
  const cabinet = plan.cabinets.get(id);
  const hall = cabinet === undefined ? undefined : plan.halls.get(cabinet.hall);
  return cabinet === undefined || hall === undefined ? null : tileName(hall.tile, cabinet.xMm, cabinet.yMm);
}
