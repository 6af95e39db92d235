/** Cutting a tray at a distance that is typed. */
import { expect, it } from 'vitest';
import { splitAtTyped } from '../../../renderer/tools/splitTray.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { seat } from '../../support/plannerSeat.ts';

it('takes a distance from the first end, and no signed one', () => {
  const { planner } = seat();
  planner.plan.replacePlan(new PlanBuilder().hall().junction('a', 1000, 5000).junction('b', 3000, 5000).segment('s1', 'a', 'b').build());
  const segments = () => planner.plan.getState().plan.segments.size;
  const cut = (text: string): string | null =>
    splitAtTyped(planner, 's1', text, 'metric', (count) => Uint8Array.from({ length: count }, (_, at) => at));
  for (const text of ['+600', '-600']) expect(cut(text)).toBe('Write the distance itself, without a sign');
  expect(cut('near')).toContain('"near" is not a length');
  expect(segments()).toBe(1);
  expect(cut('600')).toBeNull();
  expect(segments()).toBe(2);
  expect([...planner.plan.getState().plan.junctions.values()].map(({ xMm }) => xMm).sort()).toEqual([1000, 1600, 3000]);
});
