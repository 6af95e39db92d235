/** How the ports of a fabric are assigned, a sentence for each tier, as the rule that assigns them says it. */
import type { TierPorts } from '../fabrics/fabricTypes.ts';
import { tiersWithLinks, type FabricRule } from '../fabrics/fabricRule.ts';
import { RAIL_PORTS } from '../fabrics/railOptimised.ts';
import { isSameTable } from '../fabrics/sameTable.ts';
import type { TableRule } from '../fabrics/tableRule.ts';
import { CAMPUS_PORTS, isCampusTable } from './campus/campusFabric.ts';
import { INBAND_PORTS, inbandRule } from './superpod/inbandFabric.ts';
import { MANAGEMENT_PORTS, managementRule } from './superpod/managementFabric.ts';
import { MOST_UNITS, upTo } from './superpod/slots.ts';
import { STORAGE_PORTS, storageRule } from './superpod/storageFabric.ts';

export interface PortAssignment {
  readonly tier: string;
  readonly text: string;
}

/** Tables that a template makes for so many units. */
const SUPERPOD_TABLES: readonly { readonly ruleOf: (su: number) => TableRule; readonly ports: TierPorts }[] = [
  { ruleOf: storageRule, ports: STORAGE_PORTS },
  { ruleOf: inbandRule, ports: INBAND_PORTS },
  { ruleOf: managementRule, ports: MANAGEMENT_PORTS },
];

/** What is true of any table, and all that is known of one that people wrote or changed. */
const AS_LISTED = 'Each port is listed in the table of the fabric.';

/** Tiers with links, in their order. The rule must be sound. */
export function portAssignment(rule: FabricRule): readonly PortAssignment[] {
  const known: TierPorts = rule.kind === 'rail-optimised' ? RAIL_PORTS : portsOfTable(rule);
  return tiersWithLinks(rule).map((tier) => ({ tier, text: known[tier] ?? AS_LISTED }));
}

function portsOfTable(rule: TableRule): TierPorts {
  const found = SUPERPOD_TABLES.find(({ ruleOf }) => upTo(MOST_UNITS).some((su) => isSameTable(rule.rows, ruleOf(su).rows)));
  return found?.ports ?? (isCampusTable(rule) ? CAMPUS_PORTS : {});
}
