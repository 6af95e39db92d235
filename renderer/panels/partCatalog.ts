/** Device types, optics and cable families that ship with the planner. Read when they are first asked for. */
import { catalogFromEntries, parseCatalogFile } from '../../shared/catalog/parseCatalog.ts';
import type { Catalog, DeviceType } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { userErrorLine } from '../../shared/result.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';

const files = import.meta.glob<string>(
  ['../../assets/catalog/device-types/*.json', '../../assets/catalog/transceivers/*.json', '../../assets/catalog/cable-families/*.json'],
  { query: '?raw', import: 'default', eager: true },
);

export type Parts = Pick<Catalog, 'deviceTypes' | 'transceivers' | 'cableFamilies'>;

let known: Parts | null = null;

function shippedParts(): Parts {
  known ??= catalogFromEntries(
    Object.keys(files)
      .sort()
      .map((path) => {
        const part = parseCatalogFile(files[path]!, path);
        if (!part.ok) throw new Error(`Bug: ${userErrorLine(part.error)}`);
        return part.value;
      }),
  );
  return known;
}

const byPlanCatalog = new WeakMap<Catalog, Parts>();

/** What a plan can use: its own entries as it holds them, and what ships beside them. */
export function partsFor({ catalog }: Pick<Plan, 'catalog'>): Parts {
  let parts = byPlanCatalog.get(catalog);
  if (parts === undefined) {
    const shipped = shippedParts();
    parts = {
      deviceTypes: new Map([...shipped.deviceTypes, ...catalog.deviceTypes]),
      transceivers: new Map([...shipped.transceivers, ...catalog.transceivers]),
      cableFamilies: new Map([...shipped.cableFamilies, ...catalog.cableFamilies]),
    };
    byPlanCatalog.set(catalog, parts);
  }
  return parts;
}

export interface MakerTypes {
  readonly maker: string;
  readonly types: readonly DeviceType[];
}

/** Device types that have all the words (in lower case) in their maker, name or order number, by maker. */
export function deviceCatalog(plan: Pick<Plan, 'catalog'>, words: string): readonly MakerTypes[] {
  const wanted = words.split(/\s+/);
  const byMaker = new Map<string, DeviceType[]>();
  for (const type of partsFor(plan).deviceTypes.values()) {
    const maker = type.manufacturer ?? 'Generic';
    const text = `${maker} ${type.name} ${type.sku ?? ''}`.toLowerCase();
    if (wanted.every((word) => text.includes(word))) byMaker.set(maker, [...(byMaker.get(maker) ?? []), type]);
  }
  return [...byMaker]
    .map(([maker, types]) => ({ maker, types: types.sort((one, other) => compareNames(one.name, other.name)) }))
    .sort((one, other) => compareNames(one.maker, other.maker));
}
