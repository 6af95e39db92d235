/**
 * Variants: designs of the same work side by side in one file, each whole and with the same ids, so that they compare and merge by id.
 * The plan itself is the one that is worked on; the others wait beside it, and nothing is computed of them unless somebody asks.
 * In one file they are saved, journaled, undone and sent as the plan is, and switching needs no dialog for files.
 */
import { catalogTables } from '../catalog/schema.ts';
import { compareNames } from './compareNames.ts';
import { tableNames } from './schema.ts';
import { sortedById } from './sortedById.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Plan } from './types.ts';

export interface VariantName {
  readonly id: string;
  readonly name: string;
}

/** What variants are apart in: all of a plan but its name. */
export type PlanContent = Omit<Plan, 'name' | 'variant' | 'variants'>;

type Listed<T> = T extends ReadonlyMap<string, infer E> ? readonly E[] : T;

/** The same with lists for tables, by id: plain JSON, so that journals and workers carry it in patches as it is. */
export type VariantContent = {
  readonly [K in keyof PlanContent]: K extends 'catalog' ? { readonly [T in keyof Catalog]: Listed<Catalog[T]> } : Listed<PlanContent[K]>;
};

/** A sibling of the plan: another design of the same work, with the same ids, kept whole in the same file. */
export interface Variant extends VariantName {
  readonly content: VariantContent;
}

/** What a plan is called among its variants before anybody names it. */
export const FIRST_VARIANT: VariantName = { id: 'main', name: 'Main' };

/** Member of a variant in a file: ids of drawings whose bytes stand elsewhere in it. */
export const SHARED_DRAWINGS = 'sharedDrawings';

/** Which variant the plan itself is. */
export function ownVariant({ variant }: Pick<Plan, 'variant'>): VariantName {
  return variant ?? FIRST_VARIANT;
}

/** All variants of a plan, by name; its own is among them. */
export function variantNames(plan: Plan): VariantName[] {
  return [ownVariant(plan), ...plan.variants.values()].map(({ id, name }) => ({ id, name })).sort((a, b) => compareNames(a.name, b.name));
}

/** What becomes of the plan when it waits as a variant. */
export function contentOf(plan: Plan): VariantContent {
  const { name: _name, variant: _variant, variants: _variants, catalog, ...rest } = plan;
  return { ...listed(rest), catalog: listed(catalog) } as unknown as VariantContent;
}

const unpacked = new WeakMap<VariantContent, PlanContent>();

/** The content of a variant with tables by id; the same object for the same content. */
export function tablesOf(content: VariantContent): PlanContent {
  const known = unpacked.get(content);
  if (known !== undefined) return known;
  const { catalog, ...rest } = content;
  const isTable = (name: string): boolean => (tableNames as readonly string[]).includes(name);
  const isCatalogTable = (name: string): boolean => (catalogTables as readonly string[]).includes(name);
  // Lists of tables only: a later release may have written other lists.
  const tables = { ...unlisted(rest, isTable), catalog: unlisted(catalog, isCatalogTable) } as unknown as PlanContent;
  unpacked.set(content, tables);
  return tables;
}

interface Entity {
  readonly id: string;
}

function listed(tables: object): object {
  return Object.fromEntries(
    Object.entries(tables).map(([name, value]) => [name, value instanceof Map ? sortedById<Entity>(value) : value]),
  );
}

function unlisted(lists: object, isTable: (name: string) => boolean): object {
  return Object.fromEntries(
    Object.entries(lists).map(([name, value]) => [
      name,
      isTable(name) ? new Map((value as readonly Entity[]).map((entity) => [entity.id, entity])) : (value as unknown),
    ]),
  );
}

const NONE: Plan['variants'] = new Map();
const plans = new WeakMap<Variant, Map<string, Plan>>();

/** A variant as a plan of its own; the same object as long as the variant and the plan's name are the same. Null: there is none. */
export function planOfVariant(plan: Plan, id: string): Plan | null {
  const variant = plan.variants.get(id);
  if (variant === undefined) return null;
  const known = plans.get(variant) ?? new Map<string, Plan>();
  plans.set(variant, known);
  const made = known.get(plan.name) ?? {
    ...tablesOf(variant.content),
    name: plan.name,
    variant: { id, name: variant.name },
    variants: NONE,
  };
  known.set(plan.name, made);
  return made;
}
