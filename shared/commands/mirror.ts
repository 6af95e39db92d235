/** Mirroring rows: the hot and the cold side change places. */
import { boxAroundBoxes } from '../geometry/shapes.ts';
import { boxOfCabinet, standsAlongX } from './cabinetBox.ts';
import { changeOf } from './changeOf.ts';
import { findAll } from './find.ts';
import { must } from '../assert.ts';
import { namedOrCounted } from './wording.ts';
import type { Cabinet, Plan } from '../plan/types.ts';
import type { Command } from './command.ts';

export interface MirrorCabinets {
  readonly ids: readonly string[];
}

/** Mirrors the cabinets of each row about the row's own middle line, one that stands alone about its own: fronts become rears. */
export const mirrorCabinets: Command<MirrorCabinets> = (plan, { ids }) => {
  const found = findAll(plan, 'cabinets', ids);
  if (!found.ok) return found;
  const groups = new Map<string, Cabinet[]>();
  for (const cabinet of found.value) {
    const { hall, row, id } = cabinet;
    const key = JSON.stringify(row === null ? { id } : { hall, row, alongX: standsAlongX(cabinet) });
    groups.set(key, [...(groups.get(key) ?? []), cabinet]);
  }
  const cabinets = [...groups.values()].flatMap((group) => mirrored(plan, group));
  return changeOf(plan, `Mirror ${namedOrCounted(found.value, 'cabinet')}`, { put: { cabinets } });
};

/** Mirrored together across the line through the middle of the box around them, along the row of the first. */
export function mirrored(plan: Plan, cabinets: readonly Cabinet[]): Cabinet[] {
  const boxes = cabinets.map((cabinet) => boxOfCabinet(plan, cabinet));
  const all = boxAroundBoxes(boxes);
  const alongX = standsAlongX(must(cabinets[0], 'first cabinet'));
  return cabinets.map((cabinet, i) => {
    const box = must(boxes[i], 'box');
    return alongX
      ? { ...cabinet, yMm: Math.round(all.minYMm + all.maxYMm - box.maxYMm), rotationDeg: wrapped(180 - cabinet.rotationDeg) }
      : { ...cabinet, xMm: Math.round(all.minXMm + all.maxXMm - box.maxXMm), rotationDeg: wrapped(-cabinet.rotationDeg) };
  });
}

function wrapped(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
