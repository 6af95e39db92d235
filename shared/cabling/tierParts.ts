import { must } from '../assert.ts';
import type { Plan, TierParts } from '../plan/types.ts';
import type { Cabling } from './types.ts';

/** Parts of a link: its tier's, or its own when it was drawn by hand. */
export function partsOfLink(plan: Plan, cabling: Cabling, link: number): TierParts {
  return must(cabling.tiers[cabling.links.tier[link]!], 'tier').parts ?? must(plan.links.get(cabling.linkId(link)), 'link').parts;
}
