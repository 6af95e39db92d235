/** The part of the catalog that a plan embeds: what it uses, and all labour profiles, so that they can be compared. */
import { must } from '../assert.ts';
import type { Catalog, CatalogEntry } from '../catalog/types.ts';
import { compareIds } from '../plan/sortedById.ts';

export interface UsedEntries {
  readonly cabinetModels: Iterable<string>;
  readonly deviceTypes: Iterable<string>;
  readonly transceivers: Iterable<string>;
  readonly cableFamilies: Iterable<string>;
}

/** Copies of the entries with these ids, in the order of their ids. */
export function embeddedCatalog(catalog: Catalog, used: UsedEntries): Catalog {
  return {
    cabinetModels: pick(catalog.cabinetModels, used.cabinetModels),
    deviceTypes: pick(catalog.deviceTypes, used.deviceTypes),
    transceivers: pick(catalog.transceivers, used.transceivers),
    cableFamilies: pick(catalog.cableFamilies, used.cableFamilies),
    labourProfiles: pick(catalog.labourProfiles, catalog.labourProfiles.keys()),
  };
}

function pick<T extends CatalogEntry>(table: ReadonlyMap<string, T>, ids: Iterable<string>): ReadonlyMap<string, T> {
  const sorted = [...new Set(ids)].sort(compareIds);
  return new Map(sorted.map((id) => [id, must(table.get(id), `catalog entry ${id}`)]));
}
