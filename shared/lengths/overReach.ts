/** Links that a choice of lengths would make too long for light: each length of it stands in for shorter ones. */
import { must } from '../assert.ts';
import { orderedLengthMm } from '../cabling/lengths.ts';
import { channelReachMm } from '../cabling/reach.ts';
import { partsOfLink } from '../cabling/tierParts.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { channelLimits } from '../channels/budget.ts';
import { opticsOf, partsOfChannel } from '../channels/planChannels.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';

/** What one link has of a family, and what its optics and fibers still allow for that. */
interface Share {
  /** The shortest length on offer for each cable of the family in it. */
  readonly shortestMm: readonly number[];
  /** Reach of the link less its other cables at their longest. */
  readonly reachMm: number;
  readonly links: number;
}

/** By family id: how many links are over their reach where its cables are cut to these lengths. Links of unknown reach are not counted. */
export function linksOverReach(plan: Plan, cabling: Cabling): (family: CableFamily, lengthsMm: readonly number[]) => number {
  const byFamily = sharesByFamily(plan, cabling);
  return ({ id, tolerance }, lengthsMm) => {
    const sorted = [...lengthsMm].sort((a, b) => a - b);
    const boughtMm = (shortestMm: number): number => (sorted.find((lengthMm) => lengthMm >= shortestMm) ?? shortestMm) + tolerance.plusMm;
    let over = 0;
    for (const { shortestMm, reachMm, links } of byFamily.get(id) ?? [])
      if (shortestMm.reduce((sum, one) => sum + boughtMm(one), 0) > reachMm) over += links;
    return over;
  };
}

function sharesByFamily(plan: Plan, cabling: Cabling): ReadonlyMap<string, readonly Share[]> {
  const shares = new Map<string, Share[]>();
  const note = (family: string, share: Share): void => {
    const known = shares.get(family);
    if (known === undefined) shares.set(family, [share]);
    else known.push(share);
  };
  const inChannels = noteChannels(plan, cabling, note);
  for (const { family, shortestMm, reachMm, links } of aloneByKind(plan, cabling, inChannels))
    note(family, { shortestMm: [shortestMm], reachMm, links });
  return shares;
}

/** Notes links through panels; returns the cables that they run through. */
function noteChannels(plan: Plan, cabling: Cabling, note: (family: string, share: Share) => void): ReadonlySet<number> {
  const used = new Set<number>();
  for (const rows of cabling.channels) {
    const parts = partsOfChannel(cabling, rows).parts.filter((part) => part !== null);
    const cables = parts.flatMap((part) => ('isModule' in part ? [] : [part]));
    for (const { cable } of cables) used.add(cable);
    const { reachMm } = channelLimits(
      opticsOf(plan.catalog, rows.link.parts),
      parts.map(({ family }) => family),
    );
    if (reachMm === null) continue;
    for (const id of new Set(cables.map(({ family }) => family.id))) {
      const own = cables.filter(({ family }) => family.id === id);
      const othersMm = cables.reduce((sum, { family, longestMm }) => (family.id === id ? sum : sum + (longestMm ?? 0)), 0);
      const shortestMm = own.flatMap(({ cable }) => shortestOf(cabling, cable) ?? []);
      if (shortestMm.length > 0) note(id, { shortestMm, reachMm: reachMm.value - othersMm, links: 1 });
    }
  }
  return used;
}

/** Cables that are a link by themselves, those of one family, tier and length together. */
function aloneByKind(plan: Plan, cabling: Cabling, inChannels: ReadonlySet<number>) {
  const { cables, families, tiers } = cabling;
  const kinds = new Map<string, { readonly family: string; readonly shortestMm: number; readonly reachMm: number; links: number }>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (inChannels.has(cable) || cables.requiredMm[cable] === NONE) continue;
    const tier = cables.tier[cable]!;
    const isByHand = tiers[tier]?.parts === null;
    const key = `${cables.family[cable]!} ${cables.requiredMm[cable]!} ${tier} ${isByHand ? cable : ''}`;
    const known = kinds.get(key);
    if (known !== undefined) {
      known.links += 1;
      continue;
    }
    const family = must(families[cables.family[cable]!], 'family');
    const shortestMm = shortestOf(cabling, cable);
    const reachMm = channelReachMm(plan.catalog, partsOfLink(cabling, cables.firstLink[cable]!), family);
    if (shortestMm !== null && reachMm !== null) kinds.set(key, { family: family.id, shortestMm, reachMm, links: 1 });
  }
  return kinds.values();
}

/** The shortest length on offer that serves the cable; null without a route, or where none does. */
function shortestOf({ cables, families }: Cabling, cable: number): number | null {
  const requiredMm = cables.requiredMm[cable]!;
  return requiredMm === NONE ? null : orderedLengthMm(must(families[cables.family[cable]!], 'family'), requiredMm);
}
