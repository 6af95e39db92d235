/** What is said once two ports are joined. */
import type { Plan, TierParts } from '../../shared/plan/types.ts';
import { portName } from './connectPorts.ts';
import type { PortAt } from './elevationStore.ts';

/**
 * `Connected A01 · node1 · p1 to B02 · leaf3 · 1/1 with MFP7E10`: the cable was chosen by what fits, so it is named. The plan is the one
 * in which they are joined: it holds what it uses.
 */
export function connectedText(plan: Plan, from: PortAt, to: PortAt, { family }: TierParts): string {
  return `Connected ${portName(plan, from)} to ${portName(plan, to)} with ${plan.catalog.cableFamilies.get(family)?.name ?? family}`;
}
