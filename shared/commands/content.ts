/** Another plan's content in place of this one's: what differs is found where the other was made, and taken over as one step. */
import { catalogTables } from '../catalog/schema.ts';
import { tableNames } from '../plan/schema.ts';
import { findUnsoundness } from '../plan/soundness.ts';
import type { Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { changeOf } from './changeOf.ts';
import type { Command } from './command.ts';
import type { Edit } from './edit.ts';

/**
 * What turns one plan into the other. Things that both hold as one and the same object stay as they are, so the edit is as small as
 * what was changed. Refused when the other plan is not sound.
 */
export function contentEdit(before: Plan, next: Plan): Result<Edit, UserError> {
  const unsound = findUnsoundness(next);
  if (unsound !== null) return fail({ ...unsound, path: unsound.path.join('.') });
  return ok({
    name: next.name,
    settings: next.settings,
    update: Object.fromEntries(catalogTables.map((table) => [table, changedIn(before.catalog[table], next.catalog[table])])),
    drop: Object.fromEntries(catalogTables.map((table) => [table, idsGone(before.catalog[table], next.catalog[table])])),
    put: Object.fromEntries(tableNames.map((table) => [table, changedIn(before[table], next[table])])),
    remove: Object.fromEntries(tableNames.map((table) => [table, idsGone(before[table], next[table])])),
  });
}

export interface ReplaceContent {
  /** Of `contentEdit` with this very plan. */
  readonly edit: Edit;
  /** For the undo list: `Grow compute to 3 units`. */
  readonly label: string;
}

/** Puts another plan's whole content in place of this one's, as one undo step. */
export const replaceContent: Command<ReplaceContent> = (plan, { edit, label }) => changeOf(plan, label, edit);

function changedIn(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): unknown[] {
  return [...after].flatMap(([id, thing]) => (before.get(id) === thing ? [] : [thing]));
}

function idsGone(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...before.keys()].filter((id) => !after.has(id));
}
