/** Cabinet models by maker, and finding some by their words. */
import type { CabinetModel } from '../../shared/catalog/types.ts';

export interface MakerModels {
  readonly maker: string;
  readonly models: readonly CabinetModel[];
}

/** Makers whose models have all the words (in lower case) in their maker, name or order number. */
export function filterCatalog(catalog: readonly MakerModels[], words: string): readonly MakerModels[] {
  const wanted = withPlainSizes(words).split(/\s+/);
  return catalog
    .map(({ maker, models }) => ({
      maker,
      models: models.filter(({ name, sku }) => {
        const text = withPlainSizes(`${maker} ${name} ${sku ?? ''}`.toLowerCase());
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ models }) => models.length > 0);
}

/** `600 × 1200`, `600 x 1200` and `600x1200` are the same. */
function withPlainSizes(text: string): string {
  return text.replace(/(\d)\s*[x×]\s*(?=\d)/g, '$1x');
}
