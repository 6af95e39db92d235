import { describe, expect, it } from 'vitest';
import type { DeviceType } from '../../../shared/catalog/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { found } from '../../support/findings.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET, SERVER, SWITCH } from '../../support/testCatalog.ts';

/** A hall with one cabinet and one server of 20 kg and 1 kW in it: nothing to find. */
function room(): PlanBuilder {
  return new PlanBuilder().hall().door('D').cabinet('A', 3000, 3000).device('s', 'A', 1);
}

const floor = { kind: 'raised', pointLoadG: null, rollingLoadG: null, areaLoadPa: null } as const;
const ample = { kind: 'raised', pointLoadG: 1e9, rollingLoadG: 1e9, areaLoadPa: 1e9 } as const;

function withServer(change: Partial<DeviceType>): PlanBuilder {
  return room().withCatalog({
    deviceTypes: new Map([
      ['test/server', { ...SERVER, ...change }],
      ['test/switch', SWITCH],
    ]),
  });
}

describe('floor', () => {
  it('finds a point load over the limit: 170 kg on four feet, the worst × 1.5, is 63.75 kg', () => {
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, pointLoadG: 63_749 } })
          .build(),
      ),
    ).toEqual(['floor.point-load: A']);
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, pointLoadG: 63_750 } })
          .build(),
      ),
    ).toEqual([]);
  });

  it('finds an area load over the limit: 170 kg on 0.72 m² is 2315.459 Pa', () => {
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, areaLoadPa: 2315 } })
          .build(),
      ),
    ).toEqual(['floor.area-load: A']);
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, areaLoadPa: 2316 } })
          .build(),
      ),
    ).toEqual([]);
  });

  it('finds a rolling load over the limit: 150 kg empty on four casters, the worst × 1.5, is 56.25 kg', () => {
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, rollingLoadG: 56_249 } })
          .build(),
      ),
    ).toEqual(['floor.rolling-load: A']);
    expect(
      found(
        room()
          .hall('H', { floor: { ...ample, rollingLoadG: 56_250 } })
          .build(),
      ),
    ).toEqual([]);
  });

  it('warns of limits that nobody knows, once a hall, and not in an empty hall', () => {
    expect(found(room().hall('H', { floor }).build())).toEqual(['floor.load-unknown: H']);
    expect(found(new PlanBuilder().hall('H', { floor }).build())).toEqual([]);
  });

  it('gathers the cabinets of a hall into one finding that shows the worst', () => {
    const plan = room()
      .hall('H', { floor: { ...ample, pointLoadG: 1000 } })
      .cabinet('B', 6000, 3000)
      .device('t', 'B', 1)
      .device('u', 'B', 3);
    const [finding] = derive(plan.build()).findings;
    expect(finding).toMatchObject({
      code: 'floor.point-load',
      ids: ['A', 'B'],
      required: 'at most 1 kg',
      actual: '71.3 kg',
      message:
        '2 cabinets (A and B) put more point load on the floor of H than it carries (4 feet, the most loaded one × 1.5 by assumption)',
    });
  });
});

describe('devices in their cabinet', () => {
  it('finds a device above the top unit or below the first', () => {
    expect(found(room().device('t', 'A', 42).build())).toEqual(['device.outside-units: A t']);
    expect(found(room().device('t', 'A', 41).build())).toEqual([]);
    expect(found(new PlanBuilder().hall().door('D').cabinet('A', 3000, 3000).device('t', 'A', 0).build())).toEqual([
      'device.outside-units: A t',
    ]);
  });

  it('finds a device too deep for its cabinet', () => {
    expect(found(withServer({ depthMm: 1001 }).build())).toEqual(['device.too-deep: A s']);
    expect(found(withServer({ depthMm: 1000 }).build())).toEqual([]);
  });

  it('finds a unit taken twice on one face', () => {
    expect(found(room().device('t', 'A', 2).build())).toEqual(['unit.taken-twice: s t']);
    expect(found(room().device('t', 'A', 3).build())).toEqual([]);
  });

  it('finds a tall device that covers several others, whatever their order', () => {
    const tall = withServer({ heightU: 5 }).device('a', 'A', 2, { type: 'test/switch' }).device('b', 'A', 5, { type: 'test/switch' });
    expect(found(tall.build())).toEqual(['unit.taken-twice: a s', 'unit.taken-twice: b s']);
  });

  it('lets front and rear devices share a unit as long as both fit in depth', () => {
    expect(found(room().device('t', 'A', 1, { type: 'test/switch', face: 'rear' }).build())).toEqual(['unit.front-rear-clash: s t']);
    expect(found(withServer({ depthMm: 400 }).device('t', 'A', 1, { type: 'test/switch', face: 'rear' }).build())).toEqual([]);
  });

  it('finds more mass than the cabinet may hold', () => {
    const weak = new Map([['test/cabinet', { ...CABINET, staticLoadG: 39_999 }]]);
    const strong = new Map([['test/cabinet', { ...CABINET, staticLoadG: 40_000 }]]);
    expect(found(room().device('t', 'A', 3).withCatalog({ cabinetModels: weak }).build())).toEqual(['cabinet.overweight: A']);
    expect(found(room().device('t', 'A', 3).withCatalog({ cabinetModels: strong }).build())).toEqual([]);
  });
});

