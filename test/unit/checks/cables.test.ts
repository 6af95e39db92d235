import { describe, expect, it } from 'vitest';
import type { CableFamily, Transceiver } from '../../../shared/catalog/types.ts';
import { must } from '../../../shared/assert.ts';
import { explainCable } from '../../../shared/cabling/explainCable.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { longestAllowed } from '../../../shared/lengths/longestAllowed.ts';
import { linksOverReach } from '../../../shared/lengths/overReach.ts';
import { found } from '../../support/findings.ts';
import { COPPER_PARTS, JUMPER_PARTS, PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { COPPER, JUMPER, MULTIMODE_OPTIC, TEST_CATALOG } from '../../support/testCatalog.ts';

/** Two cabinets 6 m apart under one tray, a server in each, and a link `l1` between them: nothing to find. */
function room(): PlanBuilder {
  return new PlanBuilder()
    .hall()
    .door('D')
    .cabinet('A', 3000, 3000)
    .cabinet('B', 9000, 3000)
    .device('s', 'A', 1)
    .device('t', 'B', 1)
    .device('w', 'B', 10, { type: 'test/switch' })
    .junction('j1', 1000, 4000)
    .junction('j2', 19_000, 4000)
    .segment('tray', 'j1', 'j2')
    .link('l1', 's:p1', 't:p1');
}

function withFamily(family: CableFamily): PlanBuilder {
  return room().withCatalog({ cableFamilies: new Map([...TEST_CATALOG.cableFamilies, [family.id, family]]) });
}

function withOptic(change: Partial<Transceiver>): PlanBuilder {
  const odd: Transceiver = { ...MULTIMODE_OPTIC, id: 'test/odd', name: 'Odd optic', ...change };
  return room()
    .withCatalog({ transceivers: new Map([...TEST_CATALOG.transceivers, [odd.id, odd]]) })
    .link('l2', 's:p2', 't:p2', { ...JUMPER_PARTS, transceiverB: 'test/odd' });
}

it('finds nothing in the plan that the others start from', () => {
  expect(found(room().build())).toEqual([]);
});

describe('ports', () => {
  it('finds a port that two cables use, at either end', () => {
    expect(found(room().link('l2', 't:p1', 's:p2').build())).toEqual(['port.used-twice: l1 l2 t']);
    expect(found(room().link('l2', 't:p2', 's:p2').build())).toEqual([]);
  });

  it('finds both ends of one cable in the same port', () => {
    expect(found(room().link('l2', 's:p2', 's:p2').build())).toEqual(['port.used-twice: l2 s']);
  });

  it('gathers the ports of a device into one finding', () => {
    const twice = room().link('l2', 's:p1', 'w:1/1').link('l3', 's:p2', 't:p2').link('l4', 's:p2', 't:p3').build();
    expect(found(twice)).toEqual(['port.used-twice: l1 l2 l3 l4 s']);
    expect(derive(twice).findings[0]?.message).toBe('2 ports of s in cabinet A (p1 and p2) carry more than one cable end');
  });

  it('finds a port that the device does not have, and no second fault for the same reason', () => {
    expect(found(room().link('l2', 's:p2', 'w:17/1').build())).toEqual(['port.missing: l2']);
    expect(found(room().link('l2', 's:p2', 'w:16/2').build())).toEqual([]);
  });
});

describe('connectors', () => {
  it('finds an optic in a cage that it does not fit', () => {
    expect(found(withOptic({ cage: 'QSFP112' }).build())).toEqual(['connector.cage: l2']);
  });

  it('finds a plug that does not go into the optic', () => {
    expect(found(withOptic({ connector: 'LC/UPC', gender: null }).build())).toEqual(['connector.plug: l2']);
  });

  it('finds a polish that does not match', () => {
    expect(found(withOptic({ connector: 'MPO-12/UPC' }).build())).toEqual(['connector.polish: l2']);
  });

  it('finds two ends of the same gender, and does not guess where one is not published', () => {
    expect(found(withOptic({ gender: 'unpinned' }).build())).toEqual(['connector.gender: l2']);
    expect(found(withOptic({ gender: null }).build())).toEqual([]);
  });

  it('finds two plugs in one cage, and none where they have a cage each', () => {
    const one = room().link('l2', 't:p2', 'w:1/1', COPPER_PARTS);
    expect(found(one.link('l3', 't:p3', 'w:1/2', COPPER_PARTS).build())).toEqual(['cage.two-plugs: w']);
    const apart = room().link('l2', 't:p2', 'w:1/1', COPPER_PARTS).link('l3', 't:p3', 'w:2/1', COPPER_PARTS);
    expect(found(apart.build())).toEqual([]);
  });

  it('finds an optic for another fiber', () => {
    expect(found(withOptic({ medium: 'singlemode' }).build())).toEqual(['connector.medium: l2']);
  });

  it('finds a fiber cable without an optic, and copper with one', () => {
    expect(
      found(
        room()
          .link('l2', 's:p2', 't:p2', { ...JUMPER_PARTS, transceiverA: null })
          .build(),
      ),
    ).toEqual(['connector.cage: l2']);
    expect(
      found(
        room()
          .link('l2', 't:p2', 'w:1/1', { ...COPPER_PARTS, transceiverB: 'test/optic' })
          .build(),
      ),
    ).toEqual(['connector.plug: l2']);
    expect(found(room().link('l2', 't:p2', 'w:1/1', COPPER_PARTS).build())).toEqual([]);
  });

  it('lets a cable with two different ends lie either way round', () => {
    const mixed = {
      ...COPPER,
      id: 'test/mixed',
      endB: { connector: 'MPO-12/APC', gender: 'unpinned', legs: 1 },
      medium: 'multimode',
    } as const;
    const parts = { family: 'test/mixed', transceiverA: null, transceiverB: 'test/optic' };
    expect(found(withFamily(mixed).link('l2', 't:p2', 'w:1/1', parts).build())).toEqual([]);
    expect(
      found(
        withFamily(mixed)
          .link('l2', 't:p2', 'w:1/1', { ...parts, transceiverA: 'test/optic', transceiverB: null })
          .build(),
      ),
    ).toEqual([]);
  });

  it('judges the family set by hand on one link', () => {
    expect(found(room().link('l2', 't:p2', 'w:1/1').override('l2', { family: 'test/copper' }).build())).toEqual(['connector.plug: l2']);
  });

  it('gathers links of one fault, and counts them', () => {
    const many = withOptic({ medium: 'singlemode' }).link('l3', 's:p3', 't:p3', { ...JUMPER_PARTS, transceiverB: 'test/odd' });
    expect(derive(many.build()).findings).toMatchObject([
      {
        code: 'connector.medium',
        ids: ['l2', 'l3'],
        required: 'singlemode',
        actual: 'multimode',
        message: '2 hand-drawn cables (Multimode jumper) cannot be connected: Odd optic is made for another medium',
      },
    ]);
  });
});

describe('routes', () => {
  it('finds a cabinet that no pathway reaches', () => {
    expect(found(room().cabinet('C', 3000, 9000).device('u', 'C', 1).link('l2', 's:p2', 'u:p1').build())).toEqual(['cable.no-drop: C l2']);
  });

  it('does not let cables drop from a pathway that takes none', () => {
    expect(found(room().segment('tray', 'j1', 'j2', { acceptsDrops: false }).build())).toEqual([
      'cable.no-drop: A l1',
      'cable.no-drop: B l1',
    ]);
  });

  it('finds pathways that are not joined, and accepts them once they are', () => {
    const far = room()
      .cabinet('C', 3000, 9000)
      .device('u', 'C', 1)
      .link('l2', 's:p2', 'u:p1')
      .junction('j3', 1000, 10_000)
      .junction('j4', 9000, 10_000)
      .segment('far', 'j3', 'j4');
    expect(found(far.build())).toEqual(['cable.no-route: l2']);
    expect(found(far.segment('cross', 'j1', 'j3').build())).toEqual([]);
  });
});

describe('lengths', () => {
  it('finds what is ordered beyond the reach of optics, tolerance counted', () => {
    const plan = (reachMm: number) =>
      room()
        .withCatalog({ transceivers: new Map([['test/optic', { ...MULTIMODE_OPTIC, reachMm }]]) })
        .build();
    const ordered = derive(plan(50_000)).cabling.cables.orderedMm[0] ?? 0;
    expect(found(plan(ordered + 50))).toEqual([]);
    expect(found(plan(ordered + 49))).toEqual(['cable.over-reach: l1']);
  });

  it('finds what is ordered beyond what its type of fiber bears, over which optics reach less far than over the best', () => {
    // Published for optics of this maker: 30 m over OM3, and the tolerance of 50 mm comes on top of 30 m.
    const plan = (fiberType: string, manufacturer: string) =>
      room()
        .withCatalog({
          transceivers: new Map([['test/optic', { ...MULTIMODE_OPTIC, manufacturer, reachMm: 50_000 }]]),
          cableFamilies: new Map([[JUMPER.id, { ...JUMPER, fiberType, supply: { kind: 'stock', lengthsMm: [30_000, 50_000] } }]]),
        })
        .build();
    expect(found(plan('OM3', 'NVIDIA'))).toEqual(['cable.over-reach: l1']);
    expect(found(plan('OM4', 'NVIDIA'))).toEqual([]);
    expect(found(plan('OM3', 'another'))).toEqual([]);
    const { plan: planned, survey, cabling } = derive(plan('OM3', 'NVIDIA'));
    expect(explainCable({ plan: planned, survey, cabling }, 0).reachMm).toBe(30_000);
    // Neither a choice of lengths nor a spare passes over it.
    const jumper = must(planned.catalog.cableFamilies.get(JUMPER.id), 'jumper');
    expect(linksOverReach(planned, cabling)(jumper, [30_000])).toBe(1);
    expect(linksOverReach(planned, cabling)({ ...jumper, tolerance: { minusMm: 0, plusMm: 0 } }, [30_000])).toBe(0);
    expect(longestAllowed(planned, cabling)(0)).toBe(30_000);
  });

  it('finds a copper cable that is asked to go beyond its own reach and beyond the longest on offer', () => {
    expect(found(room().link('l1', 's:p1', 't:p1', COPPER_PARTS).build())).toEqual(['cable.over-reach: l1', 'cable.over-stock: l1']);
  });

  it('finds a required length that nothing on offer covers', () => {
    const short = { ...JUMPER, supply: { kind: 'stock', lengthsMm: [3000] } } as const;
    expect(found(withFamily(short).build())).toEqual(['cable.over-stock: l1']);
    const made = { ...JUMPER, supply: { kind: 'made-to-order', stepMm: 100, maxMm: 5000 } } as const;
    expect(found(withFamily(made).build())).toEqual(['cable.over-stock: l1']);
  });

  it('warns where no part tells how far it reaches', () => {
    const bare = { ...COPPER, id: 'test/bare', reachMm: null };
    expect(
      found(
        withFamily(bare)
          .link('l2', 't:p2', 'w:1/1', { ...COPPER_PARTS, family: 'test/bare' })
          .build(),
      ),
    ).toEqual(['cable.reach-unknown: l2']);
  });

  it('gathers cables of one tier and family, lists the first hundred, and says how many there are', () => {
    const plan = room().withCatalog({ transceivers: new Map([['test/optic', { ...MULTIMODE_OPTIC, reachMm: 1 }]]) });
    for (let i = 0; i < 120; i += 1) plan.link(`m${String(i).padStart(3, '0')}`, 's:p2', 't:p2');
    const finding = derive(plan.build()).findings.find(({ code }) => code === 'cable.over-reach');
    expect(finding?.ids).toHaveLength(100);
    expect(finding?.ids[99]).toBe('m098');
    expect(finding?.message).toBe(
      '121 hand-drawn cables (Multimode jumper) would be longer than cable and optics reach; the first 100 are listed',
    );
  });
});

describe('settings on links', () => {
  it('finds a length set by hand that is shorter than the way', () => {
    const way = derive(room().build()).cabling.cables.pathMm[0] ?? 0;
    expect(
      found(
        room()
          .override('l1', { requiredMm: way - 1 })
          .build(),
      ),
    ).toEqual(['override.too-short: l1']);
    expect(found(room().override('l1', { requiredMm: way }).build())).toEqual([]);
  });

  it('keeps settings on links that are gone, and says so once', () => {
    expect(found(room().override('gone1').override('gone2').override('l1').build())).toEqual(['override.orphan: gone1 gone2']);
  });
});

describe('pathways', () => {
  /** `count` cables of 3 mm, 7.0686 mm² each, through a segment of the given size. */
  const filled = (count: number, change: Parameters<PlanBuilder['segment']>[3]) => {
    const plan = room().segment('tray', 'j1', 'j2', change).device('s2', 'A', 3).device('t2', 'B', 3);
    for (let i = 2; i <= count; i += 1) {
      const server = i <= 4 ? ['s', 't'] : ['s2', 't2'];
      plan.link(`l${i}`, `${server[0]}:p${((i - 1) % 4) + 1}`, `${server[1]}:p${((i - 1) % 4) + 1}`);
    }
    return found(plan.build());
  };

  it('warns above the warning level and fails above the error level of the kind', () => {
    expect(filled(1, { widthMm: 10, depthMm: 1 })).toEqual(['cable.no-room: l1 tray', 'pathway.over-fill: tray']);
    expect(filled(1, { widthMm: 15, depthMm: 1 })).toEqual(['pathway.high-fill: tray']);
    expect(filled(1, { widthMm: 18, depthMm: 1 })).toEqual([]);
  });

  it('counts no more than 150 mm of depth', () => {
    const deep = room().segment('tray', 'j1', 'j2', { widthMm: 1, depthMm: 400 });
    const shallow = room().segment('tray', 'j1', 'j2', { widthMm: 1, depthMm: 150 });
    const fill = (plan: PlanBuilder) => derive(plan.build()).takeoff.pathways[0]?.fillPct;
    expect(fill(deep)).toBeCloseTo(fill(shallow) ?? 0, 9);
  });

  it('judges conduits by the number of cables: 53, 31, 40 % for one, two, more', () => {
    const conduit = (diameterMm: number) => ({ kind: 'conduit', widthMm: diameterMm, depthMm: diameterMm }) as const;
    expect(filled(1, conduit(4.2))).toEqual([]);
    expect(filled(1, conduit(4.1))).toEqual(['cable.no-room: l1 tray', 'pathway.over-fill: tray']);
    expect(filled(2, conduit(7.7))).toEqual([]);
    expect(filled(2, conduit(7.6))).toEqual(['cable.no-room: l2 tray', 'pathway.over-fill: tray']);
    expect(filled(3, conduit(8.3))).toEqual([]);
    expect(filled(3, conduit(8.2))).toEqual(['cable.no-room: l3 tray', 'pathway.over-fill: tray']);
  });

  it('does not judge a pathway between halls by the columns of either', () => {
    const between = (hall: string) =>
      room()
        .hall('K', { frame: { xMm: 20_000, yMm: 0, zMm: 0, rotationDeg: 0 } })
        .obstacle('C', rectangle(10_000, 10_000, 300, 300))
        .junction('k', 1150, 16_300, { hall })
        .segment('duct', 'j2', 'k', { kind: 'conduit', elevationMm: 2500 })
        .build();
    expect(found(between('H'))).toEqual(['pathway.through-column: C duct']);
    expect(found(between('K'))).toEqual([]);
  });

  it('warns of a surveyed length that is less than the straight way between its ends, in one hall and between two', () => {
    const surveyed = (surveyedLengthMm: number, far: { hall: string; xMm: number }) =>
      room()
        .hall('K', { frame: { xMm: 20_000, yMm: 0, zMm: 0, rotationDeg: 0 } })
        .junction('a', 19_000, 14_000)
        .junction('k', far.xMm, 14_000, { hall: far.hall })
        .segment('duct', 'a', 'k', { kind: 'conduit', elevationMm: 2500, surveyedLengthMm })
        .build();
    for (const far of [
      { hall: 'H', xMm: 13_000 },
      { hall: 'K', xMm: 5000 },
    ]) {
      expect(found(surveyed(5990, far))).toEqual(['pathway.survey-short: duct']);
      expect(found(surveyed(6000, far))).toEqual([]);
    }
    expect(derive(surveyed(5990, { hall: 'K', xMm: 5000 })).findings).toMatchObject([
      { severity: 'warning', required: 'at least 6000 mm', actual: '5990 mm' },
    ]);
  });

  it('finds more mass than a pathway may carry, where its rating is known', () => {
    expect(filled(8, { massLimitGPerM: 79 })).toEqual(['cable.no-room: l8 tray', 'pathway.overweight: tray']);
    expect(filled(8, { massLimitGPerM: 80 })).toEqual([]);
  });

  it('finds a pathway through a column, a cabinet, the ceiling, or a slab', () => {
    expect(
      found(
        room()
          .obstacle('C', rectangle(6000, 4100, 300, 300))
          .build(),
      ),
    ).toEqual(['pathway.through-column: C tray']);
    expect(
      found(
        room()
          .obstacle('C', rectangle(6000, 4150, 300, 300))
          .build(),
      ),
    ).toEqual([]);
    expect(found(room().segment('tray', 'j1', 'j2', { elevationMm: 1999 }).build())).toEqual([
      'pathway.through-cabinet: A tray',
      'pathway.through-cabinet: B tray',
    ]);
    expect(found(room().segment('tray', 'j1', 'j2', { elevationMm: 2000 }).build())).toEqual([]);
    expect(found(room().segment('tray', 'j1', 'j2', { elevationMm: 3901 }).build())).toEqual(['pathway.above-ceiling: tray']);
    const slab = { kind: 'slab', pointLoadG: null, rollingLoadG: null, areaLoadPa: 100_000 } as const;
    expect(found(room().segment('tray', 'j1', 'j2', { elevationMm: -300 }).hall('H', { floor: slab }).build())).toEqual([
      'pathway.below-slab: tray',
    ]);
    expect(found(room().segment('tray', 'j1', 'j2', { elevationMm: -300 }).build())).toEqual([]);
  });
});
