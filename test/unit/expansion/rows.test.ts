/** Where new rows stand: in halls of one row, of rows that face any way, with floor to spare, with things in the way. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { growPlan, type Grown } from '../../../shared/expansion/growPlan.ts';
import { HallTurn } from '../../../shared/expansion/rows/turnedHall.ts';
import type { Obstacle, Plan } from '../../../shared/plan/types.ts';
import type { Result, UserError } from '../../../shared/result.ts';
import { generateCampus } from '../../../shared/templates/campus/campus.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';
import type { RailHallOptions } from '../../../shared/templates/railOptions.ts';

const catalog = loadCatalog();
const planOf = (result: Result<Plan, UserError>): Plan => must(result.ok ? result.value : null, 'plan');
const hallPlan = (options: Partial<RailHallOptions>): Plan => planOf(generateRailOptimised(catalog, options));

function grown(plan: Plan, fabric: string | null = null): Grown {
  const result = growPlan(plan, { fabric, su: null });
  return must(result.ok ? result.value : null, result.ok ? '' : result.error.message);
}

/** Findings of codes that the plan before had none of. */
function newFindings(after: Plan, before: Plan): string[] {
  const known = new Set(derive(before).findings.map(({ code }) => code));
  return derive(after).findings.flatMap(({ code, message }) => (known.has(code) ? [] : [message]));
}

const placesOf = ({ cabinets }: Plan): string[] =>
  [...cabinets.values()].map(({ id, xMm, yMm, rotationDeg }) => `${id} ${xMm} ${yMm} ${rotationDeg}`).sort();
const junctionsOf = ({ junctions }: Plan): string[] => [...junctions.values()].map(({ id, xMm, yMm }) => `${id} ${xMm} ${yMm}`).sort();

describe('a hall of one row', () => {
  it.each(['h01', 'h02'])('of the usual campus (%s) gets a second one before its fronts, as where two are generated', (prefix) => {
    const before = planOf(generateCampus(catalog, {}));
    const { plan } = grown(before, `${prefix}-compute`);
    const rows = [...plan.cabinets.values()].filter(({ hall, row }) => hall === `${prefix}-hall-1` && row === 'B');
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(new Set(rows.map(({ yMm, rotationDeg }) => `${yMm} ${rotationDeg}`))).toEqual(new Set(['4800 0']));
    const south = Math.max(...must(plan.halls.get(`${prefix}-hall-1`), 'hall').outline.map(([, yMm]) => yMm));
    expect(south).toBe(9000);
    expect(newFindings(plan, before)).toEqual([]);
  });

  it('without a tray across gets trays across where those along both rows are joined', () => {
    const before = hallPlan({ su: 1, cabinetsPerRow: 10 });
    expect(new Set([...before.cabinets.values()].map(({ row }) => row))).toEqual(new Set(['A']));
    expect([...before.segments.values()].filter(({ kind }) => kind === 'ladder')).toEqual([]);
    const { plan } = grown(before);
    const generated = hallPlan({ su: 2, cabinetsPerRow: 10 });
    expect(placesOf(plan)).toEqual(placesOf(generated));
    expect(junctionsOf(plan)).toEqual(junctionsOf(generated));
    expect([...plan.segments.keys()].sort()).toEqual([...generated.segments.keys()].sort());
    expect(plan.halls.get('hall-1')?.outline).toEqual(generated.halls.get('hall-1')?.outline);
    expect(newFindings(plan, before)).toEqual([]);
  });
});

