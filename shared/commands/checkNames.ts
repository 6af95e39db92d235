/**
 * One rule for every name that a command gives: without room around it, and not blank, since nobody finds, orders or labels a thing
 * without a name. Names that a file brought stay as they are until somebody changes them.
 */
import { fail, ok, type Result, type UserError } from '../result.ts';
import { tableNames } from '../plan/schema.ts';
import type { Plan } from '../plan/types.ts';
import type { Edit } from './edit.ts';

interface Thing {
  readonly id: string;
  readonly name?: string | null;
}

/** The edit with its names trimmed, or the first blank one. */
export function checkNames(plan: Plan, edit: Edit): Result<Edit, UserError> {
  const { name } = edit;
  const given = name === undefined || name === plan.name ? name : name.trim();
  if (given === '' && name !== plan.name) return fail(blankName('name'));
  if (edit.put === undefined) return ok({ ...edit, ...(given === undefined ? {} : { name: given }) });
  const put: Record<string, readonly Thing[]> = { ...edit.put };
  for (const table of tableNames) {
    const things: readonly Thing[] | undefined = edit.put[table];
    if (things === undefined) continue;
    const known: ReadonlyMap<string, Thing> = plan[table];
    const named = things.map((thing) => (isNew(thing, known) ? { ...thing, name: thing.name?.trim() ?? null } : thing));
    const blank = named.find((thing) => thing.name === '' && isNew(thing, known));
    if (blank !== undefined) return fail(blankName(`${table}.${blank.id}.name`));
    put[table] = named;
  }
  // Trimming a name changes no type.
  return ok({ ...edit, ...(given === undefined ? {} : { name: given }), put });
}

/** It has a name, and not the one that it had before. */
function isNew({ id, name }: Thing, known: ReadonlyMap<string, Thing>): boolean {
  return typeof name === 'string' && name !== known.get(id)?.name;
}

function blankName(path: string): UserError {
  return { code: 'command.blank-name', path, message: 'a name cannot be blank', remedy: 'write at least one letter or digit' };
}
