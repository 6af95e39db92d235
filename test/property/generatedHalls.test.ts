/** Whatever a generated hall is asked for, it comes without errors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { derive } from '../../shared/engine/engine.ts';
import { parsePlanText } from '../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { COOLINGS, PLACEMENTS, RAIL_PRESETS, type RailHallOptions } from '../../shared/templates/railOptions.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { generateHall } from '../../shared/templates/hall.ts';

const catalog = loadCatalog();

const options: fc.Arbitrary<Partial<RailHallOptions>> = fc.record(
  {
    preset: fc.constantFrom(...RAIL_PRESETS, null),
    su: fc.integer({ min: 1, max: 6 }),
    nodesPerSu: fc.integer({ min: 1, max: 32 }),
    uplinksPerLeaf: fc.integer({ min: 1, max: 32 }),
    rails: fc.integer({ min: 1, max: 8 }),
    placement: fc.constantFrom(...PLACEMENTS),
    cooling: fc.constantFrom(...COOLINGS),
    nodesPerCabinet: fc.integer({ min: 1, max: 4 }),
    cabinetsPerRow: fc.integer({ min: 6, max: 20 }),
    ufm: fc.boolean(),
  },
  { requiredKeys: ['su'] },
);

describe('a generated hall', () => {
  it('has no errors, fills no tray beyond a quarter, and says the same after a round through its file', () => {
    let made = 0;
    fc.assert(
      fc.property(options, (given) => {
        const plan = generateRailOptimised(catalog, given);
        if (!plan.ok) return;
        made += 1;
        const { findings, takeoff } = derive(plan.value);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(Math.max(...takeoff.pathways.map(({ fillPct }) => fillPct))).toBeLessThanOrEqual(25);
        const text = serializePlan(plan.value);
        const read = parsePlanText(text);
        expect(read.ok && serializePlan(read.value)).toBe(text);
      }),
      { numRuns: 60, seed: 63 },
    );
    expect(made).toBeGreaterThan(30);
  });

  it('holds a device for every slot of the rule, each cabinet within its budget', () => {
    const plan = generateRailOptimised(catalog, { preset: 'h100', su: 3 });
    if (!plan.ok) throw new Error(plan.error.message);
    const slots = plan.value.fabrics.get('compute')?.slots ?? {};
    expect(new Set(Object.values(slots))).toEqual(new Set(plan.value.devices.keys()));
  });
});

describe('an empty hall', () => {
  it('has no errors, with any rows and any cabinet of the catalog', () => {
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.integer({ min: 1, max: 9 }),
          cabinetsPerRow: fc.integer({ min: 1, max: 20 }),
          cabinet: fc.constantFrom(...catalog.cabinetModels.keys()),
          trays: fc.boolean(),
        }),
        (given) => {
          const plan = generateHall(catalog, given);
          if (!plan.ok) throw new Error(plan.error.message);
          expect(plan.value.cabinets.size).toBe(given.rows * given.cabinetsPerRow);
          expect(derive(plan.value).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 63 },
    );
  });
});
