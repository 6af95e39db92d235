/**
 * Checks an edit before it happens: everything put passes the schemas of the file and refers to what will be there, so
 * that a plan that was edited can always be saved and read again.
 */
import * as v from 'valibot';
import { checkNames } from './checkNames.ts';
import { byTable, type Edit } from './edit.ts';
import { catalogSchemas } from '../catalog/schema.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { headSchemas, tableNames, tableSchemas } from '../plan/schema.ts';
import { isSound, referencesOf, referencesOfPlan, settingsReference, targetName, type PlacedReference } from '../plan/references.ts';
import { schemaFault } from '../schemaFault.ts';
import type { Plan } from '../plan/types.ts';

interface Thing {
  readonly id: string;
}

type Schema = v.GenericSchema<unknown, unknown>;

/** The edit as the schemas leave it, or the first thing in it that cannot be. */
export function checkEdit(plan: Plan, given: Edit): Result<Edit, UserError> {
  const named = checkNames(plan, given);
  if (!named.ok) return named;
  const edit = named.value;
  const checked: { -readonly [K in keyof Edit]: unknown } = { ...edit };
  for (const part of ['name', 'settings'] as const) {
    if (edit[part] === undefined) continue;
    const value = checkValue(headSchemas[part], edit[part], [part]);
    if (!value.ok) return value;
    checked[part] = value.value;
  }
  for (const part of ['embed', 'update'] as const) {
    const entries = checkTables(catalogSchemas, edit[part], ['catalog']);
    if (!entries.ok) return entries;
    checked[part] = entries.value;
  }
  const put = checkTables(tableSchemas, edit.put, []);
  if (!put.ok) return put;
  checked.put = put.value;
  const mistake = referenceMistake(planAfter(plan, edit), edit);
  // Every part has passed its schema, and the schemas agree with the types.
  return mistake === null ? ok(checked as Edit) : fail(mistake);
}

function checkTables<T extends string>(
  schemas: Readonly<Record<T, Schema>>,
  tables: { readonly [K in T]?: readonly Thing[] } | undefined,
  path: readonly string[],
): Result<object, UserError> {
  const checked: Record<string, unknown[]> = {};
  for (const [table, things] of byTable<T, readonly Thing[]>(tables)) {
    const list: unknown[] = [];
    for (const thing of things) {
      const value = checkValue(schemas[table], thing, [...path, table, thing.id]);
      if (!value.ok) return value;
      list.push(value.value);
    }
    checked[table] = list;
  }
  return ok(checked);
}

function checkValue(schema: Schema, value: unknown, path: readonly string[]): Result<unknown, UserError> {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  if (checked.success) return ok(checked.output);
  const { path: inside, message, remedy } = schemaFault(checked.issues[0]);
  return fail({ code: 'command.invalid', path: [...path, ...inside].join('.'), message, remedy });
}

/** References of what is put must lead to what will be there; and nothing that stays may refer to what goes. */
function referenceMistake(after: Plan, edit: Edit): UserError | null {
  const takesAway = edit.remove !== undefined || edit.drop !== undefined;
  for (const reference of takesAway ? referencesOfPlan(after) : referencesOfEdit(after, edit)) {
    if (isSound(after, reference)) continue;
    const { table, holder, field, target, id } = reference;
    const path = [table, ...(holder === null ? [] : [holder]), ...field].join('.');
    const thing = targetName(target);
    return { code: 'command.broken-reference', path, message: `there is no ${thing} "${id}"`, remedy: `choose another ${thing}` };
  }
  return null;
}

function* referencesOfEdit(after: Plan, { put }: Edit): Generator<PlacedReference> {
  yield settingsReference(after);
  for (const table of tableNames) {
    for (const thing of put?.[table] ?? []) {
      for (const reference of referencesOf(table, thing as never)) yield { table, holder: thing.id, ...reference };
    }
  }
}

/** The plan as an edit would leave it; shares every table that the edit does not touch. */
export function planAfter(plan: Plan, { settings, embed, update, drop, put, remove }: Edit): Plan {
  const catalog: Record<string, ReadonlyMap<string, Thing>> = { ...plan.catalog };
  const tables: Record<string, ReadonlyMap<string, Thing>> = {};
  for (const [table, ids] of byTable(drop)) catalog[table] = without(catalog[table], ids);
  for (const entries of [update, embed]) {
    for (const [table, list] of byTable(entries)) catalog[table] = withThings(catalog[table], list);
  }
  for (const [table, ids] of byTable(remove)) tables[table] = without(plan[table], ids);
  for (const [table, things] of byTable(put)) tables[table] = withThings(tables[table] ?? plan[table], things);
  return { ...plan, ...tables, settings: settings ?? plan.settings, catalog: catalog as unknown as Plan['catalog'] };
}

function without(table: ReadonlyMap<string, Thing> = new Map(), ids: readonly string[]): ReadonlyMap<string, Thing> {
  const gone = new Set(ids);
  return new Map([...table].filter(([id]) => !gone.has(id)));
}

function withThings(table: ReadonlyMap<string, Thing> = new Map(), things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map([...table, ...things.map((thing) => [thing.id, thing] as const)]);
}
