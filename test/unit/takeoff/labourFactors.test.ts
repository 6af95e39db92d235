/** Circumstances that slow work, worked by hand on a plan of two trays above each other. */
import { describe, expect, it } from 'vitest';
import type { LabourCondition, LabourFactor, LabourProfile, LabourUnit } from '../../../shared/catalog/types.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { ProfileHours, TaskHours } from '../../../shared/takeoff/types.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { LABOUR } from '../../support/testCatalog.ts';

/** 13 m of tray at 2.7 m, 10 m at 3.2 m; a server at U1 (middle below 0.1 m) and a switch at U40; two cables of 12 m and 2 m. */
function planWith(...profiles: readonly LabourProfile[]): PlanBuilder {
  return new PlanBuilder()
    .withCatalog({ labourProfiles: new Map(profiles.map((profile) => [profile.id, profile])) })
    .withSettings({ labourProfile: profiles[0]?.id ?? '' })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .device('a', 'A', 1)
    .device('s', 'A', 40, { type: 'test/switch' })
    .device('b', 'B', 1)
    .junction('west', 0, 4100)
    .junction('east', 13_000, 4100)
    .junction('north', 0, 9000)
    .junction('far', 10_000, 9000)
    .segment('low', 'west', 'east', { elevationMm: 2700 })
    .segment('high', 'north', 'far', { elevationMm: 3200 })
    .link('x', 'a:p1', 'b:p1')
    .link('y', 'a:p2', 's:1/1');
}

function factor(condition: LabourCondition, units: readonly LabourUnit[], times = { low: 1.5, likely: 2, high: 3 }): LabourFactor {
  return { id: condition.kind, name: condition.kind, condition, units, times, source: 'assumption: for the test' };
}

function hoursWith(...factors: readonly LabourFactor[]): ProfileHours {
  return must(derive(planWith({ ...LABOUR, factors }).build()).takeoff.hours, 'hours');
}

function task({ tasks }: ProfileHours, id: string): TaskHours {
  return must(
    tasks.find((one) => one.task === id),
    id,
  );
}

const plain = hoursWith();

describe('a labor factor', () => {
  it('slows work at a height: 10 of 23 m of tray', () => {
    const hours = hoursWith(factor({ kind: 'height', fromMm: 3000, toMm: null }, ['pathway-metre']));
    // 23 m at 7 minutes and two people; the high 10 m count twice: 33 / 23 of it.
    expect(task(hours, 'hang').hours).toBeCloseTo((task(plain, 'hang').hours * 33) / 23, 9);
    expect(task(hours, 'hang').range.low).toBeCloseTo((task(plain, 'hang').range.low * (13 + 15)) / 23, 9);
    expect(task(hours, 'hang').range.high).toBeCloseTo((task(plain, 'hang').range.high * (13 + 30)) / 23, 9);
    expect(task(hours, 'hang').units).toBe(23);
    expect(task(hours, 'hang').factors).toMatchObject([{ factor: 'height', units: 10 }]);
    expect(hours.total - plain.total).toBeCloseTo(task(hours, 'hang').hours - task(plain, 'hang').hours, 9);
  });

  it('takes its bounds as from, and up to but not', () => {
    const at = (fromMm: number, toMm: number | null): number =>
      task(hoursWith(factor({ kind: 'height', fromMm, toMm }, ['pathway-metre'])), 'hang').factors[0]?.units ?? 0;
    expect([at(2700, 3200), at(2701, 3200), at(2700, 3201), at(3200, null), at(3201, null)]).toEqual([13, 0, 23, 10, 0]);
  });

  it('slows devices by the height of their middle', () => {
    const hours = hoursWith(factor({ kind: 'height', fromMm: 1400, toMm: null }, ['device']));
    expect(task(hours, 'mount-light').hours).toBeCloseTo(2 * task(plain, 'mount-light').hours, 9);
    expect(task(hours, 'mount-heavy').hours).toBeCloseTo(task(plain, 'mount-heavy').hours, 9);
  });

  it('slows the upper level of the pathways of a hall', () => {
    const hours = hoursWith(factor({ kind: 'level', from: 2, to: null }, ['pathway-metre', 'cable-metre']));
    expect(task(hours, 'hang').factors).toMatchObject([{ units: 10 }]);
    // The one cable between cabinets lies in the lower one.
    expect(task(hours, 'dress').hours).toBeCloseTo(task(plain, 'dress').hours, 9);
  });

  it('slows the metres of cable that lie in a filling pathway, and no others', () => {
    const derived = derive(planWith(LABOUR).build());
    const fill = must(
      derived.takeoff.pathways.find(({ id }) => id === 'low'),
      'low',
    ).fillPct;
    expect(fill).toBeGreaterThan(0);
    const inTray = derived.cabling.loads.cableMm[derived.survey.network.segments.findIndex(({ id }) => id === 'low')]! / 1000;
    // B is 6 m east of A.
    expect(inTray).toBeCloseTo(6, 1);
    const hours = hoursWith(factor({ kind: 'congestion', fromPct: fill, toPct: null }, ['cable-metre']));
    const { units } = task(plain, 'dress');
    expect(task(hours, 'dress').hours).toBeCloseTo((task(plain, 'dress').hours * (units + inTray)) / units, 9);
    const none = hoursWith(factor({ kind: 'congestion', fromPct: fill * 1.01, toPct: null }, ['cable-metre']));
    expect(task(none, 'dress').hours).toBeCloseTo(task(plain, 'dress').hours, 9);
  });

  it('slows a crew of so many, whatever the place', () => {
    const large = hoursWith(factor({ kind: 'crew', from: 10, to: null }, ['link']));
    const small = hoursWith(factor({ kind: 'crew', from: 11, to: null }, ['link']));
    expect(task(large, 'verify').hours).toBeCloseTo(2 * task(plain, 'verify').hours, 9);
    expect(small.total).toBe(plain.total);
  });

  it('multiplies with others that hold', () => {
    const both = hoursWith(
      factor({ kind: 'height', fromMm: 3000, toMm: null }, ['pathway-metre']),
      factor({ kind: 'level', from: 2, to: null }, ['pathway-metre']),
    );
    expect(task(both, 'hang').hours).toBeCloseTo((task(plain, 'hang').hours * (13 + 40)) / 23, 9);
  });
});
