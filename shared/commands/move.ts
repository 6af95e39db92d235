/** Moving things over the floor: whatever is selected together moves together, in one step. */
import { changeOf } from './changeOf.ts';
import { counted, namedOrCounted } from './wording.ts';
import { findSome } from './picked.ts';
import type { Puts } from './edit.ts';
import type { Command } from './command.ts';
import type { PointMm } from '../plan/types.ts';

export interface MoveThings {
  readonly cabinets?: readonly string[];
  readonly obstacles?: readonly string[];
  readonly junctions?: readonly string[];
  /** East and south where positive. */
  readonly dxMm: number;
  readonly dyMm: number;
}

/** Moves cabinets, obstacles and junctions (with the segments that hang on them). */
export const moveThings: Command<MoveThings> = (plan, args) => {
  const { dxMm, dyMm } = args;
  const cabinets = findSome(plan, 'cabinets', args.cabinets);
  if (!cabinets.ok) return cabinets;
  const obstacles = findSome(plan, 'obstacles', args.obstacles);
  if (!obstacles.ok) return obstacles;
  const junctions = findSome(plan, 'junctions', args.junctions);
  if (!junctions.ok) return junctions;
  const put: Puts = {
    cabinets: cabinets.value.map((cabinet) => ({ ...cabinet, xMm: cabinet.xMm + dxMm, yMm: cabinet.yMm + dyMm })),
    obstacles: obstacles.value.map((obstacle) => ({ ...obstacle, outline: obstacle.outline.map((point) => moved(point, dxMm, dyMm)) })),
    junctions: junctions.value.map((junction) => ({ ...junction, xMm: junction.xMm + dxMm, yMm: junction.yMm + dyMm })),
  };
  const kinds = [cabinets.value, obstacles.value, junctions.value].filter((things) => things.length > 0);
  const total = kinds.reduce((sum, things) => sum + things.length, 0);
  const [what] = [
    ...(kinds.length > 1 ? [counted(total, 'thing')] : []),
    ...(cabinets.value.length > 0 ? [namedOrCounted(cabinets.value, 'cabinet')] : []),
    ...(obstacles.value.length > 0 ? [namedOrCounted(obstacles.value, 'obstacle')] : []),
    counted(junctions.value.length, 'junction'),
  ];
  return changeOf(plan, `Move ${what}`, { put });
};

function moved([xMm, yMm]: PointMm, dxMm: number, dyMm: number): PointMm {
  return [xMm + dxMm, yMm + dyMm];
}
