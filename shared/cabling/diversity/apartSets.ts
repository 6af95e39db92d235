/** Which cables must not share pathways, from the plan's groups. */
import { must } from '../../assert.ts';
import { sortedById } from '../../plan/sortedById.ts';
import type { Plan } from '../../plan/types.ts';
import type { DiversityGroup } from '../../plan/routeRules.ts';
import type { Survey } from '../../survey/types.ts';
import { cablesOfLink } from '../rules/courses.ts';
import type { Cabling } from '../types.ts';

/** Rows of the cables of one link: several where it runs through panels. */
export type Strand = readonly number[];

/** Strands of which no two may share a pathway. */
export interface ApartSet {
  readonly group: DiversityGroup;
  /** The device that they meet at; null where they were named one by one. */
  readonly device: string | null;
  readonly strands: readonly Strand[];
  /** Links that the group names and nobody draws any more. */
  readonly missing: readonly string[];
}

/**
 * Sets of all groups by id; of a group by fabric, one for each device that has two cables or more of the tier, in order of the
 * devices. Links of the tier that run through panels are left to groups that name them.
 */
export function apartSets(plan: Plan, survey: Survey, cabling: Cabling): ApartSet[] {
  return sortedById(plan.diversityGroups).flatMap((group) => {
    const { members } = group;
    if (members.kind === 'fabric') return setsOfTier(survey, cabling, group, members);
    const named = [...new Set(members.links)].sort().map((id) => ({ id, strand: cablesOfLink(cabling, id) }));
    const strands = named.filter(({ strand }) => strand.length > 0).map(({ strand }) => strand);
    return [{ group, device: null, strands, missing: named.filter(({ strand }) => strand.length === 0).map(({ id }) => id) }];
  });
}

type TierMembers = Extract<DiversityGroup['members'], { readonly kind: 'fabric' }>;

function setsOfTier({ devices }: Survey, cabling: Cabling, group: DiversityGroup, members: TierMembers): ApartSet[] {
  const { tiers, cables, links } = cabling;
  const isMeant = tiers.map((tier) => tier.fabric === members.fabric && tier.name === members.tier && tier.rows === 'links');
  const byDevice = new Map<number, Set<number>>();
  for (let cable = 0; cable < cables.count; cable += 1) {
    if (isMeant[cables.tier[cable]!] !== true) continue;
    for (let link = cables.firstLink[cable]!; link < cables.firstLink[cable]! + cables.linkCount[cable]!; link += 1) {
      const device = (members.end === 'a' ? links.aDevice : links.bDevice)[link]!;
      const known = byDevice.get(device);
      if (known === undefined) byDevice.set(device, new Set([cable]));
      else known.add(cable);
    }
  }
  return [...byDevice]
    .sort(([a], [b]) => a - b)
    .filter(([, rows]) => rows.size > 1)
    .map(([device, rows]) => ({
      group,
      device: must(devices[device], 'device').device.id,
      strands: [...rows].map((cable) => [cable]),
      missing: [],
    }));
}
