/** From plain JSON of the current version to a plan: every part through its schema, ids unique, references sound. */
import * as v from 'valibot';
import { catalogSchemas } from '../catalog/schema.ts';
import { compareIds } from './sortedById.ts';
import { fail, ok } from '../result.ts';
import { findUnsoundness } from './soundness.ts';
import { headSchemas, laterTables, tableNames, tableSchemas } from './schema.ts';
import { schemaFault } from '../schemaFault.ts';
import type { Catalog } from '../catalog/types.ts';
import type { JsonPath } from './jsonText.ts';
import type { Plan } from './types.ts';
import type { RawPlan } from './rawPlan.ts';
import type { Result } from '../result.ts';

export interface PlanFault {
  readonly code: string;
  /** Down from the plan; an entity stands by its id where it has one: `cabinets`, `A01`, `xMm`. */
  readonly path: JsonPath;
  /** Where the fault is in the file, when the path by id leads elsewhere. */
  readonly at?: JsonPath;
  readonly message: string;
  readonly remedy: string;
}

interface Entity {
  readonly id: string;
}

/** How many entities are read between two words of progress. */
const PROGRESS_STEP = 2_000;

/** The plan, its tables in the order of ids. `onProgress` hears the share of entities that were read. */
export function readPlan(raw: RawPlan, onProgress: (share: number) => void = () => undefined): Result<Plan, PlanFault> {
  const { format: _format, version: _version, ...content } = raw;
  const plan: Record<string, unknown> = { ...content };
  for (const [part, schema] of Object.entries<v.GenericSchema<unknown, unknown>>(headSchemas)) {
    const read = readPart(schema, raw[part], [part]);
    if (!read.ok) return read;
    plan[part] = read.value;
  }
  const catalog = readCatalog(raw['catalog']);
  if (!catalog.ok) return catalog;
  plan['catalog'] = catalog.value;

  const total = tableNames.reduce((sum, table) => sum + lengthOf(raw[table]), 0);
  let done = 0;
  const onEntity = (): void => {
    done += 1;
    if (done % PROGRESS_STEP === 0) onProgress(done / total);
  };
  for (const table of tableNames) {
    const read = readTable(tableSchemas[table], raw[table] ?? (laterTables.has(table) ? [] : undefined), [table], onEntity);
    if (!read.ok) return read;
    plan[table] = read.value;
  }
  // Every part has passed its schema, and the schemas agree with the types.
  const whole = plan as unknown as Plan;
  const unsound = findUnsoundness(whole);
  return unsound === null ? ok(whole) : fail(unsound);
}

function readCatalog(raw: unknown): Result<Catalog, PlanFault> {
  const shape = readPart(v.looseObject({}), raw, ['catalog']);
  if (!shape.ok) return shape;
  const catalog: Record<string, unknown> = { ...shape.value };
  for (const [table, schema] of Object.entries(catalogSchemas)) {
    const read = readTable(schema, catalog[table], ['catalog', table], () => undefined);
    if (!read.ok) return read;
    catalog[table] = read.value;
  }
  return ok(catalog as unknown as Catalog);
}

function readTable(
  schema: v.GenericSchema<unknown, Entity>,
  raw: unknown,
  path: JsonPath,
  onEntity: () => void,
): Result<ReadonlyMap<string, Entity>, PlanFault> {
  const list = readPart(v.array(v.unknown()), raw, path);
  if (!list.ok) return list;
  const entities: Entity[] = [];
  const seen = new Set<string>();
  for (const [index, item] of list.value.entries()) {
    const id = idOf(item);
    const read = readPart(schema, item, [...path, id ?? index], [...path, index]);
    if (!read.ok) return read;
    if (seen.has(read.value.id)) return fail(duplicateId(path, read.value.id, index));
    seen.add(read.value.id);
    entities.push(read.value);
    onEntity();
  }
  entities.sort((a, b) => compareIds(a.id, b.id));
  return ok(new Map(entities.map((entity) => [entity.id, entity])));
}

/** One value through its schema. `path` is for people, `at` is where the value stands in the file. */
function readPart<T>(schema: v.GenericSchema<unknown, T>, raw: unknown, path: JsonPath, at: JsonPath = path): Result<T, PlanFault> {
  const checked = v.safeParse(schema, raw, { abortEarly: true });
  if (checked.success) return ok(checked.output);
  const { path: inside, message, remedy } = schemaFault(checked.issues[0], String(path.at(-1)));
  return fail({ code: 'plan.invalid', path: [...path, ...inside], at: [...at, ...inside], message, remedy });
}

function duplicateId(path: JsonPath, id: string, index: number): PlanFault {
  return {
    code: 'plan.duplicate-id',
    path: [...path, id],
    at: [...path, index],
    message: 'another entry of this table has the same id',
    remedy: 'give one of the two another id, or delete it',
  };
}

function idOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('id' in item)) return null;
  return typeof item.id === 'string' && item.id !== '' ? item.id : null;
}

function lengthOf(table: unknown): number {
  return Array.isArray(table) ? table.length : 0;
}
