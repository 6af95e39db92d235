import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { portsOf } from '../../../shared/catalog/ports.ts';
import { parseCatalogFile } from '../../../shared/catalog/parseCatalog.ts';
import type { CatalogEntry } from '../../../shared/catalog/types.ts';

const catalog = loadCatalog();
const entries: readonly CatalogEntry[] = Object.values(catalog).flatMap((table: ReadonlyMap<string, CatalogEntry>) => [...table.values()]);

/** What an entry is called; the rest are figures and structure. */
const NAMES = new Set(['id', 'version', 'name', 'manufacturer', 'sources']);

function isSaid(value: unknown): boolean {
  return value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);
}

describe('the shipped catalog', () => {
  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s names a source for each of its figures, and for nothing else',
    (_, entry) => {
      const figures = Object.entries(entry)
        .filter(([field, value]) => !NAMES.has(field) && isSaid(value))
        .map(([field]) => field);
      expect(Object.keys(entry.sources).sort()).toEqual(figures.sort());
      for (const source of Object.values(entry.sources)) expect(source.length).toBeGreaterThan(10);
    },
  );

  it('gives a reason with each assumption', () => {
    const sources = entries.flatMap((entry) => Object.values(entry.sources));
    const tasks = [...catalog.labourProfiles.values()].flatMap((profile) => profile.tasks.map((task) => task.source));
    for (const source of [...sources, ...tasks]) {
      if (source.startsWith('assumption')) expect(source).toMatch(/^assumption: \S.{5,}/);
    }
  });

  it('holds labour tasks whose likely time lies between the low and the high', () => {
    for (const profile of catalog.labourProfiles.values()) {
      expect(new Set(profile.tasks.map((task) => task.id)).size).toBe(profile.tasks.length);
      for (const { minutes } of profile.tasks) {
        expect(minutes.low).toBeLessThanOrEqual(minutes.likely);
        expect(minutes.likely).toBeLessThanOrEqual(minutes.high);
      }
    }
  });

  it('has cabinets whose rack units fit their height, and whose openings lie within the footprint', () => {
    for (const model of catalog.cabinetModels.values()) {
      expect(model.firstUnitMm + model.rackUnits * 44.45).toBeLessThan(model.heightMm);
      expect(model.railSetbackMm + model.usableDepthMm).toBeLessThanOrEqual(model.depthMm);
      for (const { xMm, yMm } of model.openings) {
        expect(xMm > 0 && xMm < model.widthMm && yMm > 0 && yMm < model.depthMm).toBe(true);
      }
    }
  });

  it('has devices whose ports lie on their faces, each with a name of its own', () => {
    for (const type of catalog.deviceTypes.values()) {
      const ports = portsOf(type);
      expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length);
      for (const { xMm, yMm } of ports) {
        expect(xMm > 0 && xMm < type.widthMm && yMm > 0 && yMm < type.heightU * 44.45).toBe(true);
      }
    }
  });

  it('has the ports that the fabrics use', () => {
    const count = (type: string, block: string): number =>
      portsOf(catalog.deviceTypes.get(type)!).filter((port) => port.block === block).length;
    expect({
      h100: count('nvidia/dgx-h100', 'compute'),
      b200: count('nvidia/dgx-b200', 'compute'),
      qm9700: count('nvidia/qm9700', 'switch'),
      ufm: count('nvidia/ufm-appliance', 'compute'),
    }).toEqual({ h100: 8, b200: 8, qm9700: 64, ufm: 2 });
  });

  it('stocks what the reference architectures list', () => {
    expect(catalog.cableFamilies.get('nvidia/mfp7e10')?.supply).toEqual({
      kind: 'stock',
      lengthsMm: [3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000],
    });
    expect(catalog.cableFamilies.get('nvidia/mfp7e20')?.supply).toEqual({ kind: 'stock', lengthsMm: [3000, 5000, 10_000, 20_000, 30_000] });
  });

  it('is formatted one way: each file is a list of entries', () => {
    const folder = fileURLToPath(new URL('../../../assets/catalog/transceivers', import.meta.url));
    for (const name of readdirSync(folder)) {
      const part = parseCatalogFile(readFileSync(`${folder}/${name}`, 'utf8'), `transceivers/${name}`);
      expect(part.ok && part.value.table).toBe('transceivers');
    }
  });
});

describe('a catalog file that does not parse', () => {
  const errorOf = (text: string, name: string): string => {
    const part = parseCatalogFile(text, name);
    return part.ok ? 'none' : [part.error.code, part.error.path ?? '', part.error.message, part.error.remedy].join(' | ');
  };

  it('is refused with its place and the remedy', () => {
    expect(errorOf('[]', 'racks/a.json')).toBe(
      'catalog.folder |  | racks/a.json is in no folder of the catalog | move it into one of cabinet-models, device-types, transceivers, cable-families, labour-profiles',
    );
    expect(errorOf('[', 'transceivers/a.json')).toContain('catalog.syntax');
    const optic = { ...catalog.transceivers.get('nvidia/osfp-ufm-multimode'), reachMm: -1 };
    expect(errorOf(JSON.stringify([optic]), 'transceivers/a.json')).toBe(
      'catalog.field | 0.reachMm | transceivers/a.json: must be at least 1, not -1 | write 1 or more',
    );
  });
});
