/** Reads files of assets/catalog: each holds a list of entries of the kind that its folder names. */
import * as v from 'valibot';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { schemaFault } from '../schemaFault.ts';
import { catalogSchemas } from './schema.ts';
import type { CabinetModel, CableFamily, Catalog, DeviceType, LabourProfile, Transceiver } from './types.ts';

/** What one file holds. */
export type CatalogPart =
  | { readonly table: 'cabinetModels'; readonly entries: readonly CabinetModel[] }
  | { readonly table: 'deviceTypes'; readonly entries: readonly DeviceType[] }
  | { readonly table: 'transceivers'; readonly entries: readonly Transceiver[] }
  | { readonly table: 'cableFamilies'; readonly entries: readonly CableFamily[] }
  | { readonly table: 'labourProfiles'; readonly entries: readonly LabourProfile[] };

/** Table of the catalog that the files of a folder belong to. */
export const CATALOG_FOLDERS = {
  'cabinet-models': 'cabinetModels',
  'device-types': 'deviceTypes',
  transceivers: 'transceivers',
  'cable-families': 'cableFamilies',
  'labour-profiles': 'labourProfiles',
} as const satisfies Readonly<Record<string, keyof Catalog>>;

/** Entries of one file. `fileName` ends in `folder/name.json`; the folder says of which kind they are. */
export function parseCatalogFile(text: string, fileName: string): Result<CatalogPart, UserError> {
  const folder = fileName.split(/[/\\]/).at(-2) ?? '';
  if (!Object.hasOwn(CATALOG_FOLDERS, folder)) {
    return fail({
      code: 'catalog.folder',
      message: `${fileName} is in no folder of the catalog`,
      remedy: `move it into one of ${Object.keys(CATALOG_FOLDERS).join(', ')}`,
    });
  }
  const table = CATALOG_FOLDERS[folder as keyof typeof CATALOG_FOLDERS];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return fail({ code: 'catalog.syntax', message: `${fileName} is not JSON (${reason})`, remedy: 'write a list of entries in [ ]' });
  }
  const parsed = v.safeParse(v.array(catalogSchemas[table]), value, { abortEarly: true });
  if (parsed.success) return ok({ table, entries: parsed.output } as CatalogPart);
  const { path, message, remedy } = schemaFault(parsed.issues[0]);
  return fail({ code: 'catalog.field', path: path.join('.'), message: `${fileName}: ${message}`, remedy });
}

/** A catalog of all the parts. Throws (a bug) when two entries of a kind share an id. */
export function catalogFromEntries(parts: Iterable<CatalogPart>): Catalog {
  const catalog = {
    cabinetModels: new Map<string, CabinetModel>(),
    deviceTypes: new Map<string, DeviceType>(),
    transceivers: new Map<string, Transceiver>(),
    cableFamilies: new Map<string, CableFamily>(),
    labourProfiles: new Map<string, LabourProfile>(),
  };
  for (const { table, entries } of parts) {
    const byId: Map<string, unknown> = catalog[table];
    for (const entry of entries) {
      if (byId.has(entry.id)) throw new Error(`Bug: the catalog has two entries ${entry.id}`);
      byId.set(entry.id, entry);
    }
  }
  return catalog;
}
