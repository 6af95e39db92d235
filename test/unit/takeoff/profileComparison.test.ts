/** Labor profiles beside each other: what they save, what a dearer cable may cost, and that no ratio is fixed. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import type { LabourProfile } from '../../../shared/catalog/types.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { ComparedProfile, ProfileComparison } from '../../../shared/takeoff/profileComparison.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const shipped = [...loadCatalog().labourProfiles.values()];
const idOf = (name: string): string =>
  must(
    shipped.find(({ id }) => id.endsWith(name)),
    name,
  ).id;
const [LOOM, STOCK, FIELD] = [idOf('custom-loom'), idOf('stock-jumper'), idOf('field-terminated')];

/** A hundred cables of one length between two cabinets; nothing hung, so that cables alone are compared. */
function comparisonAt(lengthMm: number, profiles: readonly LabourProfile[] = shipped, rate: number | null = 6000): ProfileComparison {
  const plan = new PlanBuilder()
    .withCatalog({ labourProfiles: new Map(profiles.map((profile) => [profile.id, profile])) })
    .withSettings({ labourProfile: STOCK, ...(rate === null ? {} : { labourRate: { amountMinor: rate, currency: 'USD' } }) })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .junction('west', 0, 4100)
    .junction('east', 13_000, 4100)
    .segment('tray', 'west', 'east');
  for (let port = 1; port <= 4; port += 1) plan.link(`l${port}`, `a:p${port}`, `b:p${port}`).override(`l${port}`, { requiredMm: lengthMm });
  return must(derive(plan.build()).takeoff.comparison, 'comparison');
}

function of(comparison: ProfileComparison, id: string): ComparedProfile {
  return must(
    comparison.profiles.find(({ profile }) => profile === id),
    id,
  );
}

describe('profiles beside each other', () => {
  it('differ in another ratio at 3, 20 and 50 m', () => {
    for (const id of [LOOM, FIELD]) {
      const ratios = [3000, 20_000, 50_000].map((lengthMm) => must(of(comparisonAt(lengthMm), id).ratio, 'ratio'));
      expect(new Set(ratios.map((ratio) => ratio.toFixed(4))).size).toBe(3);
    }
    // Longer cables are where pulling counts: there a loom saves more.
    const [short, long] = [of(comparisonAt(3000), LOOM), of(comparisonAt(50_000), LOOM)];
    expect(long.saved.likely).toBeGreaterThan(short.saved.likely);
  });

  it('move with any one task that is counted', () => {
    const before = comparisonAt(20_000);
    for (const profile of shipped)
      for (const task of profile.tasks) {
        const slower = { ...task, minutes: { low: task.minutes.low * 2, likely: task.minutes.likely * 2, high: task.minutes.high * 2 } };
        const changed = shipped.map((one) =>
          one === profile ? { ...one, tasks: one.tasks.map((each) => (each === task ? slower : each)) } : one,
        );
        const after = comparisonAt(20_000, changed);
        const isCounted = derivesUnits(profile.id, task.id);
        const moved = before.profiles.some(({ profile: id, ratio }) => Math.abs((ratio ?? 0) - (of(after, id).ratio ?? 0)) > 1e-9);
        expect([profile.id, task.id, moved]).toEqual([profile.id, task.id, isCounted]);
      }
  });

  it('give the break-even premium of a cable: saved hours × rate ÷ cables', () => {
    const loom = of(comparisonAt(20_000), LOOM);
    expect(loom.saved.likely).toBeGreaterThan(0);
    const cents = (loom.saved.likely * 6000) / 4;
    expect(loom.breakEvenPerCable?.likely).toEqual({ amountMinor: Math.round(cents), currency: 'USD' });
    expect(loom.cost?.likely.amountMinor).toBe(Math.round(loom.hours.likely * 6000));
    expect(loom.savedMinutesPerCable?.likely).toBeCloseTo((loom.saved.likely * 60) / 4, 9);
    // Splicing takes longer: such a cable has to be cheaper.
    expect(must(of(comparisonAt(20_000), FIELD).breakEvenPerCable, 'break-even').likely.amountMinor).toBeLessThan(0);
  });

  it('leave money out where the rate is unknown, and say minutes all the same', () => {
    const loom = of(comparisonAt(20_000, shipped, null), LOOM);
    expect([loom.cost, loom.breakEvenPerCable]).toEqual([null, null]);
    expect(loom.savedMinutesPerCable).not.toBeNull();
  });

  it('name the tasks that make the difference, which add up to it', () => {
    for (const one of comparisonAt(20_000).profiles) {
      expect(one.drivers.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(one.saved.likely, 9);
      const sizes = one.drivers.map(({ hours }) => Math.abs(hours));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    expect(of(comparisonAt(20_000), STOCK).drivers).toEqual([]);
    expect(of(comparisonAt(20_000), FIELD).drivers[0]?.task).toBe('terminate');
  });
});

/** Tasks of which the plan above has units. */
function derivesUnits(profile: string, task: string): boolean {
  const { profiles } = derive(twoCabinets()).takeoff;
  const found = profiles.find(({ profile: id }) => id === profile)?.tasks.find(({ task: id }) => id === task);
  return (found?.units ?? 0) > 0;
}

function twoCabinets(): Parameters<typeof derive>[0] {
  const plan = new PlanBuilder()
    .withCatalog({ labourProfiles: new Map(shipped.map((profile) => [profile.id, profile])) })
    .hall()
    .cabinet('A', 1000, 3000)
    .cabinet('B', 7000, 3000)
    .device('a', 'A', 1)
    .device('b', 'B', 1)
    .junction('west', 0, 4100)
    .junction('east', 13_000, 4100)
    .segment('tray', 'west', 'east');
  return plan.link('l1', 'a:p1', 'b:p1').build();
}
