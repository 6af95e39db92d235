/** A plan with nothing in it yet but what any plan is worked out by: the settings and all labor profiles. */
import type { Catalog } from '../catalog/types.ts';
import { emptyPlan } from '../plan/emptyPlan.ts';
import type { Plan } from '../plan/types.ts';
import { embeddedCatalog } from './embeddedCatalog.ts';

export interface BlankOptions {
  readonly name: string;
}

export function generateBlank(catalog: Catalog, { name = 'Untitled' }: Partial<BlankOptions>): Plan {
  return {
    ...emptyPlan(name),
    catalog: embeddedCatalog(catalog, { cabinetModels: [], deviceTypes: [], transceivers: [], cableFamilies: [] }),
  };
}
