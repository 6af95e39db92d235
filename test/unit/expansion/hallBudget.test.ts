/** The power budget of a hall that grows. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { growPlan, type Grown } from '../../../shared/expansion/growPlan.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import type { Plan } from '../../../shared/plan/types.ts';

const catalog = loadCatalog();

function generated(preset: 'h100' | 'b200', su: number): Plan {
  const plan = generateRailOptimised(catalog, { preset, su });
  return must(plan.ok ? plan.value : null, 'plan');
}

function grown(plan: Plan): Grown {
  const result = growPlan(plan, { fabric: null, su: null });
  return must(result.ok ? result.value : null, 'grown');
}

const budget = (plan: Plan): number | null => must(plan.halls.get('hall-1'), 'hall').powerBudgetW;
const withBudget = (plan: Plan, powerBudgetW: number | null): Plan => ({
  ...plan,
  halls: new Map([...plan.halls].map(([id, hall]) => [id, { ...hall, powerBudgetW }])),
});
const powerFindings = (plan: Plan): string[] => derive(plan).findings.flatMap(({ code }) => (code.startsWith('hall.') ? [code] : []));

describe('the power budget of a hall that grows', () => {
  it.each([
    ['h100', 1],
    ['h100', 2],
    ['h100', 3],
    ['b200', 1],
    ['b200', 2],
  ] as const)('of the %s is raised from %i units to what one generated with one more has, and the notes say so', (preset, su) => {
    const before = generated(preset, su);
    const { plan, notes } = grown(before);
    expect(budget(plan)).toBe(budget(generated(preset, su + 1)));
    expect(powerFindings(plan)).toEqual([]);
    expect(notes.join('\n')).toMatch(/Data hall 1 draws [\d.]+ kW then, .* is raised to [\d.]+ kW, which the building must give$/mu);
  });

  it('is kept where it bears the new load, and where there is none', () => {
    const before = generated('h100', 1);
    for (const kept of [5_000_000, null]) {
      const { plan, notes } = grown(withBudget(before, kept));
      expect(budget(plan)).toBe(kept);
      expect(notes.join('\n')).not.toContain('power budget');
    }
  });

  it('is raised by the new load alone where it was exceeded before, so that the finding stays', () => {
    const before = withBudget(generated('h100', 1), 100_000);
    expect(powerFindings(before)).toEqual(['hall.over-power']);
    expect(powerFindings(grown(before).plan)).toEqual(['hall.over-power']);
  });

  it('counts no device of unknown power, and says so', () => {
    const before = generated('h100', 1);
    const switchType = must(
      [...before.devices.values()].find(({ role }) => role === 'leaf'),
      'leaf',
    ).type;
    const deviceTypes = new Map(
      [...before.catalog.deviceTypes].map(([id, type]) => [id, id === switchType ? { ...type, maxPowerW: null } : type]),
    );
    const { notes } = grown({ ...before, catalog: { ...before.catalog, deviceTypes } });
    // 12 leaves and spines stand, 12 come.
    expect(notes.join('\n')).toMatch(/draws at least [\d.]+ kW then.*; 24 devices of unknown power are not in it/u);
  });

  it('of a cabinet is told as unjudged where the power of its devices is unknown, and of no other', () => {
    const before = generated('h100', 1);
    const leafType = must(
      [...before.devices.values()].find(({ role }) => role === 'leaf'),
      'leaf',
    ).type;
    const deviceTypes = new Map(
      [...before.catalog.deviceTypes].map(([id, type]) => [id, id === leafType ? { ...type, maxPowerW: null } : type]),
    );
    const unknown = { ...before, catalog: { ...before.catalog, deviceTypes } };
    const budgets = (powerBudgetW: number | null): Plan => ({
      ...unknown,
      cabinets: new Map([...unknown.cabinets].map(([id, cabinet]) => [id, { ...cabinet, powerBudgetW }])),
    });
    const { plan, notes } = grown(budgets(60_000));
    const note = must(
      notes.find((one) => one.includes('is unknown, so whether')),
      'note',
    );
    const taking = new Set([...plan.devices.values()].filter(({ id }) => !before.devices.has(id)).map(({ cabinet }) => cabinet));
    const named = [...plan.devices.values()].filter(({ type, cabinet }) => type === leafType && taking.has(cabinet));
    expect(note.split(':')[0]?.split(', ').sort()).toEqual(
      [...new Set(named.map(({ cabinet }) => must(plan.cabinets.get(cabinet), cabinet).name))].sort(),
    );
    expect(note).toContain(`the power of ${named.length} devices is unknown`);
    expect(grown(budgets(null)).notes.join()).not.toContain('is unknown, so whether');
    expect(grown(before).notes.join()).not.toContain('is unknown, so whether');
  });
});
