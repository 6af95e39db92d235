import { describe, expect, it } from 'vitest';
import type { PointMm } from '../../../shared/plan/types.ts';
import { found } from '../../support/findings.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { derive } from '../../../shared/engine/engine.ts';

/** An empty hall of 20 × 15 m with a delivery door: nothing to find. */
function room(): PlanBuilder {
  return new PlanBuilder().hall().door('D');
}

/** East of the first hall, wall to wall. */
const BESIDE = { frame: { xMm: 20_000, yMm: 0, zMm: 0, rotationDeg: 0 } };

/** 20 × 15 m with the north-east quarter missing. */
const L_SHAPE: readonly PointMm[] = [
  [0, 0],
  [10_000, 0],
  [10_000, 7500],
  [20_000, 7500],
  [20_000, 15_000],
  [0, 15_000],
];

describe('cabinets in the hall', () => {
  const cases: readonly {
    readonly name: string;
    readonly bad: PlanBuilder;
    readonly finds: readonly string[];
    readonly good: PlanBuilder;
  }[] = [
    {
      name: 'cabinets that overlap by more than a millimetre',
      bad: room().cabinet('A', 3000, 3000).cabinet('B', 3598, 3000),
      finds: ['cabinet.overlap: A B'],
      good: room().cabinet('A', 3000, 3000).cabinet('B', 3599, 3000),
    },
    {
      name: 'turned cabinets that overlap, but not those of which only the boxes do',
      bad: room().cabinet('A', 3000, 3000, { rotationDeg: 45 }).cabinet('B', 3800, 3000, { rotationDeg: 45 }),
      finds: ['cabinet.overlap: A B'],
      good: room().cabinet('A', 3000, 3000, { rotationDeg: 45 }).cabinet('B', 4000, 3000, { rotationDeg: 45 }),
    },
    {
      name: 'cabinets of different halls that stand at the same coordinates',
      bad: room().hall('I', BESIDE).door('E', { hall: 'I' }).cabinet('A', 3000, 3000).cabinet('B', 3000, 3000),
      finds: ['cabinet.overlap: A B'],
      good: room().hall('I', BESIDE).door('E', { hall: 'I' }).cabinet('A', 3000, 3000).cabinet('B', 3000, 3000, { hall: 'I' }),
    },
    {
      name: 'halls that lie over each other by more than they may touch',
      bad: room()
        .hall('I', { frame: { ...BESIDE.frame, xMm: 19_990 } })
        .door('E', { hall: 'I' }),
      finds: ['hall.overlap: H I'],
      good: room().hall('I', BESIDE).door('E', { hall: 'I' }),
    },
    {
      name: 'halls of one outline, one over the other, but not a storey higher',
      bad: room()
        .hall('I', { frame: { ...BESIDE.frame, xMm: 0, zMm: 3999 } })
        .door('E', { hall: 'I' }),
      finds: ['hall.overlap: H I'],
      good: room()
        .hall('I', { frame: { ...BESIDE.frame, xMm: 0, zMm: 4000 } })
        .door('E', { hall: 'I' }),
    },
    {
      name: 'turned halls in their frames, of which only the boxes of one overlap',
      bad: room()
        .hall('I', { frame: { xMm: 30_000, yMm: 0, zMm: 0, rotationDeg: 90 } })
        .door('E', { hall: 'I' }),
      finds: ['hall.overlap: H I'],
      good: room()
        .hall('I', { frame: { xMm: 35_000, yMm: 0, zMm: 0, rotationDeg: 90 } })
        .door('E', { hall: 'I' }),
    },
    {
      name: 'a hall in the missing quarter of an L-shaped one, and over its inner corner',
      bad: new PlanBuilder()
        .hall('H', { outline: L_SHAPE })
        .door('D')
        .hall('I', { outline: rectangle(0, 0, 5000, 5000), frame: { xMm: 9000, yMm: 2500, zMm: 0, rotationDeg: 0 } })
        .door('E', { hall: 'I' }),
      finds: ['hall.overlap: H I'],
      good: new PlanBuilder()
        .hall('H', { outline: L_SHAPE })
        .door('D')
        .hall('I', { outline: rectangle(0, 0, 5000, 5000), frame: { xMm: 10_000, yMm: 2500, zMm: 0, rotationDeg: 0 } })
        .door('E', { hall: 'I' }),
    },
    {
      name: 'doors that overlap, but not those that touch',
      bad: room().door('E', { offsetMm: 2499 }),
      finds: ['door.overlap: D E'],
      good: room().door('E', { offsetMm: 2500 }),
    },
    {
      name: 'a cabinet that reaches through a wall',
      bad: room().cabinet('A', -2, 3000, { rotationDeg: 0 }),
      finds: ['cabinet.outside-hall: A'],
      good: room().cabinet('A', 0, 3000, { rotationDeg: 0 }),
    },
    {
      name: 'a cabinet in the missing quarter of an L-shaped hall',
      bad: new PlanBuilder().hall('H', { outline: L_SHAPE }).door('D').cabinet('A', 14_000, 3000),
      finds: ['cabinet.outside-hall: A'],
      good: new PlanBuilder().hall('H', { outline: L_SHAPE }).door('D').cabinet('A', 3000, 10_000),
    },
    {
      name: 'a cabinet over the inner corner of an L-shaped hall',
      bad: new PlanBuilder().hall('H', { outline: L_SHAPE }).door('D').cabinet('A', 9700, 7000),
      finds: ['cabinet.outside-hall: A'],
      good: new PlanBuilder().hall('H', { outline: L_SHAPE }).door('D').cabinet('A', 9400, 6000),
    },
    {
      name: 'a cabinet on a column',
      bad: room()
        .obstacle('C', rectangle(3400, 3400, 400, 400))
        .cabinet('A', 3000, 3000),
      finds: ['cabinet.on-obstacle: A C'],
      good: room()
        .obstacle('C', rectangle(3600, 3400, 400, 400))
        .cabinet('A', 3000, 3000),
    },
    {
      name: 'a cabinet inside a keep-out that surrounds it',
      bad: room()
        .obstacle('K', rectangle(1000, 1000, 6000, 6000), { kind: 'keep-out' })
        .cabinet('A', 3000, 3000),
      finds: ['cabinet.on-obstacle: A K'],
      good: room()
        .obstacle('K', rectangle(1000, 6000, 6000, 6000), { kind: 'keep-out' })
        .cabinet('A', 3000, 3000),
    },
    {
      name: 'a cabinet taller than the hall is clear',
      bad: new PlanBuilder().hall('H', { clearHeightMm: 1999 }).door('D').cabinet('A', 3000, 3000),
      finds: ['cabinet.too-tall: A'],
      good: new PlanBuilder().hall('H', { clearHeightMm: 2000 }).door('D').cabinet('A', 3000, 3000),
    },
    {
      name: 'two cabinets of one name in a hall',
      bad: room().cabinet('A', 3000, 3000, { name: 'X1' }).cabinet('B', 6000, 3000, { name: 'X1' }),
      finds: ['cabinet.name-twice: A B'],
      good: room().cabinet('A', 3000, 3000, { name: 'X1' }).cabinet('B', 6000, 3000, { name: 'X2' }),
    },
  ];
  for (const { name, bad, finds, good } of cases) {
    it(`finds ${name}`, () => {
      expect(found(bad.build())).toEqual(finds);
      expect(found(good.build())).toEqual([]);
    });
  }
});

