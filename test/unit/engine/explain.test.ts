import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

/** Two cabinets under one pathway of the given size, with one cable between them. */
function under(change: Parameters<PlanBuilder['segment']>[3]): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'B', 1)
    .junction('west', 1000, 4000)
    .junction('east', 19_000, 4000)
    .segment('way', 'west', 'east', change)
    .link('l1', 's:p1', 't:p1');
}

describe('a pathway explained', () => {
  it.each([
    ['a flat conduit', { kind: 'conduit', widthMm: 40, depthMm: 20 }],
    ['a deep ladder', { kind: 'ladder', widthMm: 300, depthMm: 400 }],
  ] as const)('has the area that its fill is a share of: %s', (_what, size) => {
    const explained = explain(derive(under(size).build()), 'way');
    if (explained?.kind !== 'segment') throw new Error('the pathway is not explained');
    expect(explained.usedAreaMm2).toBeGreaterThan(0);
    expect((explained.usedAreaMm2 / explained.areaMm2) * 100).toBeCloseTo(explained.fillPct, 9);
  });
});

describe('a cabinet explained', () => {
  it('counts a unit once that is filled in front and in the rear', () => {
    const plan = new PlanBuilder().hall().cabinet('A', 3000, 3000).device('f', 'A', 5).device('r', 'A', 5, { face: 'rear' }).build();
    const [alone, both] = [derive(new PlanBuilder().hall().cabinet('A', 3000, 3000).device('f', 'A', 5).build()), derive(plan)].map(
      (one) => {
        const explained = explain(one, 'A');
        if (explained?.kind !== 'cabinet') throw new Error('the cabinet is not explained');
        return explained.usedU;
      },
    );
    expect(both).toBe(alone);
    expect(alone).toBeGreaterThan(0);
  });
});