describe('power', () => {
  it('finds a cabinet over its budget', () => {
    expect(found(room().cabinet('A', 3000, 3000, { powerBudgetW: 999 }).build())).toEqual(['cabinet.over-power: A']);
    expect(found(room().cabinet('A', 3000, 3000, { powerBudgetW: 1000 }).build())).toEqual([]);
  });

  it('finds a hall over its budget, summed over its own cabinets alone', () => {
    const two = (powerBudgetW: number) =>
      room()
        .hall('H', { powerBudgetW })
        .hall('I', { frame: { xMm: 20_000, yMm: 0, zMm: 0, rotationDeg: 0 } })
        .door('E', { hall: 'I' })
        .cabinet('B', 6000, 3000)
        .device('t', 'B', 1)
        .cabinet('C', 3000, 3000, { hall: 'I' })
        .device('u', 'C', 1);
    expect(found(two(1999).build())).toEqual(['hall.over-power: H']);
    expect(found(two(2000).build())).toEqual([]);
  });

  it('never takes an unknown power for zero: warns where a budget may be broken', () => {
    const unknown = withServer({ maxPowerW: null }).device('t', 'A', 10, { type: 'test/switch' });
    expect(found(unknown.cabinet('A', 3000, 3000, { powerBudgetW: 500 }).build())).toEqual(['cabinet.power-unknown: A']);
    expect(found(unknown.cabinet('A', 3000, 3000, { powerBudgetW: 499 }).build())).toEqual(['cabinet.over-power: A']);
    expect(found(unknown.cabinet('A', 3000, 3000).hall('H', { powerBudgetW: 5000 }).build())).toEqual(['hall.power-unknown: H']);
    expect(found(unknown.cabinet('A', 3000, 3000).hall().build())).toEqual([]);
  });

  it('says what the known part is', () => {
    const plan = withServer({ maxPowerW: null }).device('t', 'A', 10, { type: 'test/switch' }).hall('H', { powerBudgetW: 5000 }).build();
    expect(derive(plan).findings[0]).toMatchObject({ severity: 'warning', required: 'at most 5 kW', actual: 'at least 0.5 kW' });
  });

  it('warns once per type when the loss of the fullest feed leaves too few supplies', () => {
    const six = withServer({ supplies: { count: 6, needed: 5, wattsEach: 3300 } }).device('t', 'A', 3);
    expect(derive(six.build()).findings).toMatchObject([
      { code: 'power.feed-loss', severity: 'warning', ids: ['s', 't'], required: '5 supplies left', actual: '3 left' },
    ]);
    expect(found(withServer({ supplies: { count: 6, needed: 3, wattsEach: 3300 } }).build())).toEqual([]);
  });

  it('spreads supplies over as many feeds as the settings say, rounding against the device', () => {
    const needs = (count: number, needed: number, feedsPerCabinet: number) =>
      found(
        withServer({ supplies: { count, needed, wattsEach: null } })
          .withSettings({ feedsPerCabinet })
          .build(),
      );
    expect(needs(4, 3, 3)).toEqual(['power.feed-loss: s']);
    expect(needs(4, 2, 3)).toEqual([]);
    expect(needs(6, 5, 6)).toEqual([]);
    expect(needs(1, 1, 2)).toEqual(['power.feed-loss: s']);
  });

  it('warns of supplies that nobody knows', () => {
    expect(found(withServer({ supplies: null }).build())).toEqual(['power.supplies-unknown: s']);
  });
});

describe('crates', () => {
  it('warns when the crated size is not known', () => {
    const uncrated = new Map([['test/cabinet', { ...CABINET, crated: null }]]);
    expect(found(room().withCatalog({ cabinetModels: uncrated }).build())).toEqual(['door.crate-unknown: A D']);
  });
});
