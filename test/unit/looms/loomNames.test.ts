/** Names of looms tell them apart over a whole campus, whatever its cabinets, its pattern and its people call things. */
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { explain } from '../../../shared/engine/explain.ts';
import { buildSheetTables } from '../../../shared/looms/buildSheet.ts';
import { namedLoom } from '../../../shared/looms/findLoom.ts';
import { loomsOf } from '../../../shared/looms/looms.ts';
import { USUAL_LOOMS } from '../../../shared/looms/loomSettings.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { sheetsOf, textsOf } from '../../support/sheetFiles.ts';
import { namedThings } from '../../../electron/cli/namedThings.ts';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { templates } from '../../../shared/templates/templates.ts';

const campus = must(
  templates.find(({ name }) => name === 'campus'),
  'campus',
).generate(loadCatalog(), { halls: '2', preset: 'h100', su: '1' });
const plan = must(campus.ok ? campus.value : null, 'campus');
const derived = derive(plan);
const looms = loomsOf(derived);

function namesWith(change: Partial<Plan>): string[] {
  return loomsOf(derive({ ...plan, ...change })).map(({ name }) => name);
}

function patterned(namePattern: string): Partial<Plan> {
  return { settings: { ...plan.settings, looms: { ...USUAL_LOOMS, namePattern } } };
}

function expectUnlike(names: readonly string[]): void {
  expect(names).toHaveLength(looms.length);
  expect(new Set(names).size).toBe(names.length);
}

describe('names of looms on a campus', () => {
  it('stand once, with the hall where cabinets are called alike', () => {
    expect(looms.length).toBeGreaterThan(80);
    const names = looms.map(({ name }) => name);
    expectUnlike(names);
    expect(names).toContain('Data hall 1.A03-A04-1');
    expect(names).toContain('Data hall 2.A03-A04-1');
    for (const loom of looms) expect(namedLoom(derived, loom.name)).toBe(loom);
  });

  it.each(['{a}-{b}-{n}', 'L-{nnn}', '{b}/{a}', 'Loom', '{a}-{n}'])('stand once by the pattern %s', (pattern) => {
    expectUnlike(namesWith(patterned(pattern)));
  });

  it('are counted over the plan where the pattern names no cabinet', () => {
    expect(namesWith(patterned('L-{nnn}')).slice(0, 3)).toEqual(['L-001', 'L-002', 'L-003']);
  });

  it('stand once where halls are called alike, and cabinets of one hall', () => {
    expectUnlike(namesWith({ halls: new Map([...plan.halls].map(([id, hall]) => [id, { ...hall, name: 'Hall' }])) }));
    expectUnlike(namesWith({ cabinets: new Map([...plan.cabinets].map(([id, cabinet]) => [id, { ...cabinet, name: 'A' }])) }));
  });

  it('are those that people gave, told apart where they gave one twice or a derived one', () => {
    const ids = (loom: (typeof looms)[number]): string[] => loom.members.map((row) => derived.cabling.cableId(row)).sort();
    const decided = looms
      .slice(0, 2)
      .map((loom, at) => ({ id: `loom-${at + 1}`, name: looms[2]!.name, cables: ids(loom), make: null, pulledFrom: null }));
    const names = namesWith({ looms: new Map(decided.map((loom) => [loom.id, loom])) });
    expectUnlike(names);
    expect(names).toContain(looms[2]!.name);
    expect(names).toContain(`${looms[2]!.name}.2`);
  });
});

describe('every name that is printed', () => {
  it('leads to all things that have it, each of which can be explained', () => {
    const { cabinets, devices, segments, halls } = plan;
    const things = [...cabinets.values(), ...devices.values(), ...segments.values(), ...halls.values(), ...looms];
    const idsByName = new Map<string, string[]>();
    for (const { id, name } of things) idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
    for (const [name, ids] of idsByName) expect(namedThings(derived, name).map(({ id }) => id)).toEqual(ids);
    for (const { id } of things) expect(explain(derived, id)).not.toBeNull();
    for (const { id, name, hall } of cabinets.values()) {
      expect(namedThings(derived, `${must(halls.get(hall), hall).name}.${name}`).map((thing) => thing.id)).toEqual([id]);
    }
  });
});

