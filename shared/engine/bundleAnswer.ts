/** How many types of bundle a plan needs, as it is and if all looms were made one way. */
import { bundleTypes, type BundleType } from '../looms/bundleTypes.ts';
import { loomSizes, loomSizesIf } from '../looms/loomSizes.ts';
import type { Derived } from './engine.ts';

export interface BundleAnswer {
  readonly looms: number;
  /** As the looms are bound now. */
  readonly types: readonly BundleType[];
  /** If all were made to length, and if all were of stock jumpers. */
  readonly customTypes: number;
  readonly stockTypes: number;
}

export function bundlesOf(derived: Derived): BundleAnswer {
  const looms = loomSizes(derived);
  const [customTypes, stockTypes] = (['custom', 'stock'] as const).map((make) => bundleTypes(loomSizesIf(derived, make)).length);
  return { looms: looms.length, types: bundleTypes(looms), customTypes: customTypes ?? 0, stockTypes: stockTypes ?? 0 };
}
