/**
 * The one way from a command to a change: what is put into the plan and what is taken out. Everything put passes the
 * schemas of the file and refers to what is there, so that a plan that was edited can always be saved and read again.
 */
import * as v from 'valibot';
import { catalogSchemas } from '../catalog/schema.ts';
import { fail, ok } from '../result.ts';
import { headSchemas, tableNames, tableSchemas } from '../plan/schema.ts';
import { isSound, referencesOf, referencesOfPlan, settingsReference, targetName, type PlacedReference } from '../plan/references.ts';
import { mergeInto } from './mergeInto.ts';
import { schemaFault } from '../schemaFault.ts';
import type { Catalog, CatalogEntry } from '../catalog/types.ts';
import type { Change } from './command.ts';
import type { Draft } from 'immer';
import type { EntityOf, TableName } from '../plan/schema.ts';
import type { Plan, Settings } from '../plan/types.ts';
import type { Result, UserError } from '../result.ts';

/** Entries of the catalog by table, as a command brings them along. */
export type Entries = { readonly [T in keyof Catalog]?: readonly (Catalog[T] extends ReadonlyMap<string, infer E> ? E : never)[] };

/** Whole things by table: new ones, and new states of known ones. */
export type Puts = { readonly [T in TableName]?: readonly EntityOf<T>[] };

/** Ids by table. */
export type Removals = { readonly [T in TableName]?: readonly string[] };

export interface Edit {
  readonly name?: string;
  readonly settings?: Settings;
  /** The whole catalog that the plan shall hold, in place of the one it has. */
  readonly catalog?: Catalog;
  /** Catalog entries that the plan shall hold besides; one that it holds already stays as it is. */
  readonly embed?: Entries;
  readonly put?: Puts;
  readonly remove?: Removals;
}

/** The change of an edit, or the first thing in it that cannot be. */
export function changeOf(plan: Plan, label: string, edit: Edit): Result<Change, UserError> {
  const wrong = schemaMistake(edit) ?? referenceMistake(plan, edit);
  return wrong === null ? ok({ label, recipe: (draft) => applyEdit(draft, edit) }) : fail(wrong);
}

/** A refusal with code `command.rejected`. */
export function refuse(message: string, remedy: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code: 'command.rejected', message, remedy });
}

function applyEdit(draft: Draft<Plan>, { name, settings, catalog, embed, put, remove }: Edit): void {
  if (name !== undefined) draft.name = name;
  if (settings !== undefined) mergeInto(draft.settings, settings);
  for (const table of catalog === undefined ? [] : catalogTables) mergeTable(draft.catalog[table], catalog![table]);
  for (const [table, entries] of embedded(embed)) {
    const known: Map<string, unknown> = draft.catalog[table];
    for (const entry of entries) if (!known.has(entry.id)) known.set(entry.id, entry);
  }
  for (const table of tableNames) {
    const things: Map<string, object> = draft[table];
    for (const id of remove?.[table] ?? []) things.delete(id);
    for (const thing of put?.[table] ?? []) putInto(things, thing);
  }
}

/** Makes a table hold just these entries. */
function mergeTable(table: Map<string, object>, entries: ReadonlyMap<string, CatalogEntry>): void {
  for (const id of [...table.keys()]) if (!entries.has(id)) table.delete(id);
  for (const entry of entries.values()) putInto(table, entry);
}

function putInto(table: Map<string, object>, thing: { readonly id: string }): void {
  const known = table.get(thing.id);
  if (known === undefined) table.set(thing.id, thing);
  else mergeInto(known, thing);
}

function schemaMistake({ name, settings, catalog, embed, put }: Edit): UserError | null {
  const heads: [string, v.GenericSchema<unknown, unknown>, unknown][] = [];
  if (name !== undefined) heads.push(['name', headSchemas.name, name]);
  if (settings !== undefined) heads.push(['settings', headSchemas.settings, settings]);
  for (const [part, schema, value] of heads) {
    const wrong = mistakeIn(schema, value, [part]);
    if (wrong !== null) return wrong;
  }
  const whole: readonly (readonly [keyof Catalog, readonly CatalogEntry[]])[] =
    catalog === undefined ? [] : catalogTables.map((table) => [table, [...catalog[table].values()]]);
  for (const [table, entries] of [...whole, ...embedded(embed)]) {
    for (const entry of entries) {
      const wrong = mistakeIn(catalogSchemas[table], entry, ['catalog', table, entry.id]);
      if (wrong !== null) return wrong;
    }
  }
  for (const table of tableNames) {
    for (const thing of put?.[table] ?? []) {
      const wrong = mistakeIn(tableSchemas[table], thing, [table, thing.id]);
      if (wrong !== null) return wrong;
    }
  }
  return null;
}

function mistakeIn(schema: v.GenericSchema<unknown, unknown>, value: unknown, path: readonly string[]): UserError | null {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  if (checked.success) return null;
  const { path: inside, message, remedy } = schemaFault(checked.issues[0]);
  return { code: 'command.invalid', path: [...path, ...inside].join('.'), message, remedy };
}

/** References of what is put must lead to what will be there; and nothing that stays may refer to what goes. */
function referenceMistake(plan: Plan, edit: Edit): UserError | null {
  const after = planAfter(plan, edit);
  const takesAway = edit.remove !== undefined || edit.catalog !== undefined;
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

/** The plan as the edit will leave it, sharing every table that the edit does not touch. */
function planAfter(plan: Plan, { settings, catalog: whole, embed, put, remove }: Edit): Plan {
  const after: Record<string, unknown> = { ...plan, settings: settings ?? plan.settings };
  const base = whole ?? plan.catalog;
  const catalog: Record<string, unknown> = { ...base };
  for (const [table, entries] of embedded(embed)) {
    const known = new Map<string, CatalogEntry>(base[table]);
    for (const entry of entries) if (!known.has(entry.id)) known.set(entry.id, entry);
    catalog[table] = known;
  }
  after['catalog'] = catalog;
  for (const table of tableNames) {
    if (put?.[table] === undefined && remove?.[table] === undefined) continue;
    const things = new Map<string, { readonly id: string }>(plan[table]);
    for (const id of remove?.[table] ?? []) things.delete(id);
    for (const thing of put?.[table] ?? []) things.set(thing.id, thing);
    after[table] = things;
  }
  return after as unknown as Plan;
}

const catalogTables = Object.keys(catalogSchemas) as (keyof Catalog)[];

function embedded(embed: Entries = {}): [keyof Catalog, readonly CatalogEntry[]][] {
  return Object.entries(embed) as [keyof Catalog, readonly CatalogEntry[]][];
}
