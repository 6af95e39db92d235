/** From plain JSON of the current version to a plan: every part through its schema, ids unique, references sound. */
import * as v from 'valibot';
import { catalogSchemas } from '../catalog/schema.ts';
import { compareIds } from './sortedById.ts';
import { fail, ok } from '../result.ts';
import { findUnsoundness } from './soundness.ts';
import { headSchemas, laterTables, tableNames, tableSchemas, variantNameSchema } from './schema.ts';
import { schemaFault } from '../schemaFault.ts';
import type { Catalog } from '../catalog/types.ts';
import type { JsonPath } from './jsonText.ts';
import { contentOf, ownVariant, SHARED_DRAWINGS, type PlanContent, type Variant, type VariantName } from './variants.ts';
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
  const { format: _format, version: _version, variants: rawVariants, ...rest } = raw;
  const rawSiblings = Array.isArray(rawVariants) ? rawVariants.map((item): unknown => item) : [];
  const total = [raw, ...rawSiblings.map(asObject)].reduce((sum, content) => sum + entitiesIn(content), 0);
  let done = 0;
  const onEntity = (): void => {
    done += 1;
    if (done % PROGRESS_STEP === 0) onProgress(done / total);
  };
  const name = readPart(headSchemas.name, raw['name'], ['name']);
  if (!name.ok) return name;
  const variant = rest['variant'] === undefined ? ok(undefined) : readPart(variantNameSchema, rest['variant'], ['variant']);
  if (!variant.ok) return variant;
  const content = readContent(rest, [], [], onEntity);
  if (!content.ok) return content;
  const plan = { ...content.value, name: name.value, ...(variant.value === undefined ? {} : { variant: variant.value }) };
  const variants = readVariants(rawVariants ?? [], plan, onEntity);
  if (!variants.ok) return variants;
  return ok({ ...plan, variants: variants.value });
}

function readVariants(raw: unknown, plan: Omit<Plan, 'variants'>, onEntity: () => void): Result<ReadonlyMap<string, Variant>, PlanFault> {
  const list = readPart(v.array(v.unknown()), raw, ['variants']);
  if (!list.ok) return list;
  const read: ReadVariant[] = [];
  const drawings = new Map(plan.drawingFiles);
  for (const [index, item] of list.value.entries()) {
    const at: JsonPath = ['variants', index];
    const head = readPart(variantNameSchema, item, ['variants', idOf(item) ?? index], at);
    if (!head.ok) return head;
    const { id, name } = head.value;
    if (id === ownVariant(plan).id || read.some((one) => one.id === id)) return fail(duplicateId(['variants'], id, index));
    const { id: _id, name: _name, [SHARED_DRAWINGS]: rawShared = [], ...members } = asObject(item);
    const shared = readPart(v.array(v.string()), rawShared, ['variants', id, SHARED_DRAWINGS], [...at, SHARED_DRAWINGS]);
    if (!shared.ok) return shared;
    const content = readContent(members, ['variants', id], at, onEntity);
    if (!content.ok) return content;
    for (const [file, drawing] of content.value.drawingFiles) drawings.set(file, drawing);
    read.push({ id, name, content: content.value, shared: shared.value });
  }
  const variants = read.map(({ id, name, content, shared }): [string, Variant] => {
    const known = shared.flatMap((file) => drawings.get(file) ?? []).map((drawing) => [drawing.id, drawing] as const);
    const drawingFiles = new Map([...content.drawingFiles, ...known].sort(([a], [b]) => compareIds(a, b)));
    return [id, { id, name, content: contentOf({ ...content, name: '', variants: new Map(), drawingFiles }) }];
  });
  return ok(new Map(variants.sort(([a], [b]) => compareIds(a, b))));
}

interface ReadVariant extends VariantName {
  readonly content: PlanContent;
  /** Drawings whose bytes stand elsewhere in the file. */
  readonly shared: readonly string[];
}

/** Settings, catalog and tables of a plan or of a variant, sound by themselves. */
function readContent(raw: RawPlan, path: JsonPath, at: JsonPath, onEntity: () => void): Result<PlanContent, PlanFault> {
  const content: Record<string, unknown> = { ...raw };
  const settings = readPart(headSchemas.settings, raw['settings'], [...path, 'settings'], [...at, 'settings']);
  if (!settings.ok) return settings;
  content['settings'] = settings.value;
  const catalog = readCatalog(raw['catalog'], path, at);
  if (!catalog.ok) return catalog;
  content['catalog'] = catalog.value;
  for (const table of tableNames) {
    const rows = raw[table] ?? (laterTables.has(table) ? [] : undefined);
    const read = readTable(tableSchemas[table], rows, [...path, table], [...at, table], onEntity);
    if (!read.ok) return read;
    content[table] = read.value;
  }
  // Every part has passed its schema, and the schemas agree with the types.
  const whole = content as unknown as PlanContent;
  const unsound = findUnsoundness({ ...whole, name: '', variants: new Map() });
  return unsound === null ? ok(whole) : fail({ ...unsound, path: [...path, ...unsound.path] });
}

function asObject(value: unknown): RawPlan {
  return typeof value === 'object' && value !== null ? (value as RawPlan) : {};
}

function entitiesIn(content: RawPlan): number {
  return tableNames.reduce((sum, table) => sum + lengthOf(content[table]), 0);
}

function readCatalog(raw: unknown, path: JsonPath, at: JsonPath): Result<Catalog, PlanFault> {
  const shape = readPart(v.looseObject({}), raw, [...path, 'catalog'], [...at, 'catalog']);
  if (!shape.ok) return shape;
  const catalog: Record<string, unknown> = { ...shape.value };
  for (const [table, schema] of Object.entries(catalogSchemas)) {
    const read = readTable(schema, catalog[table], [...path, 'catalog', table], [...at, 'catalog', table], () => undefined);
    if (!read.ok) return read;
    catalog[table] = read.value;
  }
  return ok(catalog as unknown as Catalog);
}

function readTable(
  schema: v.GenericSchema<unknown, Entity>,
  raw: unknown,
  path: JsonPath,
  at: JsonPath,
  onEntity: () => void,
): Result<ReadonlyMap<string, Entity>, PlanFault> {
  const list = readPart(v.array(v.unknown()), raw, path, at);
  if (!list.ok) return list;
  const entities: Entity[] = [];
  const seen = new Set<string>();
  for (const [index, item] of list.value.entries()) {
    const id = idOf(item);
    const read = readPart(schema, item, [...path, id ?? index], [...at, index]);
    if (!read.ok) return read;
    if (seen.has(read.value.id)) return fail(duplicateId(path, read.value.id, index, at));
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

function duplicateId(path: JsonPath, id: string, index: number, at: JsonPath = path): PlanFault {
  return {
    code: 'plan.duplicate-id',
    path: [...path, id],
    at: [...at, index],
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
