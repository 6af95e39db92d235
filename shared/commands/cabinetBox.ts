/** The box around a cabinet's footprint, as commands that arrange cabinets need it. */
import { boxAround, type Box } from '../geometry/shapes.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { must } from '../assert.ts';
import type { Cabinet, Plan } from '../plan/types.ts';

export function boxOfCabinet(plan: Plan, { model, xMm, yMm, rotationDeg }: Cabinet): Box {
  const { widthMm, depthMm } = must(plan.catalog.cabinetModels.get(model), `cabinet model ${model}`);
  return boxAround(cabinetCorners(xMm, yMm, widthMm, depthMm, rotationDeg));
}

/** Whether the row that a cabinet stands in runs from west to east: its front faces north or south, or nearly so. */
export function standsAlongX({ rotationDeg }: Pick<Cabinet, 'rotationDeg'>): boolean {
  const fromNorth = ((rotationDeg % 180) + 180) % 180;
  return fromNorth <= 45 || fromNorth >= 135;
}
