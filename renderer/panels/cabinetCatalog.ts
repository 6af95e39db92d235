/** The cabinet models that ship with the planner, by maker. Read when the catalog is first shown. */
import { catalogFromEntries, parseCatalogFile } from '../../shared/catalog/parseCatalog.ts';
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { userErrorLine } from '../../shared/result.ts';
import type { MakerModels } from './filterCatalog.ts';

const files = import.meta.glob<string>('../../assets/catalog/cabinet-models/*.json', { query: '?raw', import: 'default', eager: true });

let known: readonly MakerModels[] | null = null;

export function cabinetCatalog(): readonly MakerModels[] {
  known ??= byMaker(readModels());
  return known;
}

function readModels(): readonly CabinetModel[] {
  const parts = Object.keys(files)
    .sort()
    .map((path) => {
      const part = parseCatalogFile(files[path]!, path);
      if (!part.ok) throw new Error(`Bug: ${userErrorLine(part.error)}`);
      return part.value;
    });
  return [...catalogFromEntries(parts).cabinetModels.values()];
}

function byMaker(models: readonly CabinetModel[]): readonly MakerModels[] {
  const makers = [...new Set(models.map(makerOf))].sort();
  return makers.map((maker) => ({ maker, models: models.filter((model) => makerOf(model) === maker) }));
}

function makerOf({ manufacturer }: CabinetModel): string {
  return manufacturer ?? 'Generic';
}
