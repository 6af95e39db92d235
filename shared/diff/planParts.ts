/** A plan taken apart into things that compare one by one: its name, its settings by field, entries of its catalog and of its tables. */
import { catalogTables } from '../catalog/schema.ts';
import type { Catalog } from '../catalog/types.ts';
import { nounOf } from '../commands/find.ts';
import { targetName } from '../plan/references.ts';
import { tableNames, type TableName } from '../plan/schema.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import { wordsOf, type Note } from '../plan/notes.ts';
import type { Plan, PortRef, Segment } from '../plan/types.ts';

export type CatalogPart = `catalog.${keyof Catalog}`;

/** `other` holds what a later release wrote beside the members that this one knows. */
export type PlanPart = TableName | CatalogPart | 'plan' | 'settings' | 'other' | 'catalog.other';

/** Order of parts wherever it shows: as in a file. */
export const planParts: readonly PlanPart[] = [
  'plan',
  'settings',
  ...catalogTables.map((table): CatalogPart => `catalog.${table}`),
  ...tableNames,
  'other',
  'catalog.other',
];

const NAME_CHARS = 60;

/** Things of one part by id; a field of the settings has its name for an id. */
export type Things = ReadonlyMap<string, unknown>;

/** Siblings of a plan are plans of their own and no part of it. */
const KNOWN: ReadonlySet<string> = new Set(['name', 'settings', 'catalog', 'variant', 'variants', ...tableNames]);

export function thingsOf(plan: Plan, part: PlanPart): Things {
  if (part === 'plan') return new Map([['name', plan.name]]);
  if (part === 'settings') return new Map(Object.entries(plan.settings));
  if (part === 'other') return new Map(Object.entries(plan).filter(([key]) => !KNOWN.has(key)));
  if (part === 'catalog.other') return new Map(Object.entries(plan.catalog).filter(([key]) => !isCatalogTable(key)));
  return isTable(part) ? plan[part] : plan.catalog[catalogTableOf(part)];
}

export function isTable(part: PlanPart): part is TableName {
  return (tableNames as readonly string[]).includes(part);
}

export function catalogTableOf(part: CatalogPart): keyof Catalog {
  const table = part.slice('catalog.'.length);
  if (!isCatalogTable(table)) throw new Error(`Bug: ${part} is no part of a catalog`);
  return table;
}

function isCatalogTable(name: string): name is keyof Catalog {
  return (catalogTables as readonly string[]).includes(name);
}

/** Word for one thing of a part: `cabinet`, `cable family`. */
export function nounOfPart(part: PlanPart): string {
  if (part === 'plan') return 'plan';
  if (part === 'settings') return 'setting';
  if (part === 'other' || part === 'catalog.other') return 'unknown field';
  return isTable(part) ? nounOf(part) : targetName(catalogTableOf(part));
}

/** The plan with other things in one part. */
export function withThings(plan: Plan, part: PlanPart, things: ReadonlyMap<string, unknown>): Plan {
  if (part === 'plan') return { ...plan, name: String(things.get('name')) };
  if (part === 'settings') return { ...plan, settings: Object.fromEntries(things) as unknown as Plan['settings'] };
  if (part === 'other') return { ...withoutOther(plan), ...Object.fromEntries(things) };
  if (part === 'catalog.other') return { ...plan, catalog: { ...knownCatalog(plan.catalog), ...Object.fromEntries(things) } };
  if (isTable(part)) return { ...plan, [part]: inOrder(things) };
  return { ...plan, catalog: { ...plan.catalog, [catalogTableOf(part)]: inOrder(things) } };
}

function withoutOther(plan: Plan): Plan {
  return Object.fromEntries(Object.entries(plan).filter(([key]) => KNOWN.has(key))) as unknown as Plan;
}

function knownCatalog(catalog: Catalog): Catalog {
  return Object.fromEntries(Object.entries(catalog).filter(([key]) => isCatalogTable(key))) as unknown as Catalog;
}

function inOrder(things: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map([...things].sort(([a], [b]) => compareIds(a, b)));
}

/** What people call a thing: its name; links by their ends, what is set on a link by the link. */
export function nameOfThing(plan: Plan, part: PlanPart, id: string): string {
  const end = ({ device, port }: PortRef): string => `${plan.devices.get(device)?.name ?? device} ${port}`;
  if (part === 'links') {
    const link = plan.links.get(id);
    return link === undefined ? id : `${end(link.a)} – ${end(link.b)}`;
  }
  if (part === 'junctions') {
    const segment = segmentsAt(plan.segments).get(id);
    return segment === undefined ? id : `an end of ${segment.name}`;
  }
  if (part === 'exclusions') return plan.exclusions.get(id)?.code ?? id;
  if (part === 'notes') return nameOfNote(plan.notes.get(id), id);
  if (part === 'lengthPlans') return plan.catalog.cableFamilies.get(id)?.name ?? id;
  const thing = thingsOf(plan, part).get(id);
  return typeof thing === 'object' && thing !== null && 'name' in thing && typeof thing.name === 'string' ? thing.name : id;
}

/** `note 3, clear the door`, as far as it is short. */
function nameOfNote(note: Note | undefined, id: string): string {
  if (note === undefined) return id;
  const all = wordsOf(note);
  const words = all.length > NAME_CHARS ? `${all.slice(0, NAME_CHARS - 1).trimEnd()}…` : all;
  return words === '' ? `${note.number}` : `${note.number}, ${words}`;
}

const bySegments = new WeakMap<Plan['segments'], ReadonlyMap<string, Segment>>();

/** By junction: the first by id of the segments that meet there. */
function segmentsAt(segments: Plan['segments']): ReadonlyMap<string, Segment> {
  let known = bySegments.get(segments);
  if (known === undefined) {
    known = new Map(
      sortedById(segments)
        .toReversed()
        .flatMap((segment) => [[segment.from, segment] as const, [segment.to, segment] as const]),
    );
    bySegments.set(segments, known);
  }
  return known;
}
