import { must } from '../assert.ts';
import type { TierParts } from '../plan/types.ts';
import type { Cabling } from './types.ts';

/** Parts of a link: its tier's, or its own where it has some. */
export function partsOfLink(cabling: Cabling, link: number): TierParts {
  return must(cabling.tiers[cabling.links.tier[link]!], 'tier').parts ?? cabling.ownParts(link);
}

/** How many links there are: rows that stand for one, and links that run through panels. */
export function linkCount({ links, tiers, channels }: Pick<Cabling, 'links' | 'tiers' | 'channels'>): number {
  if (channels.length === 0 && tiers.every(({ rows }) => rows === 'links')) return links.count;
  let count = channels.length;
  for (const tier of links.tier) if (tiers[tier]?.rows === 'links') count += 1;
  return count;
}
