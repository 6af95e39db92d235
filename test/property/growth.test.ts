/** Laws of growth, over halls of all families and sizes, turned, moved, widened and with things in the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { must } from '../../shared/assert.ts';
import { contentEdit, replaceContent } from '../../shared/commands/content.ts';
import { redoStep, runCommand, undoStep } from '../../shared/commands/history.ts';
import { derive } from '../../shared/engine/engine.ts';
import { expansionOf } from '../../shared/expansion/expansion.ts';
import { growPlan } from '../../shared/expansion/growPlan.ts';
import { HallTurn } from '../../shared/expansion/rows/turnedHall.ts';
import type { Plan, PointMm } from '../../shared/plan/types.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import type { Result, UserError } from '../../shared/result.ts';
import { generateCampus } from '../../shared/templates/campus/campus.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { PLACEMENTS, type RailHallOptions } from '../../shared/templates/railOptions.ts';
import { generateSuperpod } from '../../shared/templates/superpod/superpod.ts';
import { lawRuns } from '../support/runs.ts';

const catalog = loadCatalog();
const planOf = (result: Result<Plan, UserError>): Plan => must(result.ok ? result.value : null, 'plan');

interface Family {
  readonly su: number;
  readonly at: (su: number) => Plan;
  readonly fabric: string | null;
}

const superpods = fc
  .integer({ min: 1, max: 3 })
  .map((su): Family => ({ su, fabric: null, at: (units) => planOf(generateSuperpod(catalog, { su: units })) }));

const halls = fc
  .record({
    preset: fc.constantFrom('h100' as const, 'b200' as const, null),
    su: fc.integer({ min: 1, max: 4 }),
    placement: fc.constantFrom(...PLACEMENTS),
    cabinetsPerRow: fc.constantFrom(null, 10, 18),
    nodesPerSu: fc.constantFrom(8, 32),
  })
  .map(({ preset, nodesPerSu, ...rest }): Family => {
    const options = (su: number): Partial<RailHallOptions> => ({ ...rest, su, ...(preset === null ? { nodesPerSu } : { preset }) });
    return { su: rest.su, fabric: null, at: (su) => planOf(generateRailOptimised(catalog, options(su))) };
  })
  .filter(({ su, at }) => isMade(() => [at(su), at(su + 1)]));

const campuses = fc
  .record({ su: fc.integer({ min: 1, max: 2 }), hall: fc.constantFrom('h01', 'h02') })
  .map(({ su, hall }): Family => ({ su, fabric: `${hall}-compute`, at: (units) => planOf(generateCampus(catalog, { su: units })) }));

function isMade(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

const changes = fc.record({
  turn: fc.constantFrom(0, 0, 90, 180, 270),
  dxMm: fc.constantFrom(0, 0, 250),
  eastMm: fc.constantFrom(0, 0, 6000),
  southMm: fc.constantFrom(0, 0, 3000, 12_000),
  column: fc.option(fc.record({ x: fc.integer({ min: 5, max: 95 }), y: fc.integer({ min: 5, max: 95 }) }), { freq: 2 }),
});

type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

/** What people do to a hall before it grows: everything moved, walls farther out, a column, all of it turned. */
function changed(plan: Plan, { turn, dxMm, eastMm, southMm, column }: Changes): Plan {
  const [hall, ...others] = plan.halls.values();
  if (hall === undefined || others.length > 0) return plan;
  const [widthMm, depthMm] = [Math.max(...hall.outline.map(([x]) => x)), Math.max(...hall.outline.map(([, y]) => y))];
  const outline = hall.outline.map(([x, y]): PointMm => [x === widthMm ? x + eastMm : x, y === depthMm ? y + southMm : y]);
  const at = (share: number, lengthMm: number): number => Math.round((share * lengthMm) / 100);
  const [x, y] = [at(column?.x ?? 0, widthMm + eastMm), at(column?.y ?? 0, depthMm + southMm)];
  const corners: PointMm[] = [
    [x, y],
    [x + 300, y],
    [x + 300, y + 300],
    [x, y + 300],
  ];
  const moved: Plan = {
    ...plan,
    halls: new Map([[hall.id, { ...hall, outline }]]),
    doors: new Map([...plan.doors].filter(([, { edge }]) => edge !== 2)),
    cabinets: new Map([...plan.cabinets].map(([id, cabinet]) => [id, { ...cabinet, xMm: cabinet.xMm + dxMm }])),
    obstacles:
      column === null
        ? plan.obstacles
        : new Map([...plan.obstacles, ['pillar', { id: 'pillar', hall: hall.id, name: 'Pillar', kind: 'column', outline: corners }]]),
  };
  return new HallTurn(plan.catalog, turn).plan(moved, hall.id);
}

const codesOf = (plan: Plan): string[] => derive(plan).findings.map(({ code }) => code);

describe('growth by one unit', () => {
  it(
    'keeps what stands, is one step that undo takes back, counts every link once, and brings no finding of its own',
    { timeout: 3_600_000 },
    () => {
      let grownOnes = 0;
      fc.assert(
        fc.property(fc.oneof(superpods, halls, campuses), changes, ({ su, at, fabric }, change) => {
          const before = changed(at(su), change);
          const result = growPlan(before, { fabric, su: null });
          if (!result.ok) {
            expect([result.error.code, result.error.remedy !== '']).toEqual([expect.stringMatching(/^expand\.(rows|room|hall)$/u), true]);
            return;
          }
          grownOnes += 1;
          const { plan, notes } = result.value;
          for (const [id, { cabinet, positionU, face }] of before.devices)
            expect(plan.devices.get(id)).toMatchObject({ cabinet, positionU, face });
          for (const [id, cabinet] of before.cabinets) expect(plan.cabinets.get(id)).toEqual(cabinet);

          const edit = contentEdit(before, plan);
          const done = runCommand(before, replaceContent, { edit: must(edit.ok ? edit.value : null, 'edit'), label: 'Grow' });
          const { plan: after, step } = must(done.ok ? done.value : null, done.ok ? '' : done.error.message);
          const undone = undoStep(after, must(step, 'step'));
          expect(serializePlan(undone)).toEqual(serializePlan(before));
          expect(serializePlan(redoStep(undone, must(step, 'step')))).toEqual(serializePlan(after));

          const [was, is] = [derive(before), derive(after)];
          const { links, byTier } = expansionOf(was, is);
          expect(links.kept + links.moved + links.removed).toBe(was.takeoff.links.count);
          expect(links.kept + links.moved + links.added).toBe(is.takeoff.links.count);
          expect(byTier.reduce((sum, { added }) => sum + added, 0)).toBe(links.added);

          const known = new Set([...was.findings.map(({ code }) => code), ...codesOf(at(su + 1))]);
          // Of pathways that it leads into columns the notes tell, one by one.
          const told = (message: string): boolean => notes.some((note) => note.startsWith(`${message}:`));
          expect(is.findings.filter(({ code, message }) => !known.has(code) && !told(message)).map(({ message }) => message)).toEqual([]);
        }),
        lawRuns(12, 500),
      );
      expect(grownOnes).toBeGreaterThan(6);
    },
  );
});
