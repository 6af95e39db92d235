/** Deleting: what is selected, and with it what cannot stand without it. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { findAll, nounOf } from './find.ts';
import { groupedTables, groupsWithout } from '../plan/groups.ts';
import { must } from '../assert.ts';
import { referencesOfPlan, type PlacedReference } from '../plan/references.ts';
import { tableNames } from '../plan/schema.ts';
import type { Puts, Removals } from './edit.ts';
import type { Command } from './command.ts';
import type { Fabric, Plan } from '../plan/types.ts';
import type { TableName } from '../plan/schema.ts';

/** Ids by table. */
export type RemoveThings = Removals;

type Doomed = Record<TableName, Set<string>>;

/**
 * Deletes things with all that stands in, hangs on or connects to them: a cabinet with its devices, a device with its
 * links and its places in fabrics, a junction with its segments. Junctions that lose their last segment go too.
 */
export const removeThings: Command<RemoveThings> = (plan, args) => {
  const doomed = emptyDoomed();
  const asked: string[] = [];
  for (const table of tableNames) {
    const ids = args[table] ?? [];
    if (ids.length === 0) continue;
    const found = findAll(plan, table, ids);
    if (!found.ok) return found;
    for (const { id } of found.value) doomed[table].add(id);
    const [only] = found.value;
    const isNamed = found.value.length === 1 && only !== undefined && 'name' in only && typeof only.name === 'string';
    asked.push(isNamed ? only.name : counted(found.value.length, nounOf(table)));
  }
  if (asked.length === 0) return refuse('nothing is selected', 'select what to delete first');
  const emptied = spread(plan, doomed);
  sweepJunctions(plan, doomed);
  sweepLinks(plan, doomed);
  const kept = groupsWithout(plan, (member) => doomed[groupedTables[member.kind]].has(member.id));
  for (const id of kept.emptied) doomed.groups.add(id);
  const put: Puts = { fabrics: withoutSlots(plan, doomed, emptied), groups: kept.put.filter(({ id }) => !doomed.groups.has(id)) };
  const remove = Object.fromEntries(tableNames.map((table) => [table, [...doomed[table]]])) as Removals;
  return changeOf(plan, `Delete ${asked.length <= 2 ? asked.join(' and ') : counted(totalOf(args), 'thing')}`, { put, remove });
};

function totalOf(args: RemoveThings): number {
  return tableNames.reduce((sum, table) => sum + (args[table]?.length ?? 0), 0);
}

/** Dooms what refers to the doomed, until nothing more does; gives the slots that lose their device instead. */
function spread(plan: Plan, doomed: Doomed): PlacedReference[] {
  const byTarget = new Map<string, PlacedReference[]>();
  for (const reference of referencesOfPlan(plan)) {
    const key = `${reference.target}/${reference.id}`;
    const known = byTarget.get(key);
    if (known === undefined) byTarget.set(key, [reference]);
    else known.push(reference);
  }
  const emptied: PlacedReference[] = [];
  const open = tableNames.flatMap((table) => [...doomed[table]].map((id) => `${table}/${id}`));
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const reference of byTarget.get(key) ?? []) {
      const { table, holder } = reference;
      // A group outlives its members, until the last has gone; what becomes of dimensions, sweepDimensions.ts says.
      if (table === 'settings' || table === 'groups' || table === 'dimensions' || holder === null) continue;
      if (table === 'fabrics') emptied.push(reference);
      else if (!doomed[table].has(holder)) {
        doomed[table].add(holder);
        open.push(`${table}/${holder}`);
      }
    }
  }
  return emptied;
}

function sweepJunctions(plan: Plan, doomed: Doomed): void {
  const used = new Set<string>();
  const left = new Set<string>();
  for (const { id, from, to } of plan.segments.values()) {
    for (const end of [from, to]) (doomed.segments.has(id) ? left : used).add(end);
  }
  for (const id of left) if (!used.has(id)) doomed.junctions.add(id);
}

/** What was set on a link that people delete, and its way through panels, goes with it. A link that a rule no longer gives keeps it: see the checks. */
function sweepLinks(plan: Plan, doomed: Doomed): void {
  for (const id of plan.overrides.keys()) {
    const fabric = id.slice(0, Math.max(0, id.indexOf('/')));
    if (doomed.links.has(id) || doomed.fabrics.has(fabric)) doomed.overrides.add(id);
  }
  for (const id of plan.channels.keys()) {
    const fabric = id.slice(0, Math.max(0, id.indexOf('/')));
    if (doomed.links.has(id) || doomed.fabrics.has(fabric)) doomed.channels.add(id);
  }
}

/** Fabrics without the slots whose devices go. */
function withoutSlots(plan: Plan, doomed: Doomed, emptied: readonly PlacedReference[]): Fabric[] {
  const slotsByFabric = new Map<string, Set<string>>();
  for (const { holder, field } of emptied) {
    if (holder === null) continue;
    const slots = slotsByFabric.get(holder) ?? new Set();
    slotsByFabric.set(holder, slots.add(must(field.at(-1), 'slot')));
  }
  return [...slotsByFabric]
    .filter(([id]) => !doomed.fabrics.has(id))
    .map(([id, gone]) => {
      const fabric = must(plan.fabrics.get(id), 'fabric');
      return { ...fabric, slots: Object.fromEntries(Object.entries(fabric.slots).filter(([slot]) => !gone.has(slot))) };
    });
}

function emptyDoomed(): Doomed {
  return Object.fromEntries(tableNames.map((table) => [table, new Set<string>()])) as Doomed;
}
