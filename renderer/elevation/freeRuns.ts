/** Units of a side on which what is in the hand could stand, as runs. */
import { clashOf, fitProblem, type Mounted, type UnitRange } from '../../shared/checks/mountProblem.ts';
import type { Side } from '../../shared/catalog/types.ts';
import type { CabinetFrame } from './elevationLayout.ts';

/** Free for the tallest of the moving devices; those that move are not in their own way. */
export function freeRuns(
  { devices, model, cabinet }: CabinetFrame,
  side: Side,
  hand: readonly Mounted[],
  moving: ReadonlySet<string>,
): readonly UnitRange[] {
  const tallest = hand.toSorted((one, other) => other.type.heightU - one.type.heightU)[0];
  if (tallest === undefined) return [];
  const others = devices.filter(({ device }) => !moving.has(device.id));
  const runs: UnitRange[] = [];
  for (let positionU = 1; positionU <= model.rackUnits; positionU += 1) {
    const mounted: Mounted = { device: { ...tallest.device, positionU, face: side }, type: tallest.type };
    if (fitProblem(mounted, cabinet, model) !== null || others.some((other) => clashOf(mounted, other, model) !== null)) continue;
    const toU = positionU + tallest.type.heightU - 1;
    const last = runs.at(-1);
    if (last !== undefined && positionU <= last.toU + 1) runs[runs.length - 1] = { fromU: last.fromU, toU };
    else runs.push({ fromU: positionU, toU });
  }
  return runs;
}
