import type { Cabling } from '../cabling/types.ts';
import type { Plan } from '../plan/types.ts';

/** What a rule or a group names that is not there: `fabric f`, or `tier t in f`; null when both are. */
export function missingScope(
  plan: Plan,
  cabling: Cabling,
  scope: { readonly fabric: string; readonly tier: string | null },
): string | null {
  const fabric = plan.fabrics.get(scope.fabric);
  if (fabric === undefined) return `fabric ${scope.fabric}`;
  const isThere = scope.tier === null || cabling.tiers.some(({ fabric: id, name }) => id === scope.fabric && name === scope.tier);
  return isThere ? null : `tier ${scope.tier} in ${fabric.name}`;
}
