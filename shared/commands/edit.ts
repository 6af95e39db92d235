/** What a command puts into the plan and takes out of it. */
import type { Catalog } from '../catalog/types.ts';
import type { EntityOf, TableName } from '../plan/schema.ts';
import type { Settings } from '../plan/types.ts';

/** Entries of the catalog by table. */
export type Entries = { readonly [T in keyof Catalog]?: readonly EntryOf<T>[] };

type EntryOf<T extends keyof Catalog> = Catalog[T] extends ReadonlyMap<string, infer E> ? E : never;

/** Whole things by table: new ones, and new states of known ones. */
export type Puts = { readonly [T in TableName]?: readonly EntityOf<T>[] };

/** Ids by table. */
export type Removals = { readonly [T in TableName]?: readonly string[] };

export interface Edit {
  readonly name?: string;
  readonly settings?: Settings;
  /** Catalog entries that the plan shall hold; one that it holds already stays as it is. */
  readonly embed?: Entries;
  /** Catalog entries in place of those of the same id. */
  readonly update?: Entries;
  /** Ids of catalog entries to take out. */
  readonly drop?: { readonly [T in keyof Catalog]?: readonly string[] };
  readonly put?: Puts;
  readonly remove?: Removals;
}

/** The members of an edit's part by table. */
export function byTable<T extends string, L>(part: { readonly [K in T]?: L } = {}): [T, L][] {
  return Object.entries(part) as [T, L][];
}
