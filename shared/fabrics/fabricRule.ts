/** The rules that make fabrics, behind one door: which slots and tiers a rule has, what is wrong with it, and its links. */
import type { Fabric } from '../plan/types.ts';
import type { FabricLinks } from './fabricTypes.ts';
import { railCounts } from './railCounts.ts';
import { deriveRailLinks, railSlots } from './railOptimised.ts';
import { deriveTableLinks, tableCounts, tableFault, tableSlots } from './tableLinks.ts';

export type FabricRule = Fabric['rule'];

export interface RuleFault {
  /** From the rule: `parameters`, `su`. */
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** Why no links follow from a rule; null when they do. */
export function ruleFault(rule: FabricRule): RuleFault | null {
  switch (rule.kind) {
    case 'rail-optimised': {
      const counts = railCounts(rule.parameters);
      if (counts.ok) return null;
      const { path, message, remedy } = counts.error;
      return { path: ['parameters', ...(path === undefined ? [] : [path])], message, remedy };
    }
    case 'table':
      return tableFault(rule);
  }
}

export interface RuleTierCounts {
  readonly tier: string;
  readonly links: number;
  readonly cables: number;
}

/** Links and cables by tier where every slot is filled; tiers without any are left out. The rule must be sound. */
export function tierCountsOf(rule: FabricRule): readonly RuleTierCounts[] {
  switch (rule.kind) {
    case 'rail-optimised': {
      const counts = railCounts(rule.parameters);
      if (!counts.ok) return [];
      const { links, cables } = counts.value;
      return (['node-leaf', 'leaf-spine', 'spine-core', 'ufm'] as const)
        .map((tier) => ({ tier, links: links[tier], cables: cables[tier] }))
        .filter((tier) => tier.links > 0);
    }
    case 'table':
      return [...tableCounts(rule)].map(([tier, counts]) => ({ tier, ...counts })).filter(({ links }) => links > 0);
  }
}

/** Tiers with at least one link where every slot is filled. The rule must be sound. */
export function tiersWithLinks(rule: FabricRule): readonly string[] {
  return tierCountsOf(rule).map(({ tier }) => tier);
}

/** Every slot of a sound rule, in its order. */
export function slotsOf(rule: FabricRule): readonly string[] {
  switch (rule.kind) {
    case 'rail-optimised': {
      const { nodes, leaves, spines, cores, managers } = railSlots(rule.parameters);
      return [...nodes, ...leaves, ...spines, ...cores, ...managers];
    }
    case 'table':
      return tableSlots(rule);
  }
}

/** Links of a sound rule whose slots are filled. */
export function deriveLinksOf(rule: FabricRule, isFilled: (slot: string) => boolean): FabricLinks {
  switch (rule.kind) {
    case 'rail-optimised': {
      const { slots, slotBlock, tiers } = deriveRailLinks(rule.parameters, isFilled);
      const blockOf = (slot: number): string | null => slotBlock[slot] ?? null;
      return { slots, tiers: tiers.map((tier) => ({ ...tier, blockOfA: blockOf, blockOfB: blockOf })) };
    }
    case 'table':
      return deriveTableLinks(rule, isFilled);
  }
}
