/** Looks up what a command is to change. */
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { EntityOf, TableName } from '../plan/schema.ts';
import type { Plan } from '../plan/types.ts';

const NOUNS: Readonly<Record<TableName, string>> = {
  halls: 'hall',
  doors: 'door',
  obstacles: 'obstacle',
  cabinets: 'cabinet',
  devices: 'device',
  junctions: 'junction',
  segments: 'segment',
  fabrics: 'fabric',
  links: 'link',
  trunks: 'trunk',
  channels: 'way through panels',
  overrides: 'override',
  exclusions: 'exclusion',
  groups: 'group',
  lengthPlans: 'length plan',
  routeRules: 'route rule',
  diversityGroups: 'diversity group',
  looms: 'loom',
  drawingFiles: 'drawing',
  underlays: 'drawing',
  dimensions: 'dimension',
  views: 'view',
  notes: 'note',
  pods: 'pod',
};

/** Word for one thing of a table: `cabinet`. */
export function nounOf(table: TableName): string {
  return NOUNS[table];
}

/** The things with these ids, each once, in the order asked for; refused when one is not there, or none is asked for. */
export function findAll<T extends TableName>(plan: Plan, table: T, ids: readonly string[]): Result<EntityOf<T>[], UserError> {
  const things: EntityOf<T>[] = [];
  const known = plan[table] as ReadonlyMap<string, EntityOf<T>>;
  for (const id of new Set(ids)) {
    const thing = known.get(id);
    if (thing === undefined) {
      const message = `there is no ${nounOf(table)} "${id}"`;
      return fail({ code: 'command.not-found', path: `${table}.${id}`, message, remedy: 'select it again' });
    }
    things.push(thing);
  }
  if (things.length > 0) return ok(things);
  return fail({ code: 'command.nothing', message: `no ${nounOf(table)} is selected`, remedy: `select a ${nounOf(table)} first` });
}

/** Refuses ids that are taken, or given twice. */
export function findTaken(plan: Plan, table: TableName, ids: readonly string[]): UserError | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (plan[table].has(id) || seen.has(id)) {
      return { code: 'command.id-taken', path: `${table}.${id}`, message: `the id "${id}" is taken`, remedy: 'make a new id' };
    }
    seen.add(id);
  }
  return null;
}