describe('rows that face any way', () => {
  it.each([
    [1, 90],
    [1, 180],
    [1, 270],
    [2, 90],
    [3, 180],
    [3, 270],
  ])('grow as those that face north and south: %i units turned by %i°', (su, degrees) => {
    const before = hallPlan({ su, cabinetsPerRow: 10 });
    const turn = new HallTurn(before.catalog, degrees);
    const after = grown(turn.plan(before, 'hall-1')).plan;
    const turned = turn.plan(grown(before).plan, 'hall-1');
    expect(placesOf(after)).toEqual(placesOf(turned));
    expect(junctionsOf(after)).toEqual(junctionsOf(turned));
    for (const table of ['halls', 'doors', 'obstacles', 'segments', 'devices'] as const)
      expect([...after[table].values()]).toEqual([...turned[table].values()]);
  });

  it('askew in a hall that is large enough; refused where its walls cannot be drawn along with them', () => {
    const roomy = hallPlan({ su: 2, cabinetsPerRow: 10, hall: { widthMm: 24_000, depthMm: 24_000 } });
    const turn = new HallTurn(roomy.catalog, 20);
    const askew = (plan: Plan): Plan => ({ ...turn.plan(plan, 'hall-1'), halls: plan.halls, obstacles: new Map() });
    const hall = must(roomy.halls.get('hall-1'), 'hall');
    const large = { ...askew(roomy), halls: new Map([['hall-1', { ...hall, outline: square(-20_000, 40_000) }]]), doors: new Map() };
    const { plan } = grown(large);
    expect(plan.halls.get('hall-1')?.outline).toEqual(square(-20_000, 40_000));
    const fresh = [...plan.cabinets.values()].filter(({ id }) => !large.cabinets.has(id));
    expect(fresh.length).toBeGreaterThanOrEqual(8);
    expect(new Set(fresh.map(({ rotationDeg }) => rotationDeg))).toEqual(new Set([200]));
    expect(newFindings(plan, large)).toEqual([]);

    const tight = {
      ...large,
      halls: new Map([['hall-1', turn.hall(must(hallPlan({ su: 2, cabinetsPerRow: 10 }).halls.get('hall-1'), 'hall'))]]),
    };
    expect(growPlan(tight, { fabric: null, su: null })).toMatchObject({
      ok: false,
      error: { code: 'expand.rows', remedy: expect.stringContaining('draw the hall larger') as string },
    });
  });
});

function square(fromMm: number, toMm: number): [number, number][] {
  return [
    [fromMm, fromMm],
    [toMm, fromMm],
    [toMm, toMm],
    [fromMm, toMm],
  ];
}

describe('floor to spare', () => {
  const roomy = hallPlan({ preset: 'h100', su: 2, cabinetsPerRow: 10, hall: { widthMm: 14_000, depthMm: 30_000 } });
  const thing = (kind: Obstacle['kind'], fromYMm: number, toYMm: number): Obstacle => ({
    id: 'thing',
    hall: 'hall-1',
    name: 'Thing',
    kind,
    outline: [
      [6000, fromYMm],
      [6500, fromYMm],
      [6500, toYMm],
      [6000, toYMm],
    ],
  });
  const withThing = (obstacle: Obstacle): Plan => ({ ...roomy, obstacles: new Map([...roomy.obstacles, [obstacle.id, obstacle]]) });
  const outline = roomy.halls.get('hall-1')?.outline;
  const lastY = Math.max(...[...roomy.cabinets.values()].map(({ yMm }) => yMm));

  it('is used before any wall is moved', () => {
    const { plan, notes } = grown(roomy);
    expect(plan.halls.get('hall-1')?.outline).toEqual(outline);
    expect(notes.filter((note) => note.includes('deeper'))).toEqual([]);
    expect([...plan.obstacles.values()]).toEqual([...roomy.obstacles.values()]);
    expect(newFindings(plan, roomy)).toEqual([]);
  });

  it('with a column in it: its place in the row is left free, and said so', () => {
    const { plan, notes } = grown(withThing(thing('column', lastY + 3700, lastY + 4200)));
    expect(plan.halls.get('hall-1')?.outline).toEqual(outline);
    expect(notes.join()).toContain('Data hall 1: places at which Thing stands are left free in the new rows');
    expect(derive(plan).findings.filter(({ code }) => code.startsWith('cabinet.'))).toEqual([]);
  });

  it('with something else in it: the hall is drawn deeper, and what stands there goes along', () => {
    const { plan, notes } = grown(withThing(thing('equipment', lastY + 3700, lastY + 4200)));
    expect(notes.join()).toMatch(/deeper to the south/u);
    expect(derive(plan).findings.filter(({ code }) => code.startsWith('cabinet.'))).toEqual([]);
  });

  it('and at the other side of the rows, where a wall is near', () => {
    const north = new HallTurn(roomy.catalog, 180);
    // The letters go from south to north, and north of the last row is the wall.
    const turned = north.plan(roomy, 'hall-1');
    const named = [...turned.cabinets.values()].map((cabinet) => ({ ...cabinet, row: cabinet.row === 'A' ? 'B' : 'A' }));
    const { plan } = grown({ ...turned, cabinets: new Map(named.map((cabinet) => [cabinet.id, cabinet])) });
    expect(plan.halls.get('hall-1')?.outline).toEqual(turned.halls.get('hall-1')?.outline);
    expect(newFindings(plan, roomy)).toEqual([]);
  });
});
