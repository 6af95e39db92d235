import { describe, expect, it } from 'vitest';
import type { LabourProfile, LabourTask } from '../../../shared/catalog/types.ts';
import type { ProfileHours } from '../../../shared/takeoff/types.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { summarize } from '../../../shared/engine/summary.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { BLANKS, fittingsBuilder, MANAGER } from '../../support/fittings.ts';
import { LABOUR, TEST_CATALOG } from '../../support/testCatalog.ts';

/** Two cabinets, three devices and 13 m of tray; one cable of 12 m between the cabinets and one of 2 m within the first. */
function planWith(profiles: readonly LabourProfile[]): PlanBuilder {
  return new PlanBuilder()
    .withCatalog({ labourProfiles: new Map(profiles.map((profile) => [profile.id, profile])) })
    .withSettings({ labourProfile: profiles[0]?.id ?? '' })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .device('a', 'A', 1)
    .device('s', 'A', 11, { type: 'test/switch' })
    .device('b', 'B', 1)
    .junction('west', 0, 4100)
    .junction('east', 13_000, 4100)
    .segment('tray', 'west', 'east')
    .link('x', 'a:p1', 'b:p1')
    .link('y', 'a:p2', 's:1/1')
    .override('x', { requiredMm: 12_000 })
    .override('y', { requiredMm: 2000 });
}

/** What the plan above holds of each test task's unit, counted by hand, its share taken. */
const UNITS: Readonly<Record<string, number>> = {
  hang: 13,
  place: 2,
  'mount-light': 1, // the switch, 10 kg
  'mount-heavy': 2, // the servers, 20 kg
  seat: 4,
  'pull-inside': 1,
  'pull-between': 1,
  dress: 14,
  clean: 4,
  splice: 8, // two cables of 8 fibers, two ends, a quarter of them
  verify: 2,
  'set-up': 2,
};

function profilesOf(builder: PlanBuilder): { readonly hours: ProfileHours; readonly profiles: readonly ProfileHours[] } {
  const { hours, profiles } = derive(builder.build()).takeoff;
  return { hours: must(hours, 'hours'), profiles };
}

function withHalved(profile: LabourProfile, id: string): LabourProfile {
  const halved = ({ minutes, ...task }: LabourTask): LabourTask => ({
    ...task,
    minutes: { low: minutes.low / 2, likely: minutes.likely / 2, high: minutes.high / 2 },
  });
  return { ...profile, tasks: profile.tasks.map((task) => (task.id === id ? halved(task) : task)) };
}

/** Person-hours of one unit for one minute; set-up at a location is elapsed time, which utilisation does not stretch. */
function factorOf(profile: LabourProfile, task: LabourTask): number {
  return task.people / 60 / (task.unit === 'location' ? 1 : profile.utilisation);
}

