/** A tray along a row of cabinets: from the row's one end to its other, over its middle or so far before or behind it. */
import { must } from '../assert.ts';
import type { Point } from '../geometry/shapes.ts';
import { cabinetCorners } from '../geometry/footprint.ts';
import { ok, type Result, type UserError } from '../result.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import { refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { layRun, type LayRun } from './layRun.ts';
import type { DrawnRun, RunKind } from './runJoints.ts';

export interface AlongRow {
  /** Cabinets of one row, or one alone. */
  readonly ids: readonly string[];
  /** From the middle of the cabinets: behind them, or before their fronts where it is negative. */
  readonly behindMm: number;
  readonly as: RunKind;
}

/** Lays the run and joins it to what it meets. */
export const layAlongRow: Command<AlongRow & Pick<LayRun, 'junctionIds' | 'segmentIds'>> = (plan, { junctionIds, segmentIds, ...row }) => {
  const run = runAlongRow(plan, row);
  return run.ok ? layRun(plan, { ...run.value, junctionIds, segmentIds }) : run;
};

/** The run as it would be drawn. Cabinets must stand in one hall and face the same way. */
export function runAlongRow(plan: Plan, { ids, behindMm, as }: AlongRow): Result<DrawnRun, UserError> {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const first = must(found.value[0], 'cabinet');
  if (found.value.some(({ hall }) => hall !== first.hall))
    return refuse('these cabinets stand in several halls', 'select those of one row');
  if (found.value.some(({ rotationDeg }) => rotationDeg !== first.rotationDeg)) {
    return refuse('these cabinets do not face the same way', 'select those of one row');
  }
  const corners = found.value.map((cabinet) => cornersOf(plan, cabinet));
  const [frontLeft, frontRight, rearRight] = must(corners[0], 'corners');
  const along = direction(frontRight, frontLeft);
  const behind = direction(frontRight, rearRight);
  const on = (point: Point, { x, y }: { x: number; y: number }): number => point.xMm * x + point.yMm * y;
  const alongs = corners.flat().map((corner) => on(corner, along));
  const depths = corners.map(([left, , , rearLeft]) => (on(left, behind) + on(rearLeft, behind)) / 2);
  const middleMm = depths.reduce((sum, depth) => sum + depth, 0) / depths.length + behindMm;
  const place = (atMm: number): [number, number] => [
    Math.round(along.x * atMm + behind.x * middleMm),
    Math.round(along.y * atMm + behind.y * middleMm),
  ];
  return ok({ hall: first.hall, points: [place(Math.min(...alongs)), place(Math.max(...alongs))], as });
}

function cornersOf(plan: Plan, { model, xMm, yMm, rotationDeg }: Cabinet): ReturnType<typeof cabinetCorners> {
  const { widthMm, depthMm } = must(plan.catalog.cabinetModels.get(model), `cabinet model ${model}`);
  return cabinetCorners(xMm, yMm, widthMm, depthMm, rotationDeg);
}

function direction(from: Point, to: Point): { readonly x: number; readonly y: number } {
  const lengthMm = Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  return { x: (to.xMm - from.xMm) / lengthMm, y: (to.yMm - from.yMm) / lengthMm };
}