describe('aisles', () => {
  const cases: readonly {
    readonly name: string;
    readonly bad: PlanBuilder;
    readonly finds: readonly string[];
    readonly good: PlanBuilder;
  }[] = [
    {
      name: 'fronts that face each other too closely, once per pair of rows',
      bad: room()
        .cabinet('A1', 3000, 3000, { row: 'A', rotationDeg: 180 })
        .cabinet('A2', 3600, 3000, { row: 'A', rotationDeg: 180 })
        .cabinet('B1', 3000, 5399, { row: 'B' })
        .cabinet('B2', 3600, 5399, { row: 'B' }),
      finds: ['aisle.cold-too-narrow: A1 A2 B1 B2'],
      good: room()
        .cabinet('A1', 3000, 3000, { row: 'A', rotationDeg: 180 })
        .cabinet('A2', 3600, 3000, { row: 'A', rotationDeg: 180 })
        .cabinet('B1', 3000, 5400, { row: 'B' })
        .cabinet('B2', 3600, 5400, { row: 'B' }),
    },
    {
      name: 'rears that face each other too closely',
      bad: room().cabinet('A', 3000, 3000).cabinet('B', 3300, 5099, { rotationDeg: 180 }),
      finds: ['aisle.hot-too-narrow: A B'],
      good: room().cabinet('A', 3000, 3000).cabinet('B', 3300, 5100, { rotationDeg: 180 }),
    },
    {
      name: 'a front too close to the rear before it, by the rule of the front',
      bad: room().cabinet('A', 3000, 3000).cabinet('B', 3000, 5300),
      finds: ['aisle.cold-too-narrow: A B'],
      good: room().cabinet('A', 3000, 3000).cabinet('B', 3000, 5400),
    },
    {
      name: 'a front too close to a wall',
      bad: room().cabinet('A', 1199, 3000, { rotationDeg: 270 }),
      finds: ['aisle.cold-too-narrow: A'],
      good: room().cabinet('A', 1200, 3000, { rotationDeg: 270 }),
    },
    {
      name: 'a front too close to a column that is narrower than it',
      bad: room()
        .obstacle('C', rectangle(3200, 1500, 200, 301))
        .cabinet('A', 3000, 3000),
      finds: ['aisle.cold-too-narrow: A C'],
      good: room()
        .obstacle('C', rectangle(3200, 1500, 200, 300))
        .cabinet('A', 3000, 3000),
    },
    {
      name: 'a cabinet that stands before a part of a front only',
      bad: room().cabinet('A', 3000, 3000).cabinet('B', 3500, 1300),
      finds: ['aisle.cold-too-narrow: A B', 'aisle.hot-too-narrow: A B'],
      good: room().cabinet('A', 3000, 3000).cabinet('B', 3600, 1300),
    },
  ];
  for (const { name, bad, finds, good } of cases) {
    it(`finds ${name}`, () => {
      expect(found(bad.build())).toEqual(finds);
      expect(found(good.build())).toEqual([]);
    });
  }

  it('says how wide the aisle is and how wide it must be', () => {
    const plan = room().cabinet('A', 3000, 3000).cabinet('B', 3300, 5000, { rotationDeg: 180 }).build();
    const [finding] = derive(plan).findings;
    expect(finding).toMatchObject({
      severity: 'error',
      message: 'The hot aisle between cabinet A and cabinet B is too narrow',
      required: 'at least 900 mm',
      actual: '800 mm',
      mend: 'Widen it by 100 mm',
      place: { hall: 'H', at: { xMm: 3300, yMm: 4600 } },
    });
  });
});