describe('hours', () => {
  it('count the units of every task as one does by hand', () => {
    const { hours } = profilesOf(planWith([LABOUR]));
    expect(Object.fromEntries(hours.tasks.map(({ task, units }) => [task, units]))).toEqual(UNITS);
  });

  it('sum to units × minutes × people ÷ 60 ÷ utilisation', () => {
    // hang 13×7×2 + place 2×60×2 + mount 15 + 2×25×2 + seat 4 + pull 2.5 + 6 + dress 7 + clean 6 + splice 24 + verify 4 = 590.5, halved by utilisation; set-up 2×25
    const { hours } = profilesOf(planWith([LABOUR]));
    expect(hours.total).toBeCloseTo(590.5 / 60 / 0.5 + 50 / 60, 9);
    expect(hours.range.low).toBeCloseTo(hours.total / 2, 9);
    expect(hours.range.high).toBeCloseTo(hours.total * 2, 9);
    // 20.5 h for a crew of ten on eight-hour days: 0.26 days, told as 0.3.
    expect(hours.days).toBe(0.3);
  });

  for (const task of LABOUR.tasks) {
    it(`move by exactly units × factor when the minutes of ${task.id} are halved`, () => {
      const before = profilesOf(planWith([LABOUR]));
      const after = profilesOf(planWith([withHalved(LABOUR, task.id)]));
      const perMinute = (UNITS[task.id] ?? NaN) * factorOf(LABOUR, task);
      const moved = (minutes: number): number => (perMinute * minutes) / 2;
      expect(before.hours.total - after.hours.total).toBeCloseTo(moved(task.minutes.likely), 9);
      for (const [index, profile] of before.profiles.entries()) {
        const now = after.profiles[index];
        expect(profile.total - (now?.total ?? NaN)).toBeCloseTo(moved(task.minutes.likely), 9);
        expect(profile.range.low - (now?.range.low ?? NaN)).toBeCloseTo(moved(task.minutes.low), 9);
        expect(profile.range.likely - (now?.range.likely ?? NaN)).toBeCloseTo(moved(task.minutes.likely), 9);
        expect(profile.range.high - (now?.range.high ?? NaN)).toBeCloseTo(moved(task.minutes.high), 9);
      }
    });
  }

  it('say how many cables without a route their metres leave out, and nothing of those whose length people set', () => {
    const loose = planWith([LABOUR]).cabinet('C', 7000, 12_000).device('c', 'C', 1).link('z', 'a:p3', 'c:p1');
    expect(profilesOf(planWith([LABOUR])).hours.unknownCables).toBe(0);
    expect(profilesOf(loose).hours.unknownCables).toBe(1);
    expect(summarize(derive(loose.build()).takeoff, [], 0).hours?.unknownCables).toBe(1);
    expect(profilesOf(loose.override('z', { requiredMm: 9000 })).hours.unknownCables).toBe(0);
  });

  it('leave nothing out where no task counts metres between cabinets', () => {
    const tasks = LABOUR.tasks.filter(({ unit }) => unit !== 'cable-metre');
    const loose = planWith([{ ...LABOUR, tasks }])
      .cabinet('C', 7000, 12_000)
      .device('c', 'C', 1)
      .link('z', 'a:p3', 'c:p1');
    expect(profilesOf(loose).hours.unknownCables).toBe(0);
  });

  it('are none in a plan without labour profiles', () => {
    const { takeoff } = derive(planWith([]).build());
    expect([takeoff.hours, takeoff.profiles, summarize(takeoff, [], 0).hours]).toEqual([null, [], null]);
  });

  it('move in one profile only, by what that profile says, for every task of the profiles that ship', () => {
    const shipped = [...loadCatalog().labourProfiles.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(shipped.length).toBeGreaterThanOrEqual(3);
    const before = profilesOf(planWith(shipped)).profiles;
    for (const profile of shipped) {
      for (const task of profile.tasks) {
        const changed = shipped.map((one) => (one === profile ? withHalved(one, task.id) : one));
        const after = profilesOf(planWith(changed)).profiles;
        const units = before.find(({ profile: id }) => id === profile.id)?.tasks.find(({ task: id }) => id === task.id)?.units ?? NaN;
        const moved = (units * factorOf(profile, task) * task.minutes.likely) / 2;
        const expected = before.map(({ profile: id, total }) => (id === profile.id ? total - moved : total));
        for (const [index, { total }] of after.entries()) expect(total).toBeCloseTo(expected[index] ?? NaN, 9);
      }
    }
  });

  it('count blanking panels apart from what has rails and cords, and as light devices where a profile has no task for them', () => {
    const shipped = [...loadCatalog().labourProfiles.values()];
    const blanks = fittingsBuilder()
      .withCatalog({ labourProfiles: new Map(shipped.map((profile) => [profile.id, profile])) })
      .withSettings({ labourProfile: shipped[0]?.id ?? '' })
      .hall()
      .cabinet('A', 1000, 3000)
      .device('m', 'A', 1, { type: MANAGER.id })
      .device('p', 'A', 2, { type: must(BLANKS[0], 'panel').id })
      .device('q', 'A', 3, { type: must(BLANKS[1], 'panel').id });
    for (const { tasks } of profilesOf(blanks).profiles) {
      const units = (id: string): number | undefined => tasks.find(({ task }) => task === id)?.units;
      expect([units('mount-blanking'), units('mount-light')]).toEqual([2, 1]);
    }
    const older = planWith([LABOUR]).withCatalog({
      labourProfiles: new Map([[LABOUR.id, LABOUR]]),
      deviceTypes: new Map([...TEST_CATALOG.deviceTypes, ...BLANKS.map((type) => [type.id, type] as const)]),
    });
    const light = (of: PlanBuilder): number | undefined => profilesOf(of).hours.tasks.find(({ task }) => task === 'mount-light')?.units;
    const before = must(light(older), 'light devices');
    expect(light(older.device('p', 'A', 20, { type: must(BLANKS[0], 'panel').id }))).toBe(before + 1);
  });
});
