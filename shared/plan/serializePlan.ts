/**
 * Writes a plan as a `.raceway` file: JSON with one entity a line (and one slot of a fabric a line), tables
 * sorted by id, the keys of every object in one order. The same plan gives the same bytes however it came about.
 */
import { catalogTables } from '../catalog/schema.ts';
import { PLAN_FORMAT, PLAN_VERSION } from './planFormat.ts';
import { compareIds, sortedById } from './sortedById.ts';
import { laterTables, tableNames } from './schema.ts';
import type { TableRule } from '../fabrics/tableRule.ts';
import { SHARED_DRAWINGS, tablesOf, type PlanContent, type Variant } from './variants.ts';
import type { Fabric, Plan } from './types.ts';

/** The text of a plan's file, with a newline at its end. */
export function serializePlan(plan: Plan): string {
  const members = [
    `"format":${JSON.stringify(PLAN_FORMAT)}`,
    `"version":${PLAN_VERSION}`,
    `"name":${JSON.stringify(plan.name)}`,
    ...contentMembers(plan),
    ...(plan.variant === undefined ? [] : [`"variant":${canonicalJson(plan.variant)}`]),
    ...(plan.variants.size === 0 ? [] : [tableMember('variants', plan.variants, variantWriter(plan))]),
  ];
  return `{${members.join(',\n')}}\n`;
}

/** What each variant has of its own. */
function contentMembers(plan: PlanContent): string[] {
  return [
    `"settings":${canonicalJson(plan.settings)}`,
    `"catalog":{\n${catalogMembers(plan).join(',\n')}\n}`,
    ...tableNames
      .filter((table) => plan[table].size > 0 || !laterTables.has(table))
      .map((table) => tableMember(table, plan[table], table === 'fabrics' ? fabricLines : canonicalJson)),
    ...unknownMembers(plan, ['format', 'version', 'id', 'name', 'settings', 'catalog', 'variant', 'variants', ...tableNames]),
  ];
}

/**
 * A variant is written as a plan is, whole: a merge of two files never changes one by what happened to another. Only the bytes of
 * drawings stand once in a file, in the first of plan and variants that has them; the others name them.
 */
function variantWriter({ drawingFiles }: Plan): (variant: Variant) => string {
  const written = new Set(drawingFiles.keys());
  return ({ id, name, content }) => {
    const tables = tablesOf(content);
    const shared = [...tables.drawingFiles.keys()].filter((file) => written.has(file)).sort(compareIds);
    const own = new Map([...tables.drawingFiles].filter(([file]) => !written.has(file)));
    for (const file of own.keys()) written.add(file);
    const members = [
      `"id":${JSON.stringify(id)}`,
      `"name":${JSON.stringify(name)}`,
      ...(shared.length === 0 ? [] : [`${JSON.stringify(SHARED_DRAWINGS)}:${JSON.stringify(shared)}`]),
      ...contentMembers({ ...tables, drawingFiles: own }),
    ];
    return `{${members.join(',\n')}}`;
  };
}

function catalogMembers({ catalog }: PlanContent): string[] {
  return [...catalogTables.map((table) => tableMember(table, catalog[table], canonicalJson)), ...unknownMembers(catalog, catalogTables)];
}

function tableMember(name: string, table: ReadonlyMap<string, { readonly id: string }>, write: (entity: never) => string): string {
  if (table.size === 0) return `${JSON.stringify(name)}:[]`;
  const lines = sortedById(table).map((entity) => write(entity as never));
  return `${JSON.stringify(name)}:[\n${lines.join(',\n')}\n]`;
}

/** Rows of a table that stand on one line. */
const ROWS_A_LINE = 512;

/** A fabric holds thousands of slots: a line each, so that two people's changes to one fabric merge. Rows of a table stand many on a line. */
function fabricLines(fabric: Fabric): string {
  const { slots, ...rest } = fabric;
  const slotNames = Object.keys(slots).sort(compareIds);
  const lines = slotNames.map((slot) => `${JSON.stringify(slot)}:${JSON.stringify(slots[slot])}`);
  if (rest.rule.kind === 'table' && rest.rule.rows.length > 0) {
    const { rule: _, ...head } = rest;
    const slotsJson = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
    return `${canonicalJson(head).slice(0, -1)},"rule":${tableLines(rest.rule)},"slots":${slotsJson}}`;
  }
  if (slotNames.length === 0) return canonicalJson(fabric);
  return `${canonicalJson(rest).slice(0, -1)},"slots":{\n${lines.join(',\n')}\n}}`;
}

function tableLines(rule: TableRule): string {
  const { rows, ...rest } = rule;
  const lines: string[] = [];
  for (let first = 0; first < rows.length; first += ROWS_A_LINE) {
    lines.push(
      rows
        .slice(first, first + ROWS_A_LINE)
        .map(canonicalJson)
        .join(','),
    );
  }
  return `${canonicalJson(rest).slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}`;
}

/** What a later release wrote beside the members that this one knows. */
function unknownMembers(holder: object, known: readonly string[]): string[] {
  return Object.entries(holder)
    .filter(([key]) => !known.includes(key))
    .sort(([a], [b]) => compareIds(a, b))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
}

/** JSON without spaces; in every object the id first, then the keys by code unit. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let json = '';
  for (const key of Object.keys(value).sort(compareKeys)) {
    json += `${json === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`;
  }
  return json === '' ? '{}' : `${json}}`;
}

function compareKeys(a: string, b: string): number {
  if (a === 'id') return -1;
  return b === 'id' ? 1 : compareIds(a, b);
}
