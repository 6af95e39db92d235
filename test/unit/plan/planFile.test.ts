import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as v from 'valibot';
import type { catalogSchemas } from '../../../shared/catalog/schema.ts';
import { CABINET, JUMPER, TEST_CATALOG } from '../../support/testCatalog.ts';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { PlanBuilder, withTablesReversed } from '../../support/planBuilder.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { settingsSchema, tableSchemas } from '../../../shared/plan/schema.ts';
import { type EntityOf, type TableName } from '../../../shared/plan/schema.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import type { Plan, Settings } from '../../../shared/plan/types.ts';

function read(text: string): Plan {
  const parsed = parsePlanText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('a new plan', () => {
  it('has slack, fill, feeds, spares and aisles as the trade has them', () => {
    expect(emptyPlan('Hall 4').settings).toMatchObject({
      aisles: { coldMinMm: 1220, hotMinMm: 900 },
      dropReachMm: 1500,
      slack: { insideCabinetMmPerEnd: 150, jumperMmPerEnd: 500, jumperPctOfPathway: 2, trunkMmPerEnd: 2000, copperMmPerEnd: 0 },
      fill: { byKind: { basket: { planPct: 25, warnPct: 40, errorPct: 50 } }, conduitPct: { one: 53, two: 31, more: 40 } },
      feedsPerCabinet: 2,
      sparesPct: { cables: 10, transceivers: 10 },
      labourProfile: 'custom-loom',
    });
  });

  it('can be saved and read before it holds anything', () => {
    expect(read(serializePlan(emptyPlan('Hall 4')))).toEqual(emptyPlan('Hall 4'));
  });
});

describe('a plan file', () => {
  const plan = new PlanBuilder()
    .hall()
    .cabinet('A02', 1600, 2000)
    .cabinet('A01', 1000, 2000)
    .device('s2', 'A02', 1)
    .device('s1', 'A01', 1)
    .fabric({
      id: 'f',
      name: 'Compute',
      rule: { kind: 'rail-optimised', parameters: { su: 1, nodesPerSu: 1, rails: 1, uplinksPerLeaf: 1, switchPorts: 2, ufm: false } },
      tiers: {
        'leaf-spine': { family: JUMPER.id, transceiverA: null, transceiverB: null },
        'node-leaf': { family: JUMPER.id, transceiverA: null, transceiverB: null },
      },
      slots: { 'su1.node01': 's1', 'su1.leaf1': 's2' },
    })
    .build();

  it('has one thing a line, in the order of ids, and ends with a newline', () => {
    const lines = serializePlan(plan).split('\n');
    const cabinets = lines.slice(lines.indexOf('"cabinets":[') + 1, lines.indexOf('"cabinets":[') + 3);
    expect(cabinets).toEqual([
      '{"id":"A01","hall":"H","model":"test/cabinet","name":"A01","openSides":false,"powerBudgetW":null,"rotationDeg":0,"row":null,"xMm":1000,"yMm":2000},',
      '{"id":"A02","hall":"H","model":"test/cabinet","name":"A02","openSides":false,"powerBudgetW":null,"rotationDeg":0,"row":null,"xMm":1600,"yMm":2000}',
    ]);
    expect(lines[0]).toBe('{"format":"raceway",');
    expect(lines.at(-1)).toBe('');
  });

  it('has one slot of a fabric a line, so that changes by two people merge', () => {
    const lines = serializePlan(plan).split('\n');
    expect(lines).toContain('"su1.leaf1":"s2",');
    expect(lines).toContain('"su1.node01":"s1"');
  });

  it('changes in one line when one cabinet moves', () => {
    const moved = new Map(plan.cabinets).set('A01', { ...plan.cabinets.get('A01')!, xMm: 1200 });
    const [before, after] = [serializePlan(plan), serializePlan({ ...plan, cabinets: moved })].map((text) => text.split('\n'));
    expect(after!.filter((line, i) => line !== before![i])).toHaveLength(1);
  });

  it('does not show in which order things came about', () => {
    expect(serializePlan(withTablesReversed(plan))).toBe(serializePlan(plan));
  });

  it('keeps the fields that a later release added, at every level', () => {
    const text = serializePlan(plan)
      .replace('"format":"raceway",', '"format":"raceway","zones":[{"id":"z1"}],')
      .replace('"catalog":{', '"catalog":{"pipes":[{"id":"p1"}],')
      .replace('{"id":"A01",', '{"id":"A01","colour":{"front":"white","rear":["black"]},')
      .replace('"frame":{', '"frame":{"tiltDeg":0.5,');
    const again = serializePlan(read(text));
    expect(again).toContain('"colour":{"front":"white","rear":["black"]}');
    expect(again).toContain('"tiltDeg":0.5');
    expect(again).toContain('\n"zones":[{"id":"z1"}]');
    expect(again).toContain('\n"pipes":[{"id":"p1"}]');
    expect(serializePlan(read(again))).toBe(again);
  });

  it('takes minus zero for zero', () => {
    expect(read(serializePlan(plan).replace('"xMm":1000', '"xMm":-0')).cabinets.get('A01')?.xMm).toBe(0);
  });

  it('holds the catalog entries that it was given, and only those', () => {
    expect(read(serializePlan(plan)).catalog).toEqual(TEST_CATALOG);
    expect(serializePlan({ ...plan, catalog: { ...TEST_CATALOG, cabinetModels: new Map([[CABINET.id, CABINET]]) } })).not.toContain(
      'test/wide-cabinet',
    );
  });
});

/** Names of the fields that a type declares, without those that `looseObject` lets in besides. */
type Named<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] };

describe('schemas', () => {
  it('name the very fields of the types, table by table', () => {
    type Schemas = typeof tableSchemas;
    expectTypeOf<{ [T in TableName]: Named<v.InferOutput<Schemas[T]>> }>().toEqualTypeOf<{ [T in TableName]: Named<EntityOf<T>> }>();
    expectTypeOf<Exclude<keyof Plan, 'name' | 'variant' | 'variants' | 'settings' | 'catalog'>>().toEqualTypeOf<TableName>();
    expectTypeOf<Named<v.InferOutput<typeof settingsSchema>>>().toEqualTypeOf<keyof Settings>();
  });

  it('name the very fields of the catalog entries', () => {
    type Schemas = typeof catalogSchemas;
    type Entry<T extends keyof Catalog> = Catalog[T] extends ReadonlyMap<string, infer E> ? E : never;
    expectTypeOf<keyof Schemas>().toEqualTypeOf<keyof Catalog>();
    expectTypeOf<{ [T in keyof Catalog]: Named<v.InferOutput<Schemas[T]>> }>().toEqualTypeOf<{ [T in keyof Catalog]: keyof Entry<T> }>();
  });
});