describe('what is built and bought on a campus', () => {
  it('has the id and the halls of each loom in the build sheet, and on paper', () => {
    for (const table of buildSheetTables(derived)) {
      const at = (title: string): number => table.columns.findIndex((column) => column.title === title);
      const rows = [...table.rows];
      expect(new Set(rows.map((row) => row[at('Loom ID')])).size).toBe(looms.length);
      const between = must(
        rows.find((row) => row[at('Hall 1')] !== row[at('Hall 2')]),
        'between halls',
      );
      expect([between[at('Hall 1')], between[at('Hall 2')]]).toEqual(['Core hall', 'Data hall 1']);
    }
    const texts = sheetsOf(derived, 'A3', 'looms').flatMap((sheet) => textsOf(sheet).map(({ text }) => text));
    for (const { name, id } of looms) {
      expect(texts).toContain(`Loom ${name}`);
      expect(texts.some((text) => text.startsWith(`ID ${id}  ·  breakout 1 at `))).toBe(true);
    }
    expect(texts.some((text) => text.startsWith('End 1 A01 in Core hall, end 2 A04 in Data hall 1'))).toBe(true);
  });

  it('is said once: the bill prices jumpers, and says what the build sheet orders instead of which', () => {
    const texts = billTexts(derived);
    const cables = looms.reduce((sum, { members }) => sum + members.length, 0);
    const madeMm = looms.flatMap(({ trunkMm, legs }) => legs.map(({ madeMm: made }) => trunkMm + made![0] + made![1]));
    const metres = madeMm.reduce((sum, one) => sum + one, 0) / 1000;
    expect(texts['Looms']).toContain(`ordered by the build sheet instead: ${looms.length} looms, ${cables} cables, ${metres} m; `);
    const { lines } = billOfMaterials(plan, derived.survey, derived.cabling, derived.takeoff);
    const bought = lines.filter((line) => line.class === 'cable').reduce((sum, { required }) => sum + required, 0);
    expect(bought).toBe(derived.takeoff.cables.count);
    const stock = derive({
      ...plan,
      settings: {
        ...plan.settings,
        looms: { ...USUAL_LOOMS, makeByTier: Object.fromEntries(derived.cabling.tiers.map(({ name }) => [name, 'stock'])) },
      },
    });
    expect(billTexts(stock)['Looms']).toBeUndefined();
  });

  it('hangs no conduit as a tray, and says how many metres are left out', () => {
    const conduits = derived.survey.network.segments.flatMap(({ kind }, row) => (kind === 'conduit' ? [row] : []));
    expect(conduits.length).toBeGreaterThan(0);
    const { takeoff, survey } = derived;
    const trayMm = survey.network.segments.reduce(
      (sum, { kind }, row) => (kind === 'conduit' ? sum : sum + survey.network.edgeLengthMm[row]!),
      0,
    );
    for (const { tasks } of takeoff.profiles) {
      for (const { units } of tasks.filter(({ unit }) => unit === 'pathway-metre')) expect(units).toBeCloseTo(trayMm / 1000, 6);
    }
    expect(takeoff.conduitMm).toBeGreaterThan(0);
    expect(billTexts(derived)['Conduits']).toContain(`${takeoff.conduitMm / 1000} m of conduit are in no hours (assumption: `);
  });
});

function billTexts({ plan: own, survey, cabling, takeoff }: Derived): Readonly<Record<string, string>> {
  return Object.fromEntries(billOfMaterials(own, survey, cabling, takeoff).assumptions.map(({ subject, text }) => [subject, text]));
}
