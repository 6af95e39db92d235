/** The one way from a command to a change of the plan. */
import { byTable, type Edit } from './edit.ts';
import { checkEdit } from './checkEdit.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { mergeInto } from './mergeInto.ts';
import { sweepDimensions } from './sweepDimensions.ts';
import { sweepDrawings } from './sweepDrawings.ts';
import { sweepNotes } from './notes/sweepNotes.ts';
import { sweepRules } from './sweepRules.ts';
import { tableNames } from '../plan/schema.ts';
import type { CatalogEntry } from '../catalog/types.ts';
import type { Change } from './command.ts';
import type { Draft } from 'immer';
import type { Plan } from '../plan/types.ts';

/** The change of an edit, or the first thing in it that cannot be. */
export function changeOf(plan: Plan, label: string, edit: Edit): Result<Change, UserError> {
  const checked = checkEdit(plan, sweepNotes(plan, sweepDimensions(plan, sweepDrawings(plan, sweepRules(plan, edit)))));
  if (!checked.ok) return checked;
  return ok({ label, recipe: (draft) => applyEdit(draft, checked.value) });
}

/** A refusal with code `command.rejected`. */
export function refuse(message: string, remedy: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code: 'command.rejected', message, remedy });
}

function applyEdit(draft: Draft<Plan>, { name, settings, embed, update, drop, put, remove }: Edit): void {
  if (name !== undefined) draft.name = name;
  if (settings !== undefined) mergeInto(draft.settings, settings);
  for (const [table, ids] of byTable(drop)) removeFrom(draft.catalog[table], ids);
  for (const [table, entries] of byTable(update)) putInto(draft.catalog[table], entries);
  for (const [table, entries] of byTable(embed)) {
    const known: Map<string, CatalogEntry> = draft.catalog[table];
    putInto(
      known,
      entries.filter(({ id }) => !known.has(id)),
    );
  }
  for (const table of tableNames) {
    removeFrom(draft[table], remove?.[table] ?? []);
    putInto(draft[table], put?.[table] ?? []);
  }
}

function removeFrom(table: Map<string, unknown>, ids: readonly string[]): void {
  for (const id of ids) table.delete(id);
}

function putInto(table: Map<string, object>, things: readonly { readonly id: string }[]): void {
  for (const thing of things) {
    const known = table.get(thing.id);
    if (known === undefined) table.set(thing.id, thing);
    else mergeInto(known, thing);
  }
}
