/** Cabinet models by maker, and finding some by their words. */
import type { CabinetModel } from '../../shared/catalog/types.ts';

export interface MakerModels {
  readonly maker: string;
  readonly models: readonly CabinetModel[];
}

/** Makers whose models have all the words (in lower case) in their maker, name or order number. */
export function filterCatalog(catalog: readonly MakerModels[], words: string): readonly MakerModels[] {
  const wanted = words.split(/\s+/);
  return catalog
    .map(({ maker, models }) => ({
      maker,
      models: models.filter(({ name, sku }) => {
        const text = `${maker} ${name} ${sku ?? ''}`.toLowerCase();
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ models }) => models.length > 0);
}