describe('doors', () => {
  it('finds a crate higher than every delivery door', () => {
    const low = new PlanBuilder().hall().door('D', { clearHeightMm: 2199 }).cabinet('A', 3000, 3000).cabinet('B', 6000, 3000);
    expect(found(low.build())).toEqual(['door.too-low: A B D']);
    expect(found(new PlanBuilder().hall().door('D', { clearHeightMm: 2200 }).cabinet('A', 3000, 3000).build())).toEqual([]);
  });

  it('finds a crate wider than the doors that are high enough', () => {
    const narrow = new PlanBuilder()
      .hall()
      .door('D', { clearWidthMm: 799 })
      .door('E', { offsetMm: 6000, clearWidthMm: 3000, clearHeightMm: 2100 })
      .cabinet('A', 3000, 3000);
    expect(found(narrow.build())).toEqual(['door.too-narrow: A D E']);
    expect(found(new PlanBuilder().hall().door('D', { clearWidthMm: 800 }).cabinet('A', 3000, 3000).build())).toEqual([]);
  });

  it('counts doors for delivery alone, and asks for one where there is none', () => {
    expect(found(new PlanBuilder().hall().door('D', { delivery: false }).cabinet('A', 3000, 3000).build())).toEqual(['door.none: H']);
    expect(found(new PlanBuilder().hall().build())).toEqual([]);
  });
});
