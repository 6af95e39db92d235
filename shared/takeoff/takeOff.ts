/** Third pass of the engine: quantities of a cabled plan. */
import { must } from '../assert.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { fillPct } from '../cabling/pathwayFill.ts';
import { linkCount } from '../cabling/tierParts.ts';
import { hoursOf } from './hours.ts';
import { labourCounts } from './labourCounts.ts';
import { compareProfiles } from './profileComparison.ts';
import { countSpareLegs } from './spareLegs.ts';
import { countCages } from './transceivers.ts';
import type { FamilyCount, PathwayCount, Takeoff, TierCount } from './types.ts';

/** Counts, metres, hours of a plan. What has no known length is counted as unknown, never as zero. */
export function takeOff(plan: Plan, survey: Survey, cabling: Cabling): Takeoff {
  const { transceivers, inUse } = countCages(survey, cabling);
  const counts = labourCounts(plan, survey, cabling, transceivers);
  const profiles = sortedById(plan.catalog.labourProfiles).map((profile) => hoursOf(profile, counts));
  const byFamily = countFamilies(cabling);
  return {
    scope: scopeOf(plan),
    links: { count: linkCount(cabling), byTier: countLinks(cabling) },
    cables: {
      count: cabling.cables.count,
      byTier: countTiers(cabling, cabling.cables.tier),
      byFamily,
      requiredMm: sumKnown(cabling.cables.requiredMm),
      orderedMm: sumKnown(cabling.cables.orderedMm),
      unknownRequired: byFamily.reduce((sum, family) => sum + family.unknownRequired, 0),
      unknownOrdered: byFamily.reduce((sum, family) => sum + family.unknownOrdered, 0),
    },
    cages: { count: inUse },
    fibers: countFibers(cabling),
    spareLegs: countSpareLegs(cabling),
    cabinets: { count: survey.cabinets.length },
    devices: { count: survey.devices.length, byRole: countRoles(survey) },
    transceivers,
    pathways: countPathways(survey, cabling),
    powerW: powerOf(survey),
    profiles,
    comparison: compareProfiles(profiles, plan.settings.labourProfile, cabling.cables.count, plan.settings.labourRate ?? null),
    hours: profiles.find(({ profile }) => profile === plan.settings.labourProfile) ?? null,
  };
}

/** Says which fabrics a plan holds, so that nobody takes a part for the whole. */
function scopeOf(plan: Plan): string {
  const names = sortedById(plan.fabrics).map((fabric) => fabric.name);
  const drawn = plan.links.size > 0 ? ['links drawn by hand'] : [];
  const parts = [...names, ...drawn];
  return parts.length === 0 ? 'no fabric' : `${parts.join(', ')} only`;
}

/** Links by the name of their tier, with those that run through panels; cables of these and trunks are no links. */
function countLinks(cabling: Cabling): TierCount[] {
  const { tiers, links, channels } = cabling;
  if (channels.length === 0 && tiers.every(({ rows }) => rows === 'links')) return countTiers(cabling, links.tier);
  const isLink = tiers.map(({ rows }) => rows === 'links');
  const counts = new Map(tiers.filter(({ rows }) => rows !== 'trunks').map(({ name }) => [name, 0]));
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const tier of links.tier) if (isLink[tier] === true) add(must(tiers[tier], 'tier').name);
  for (const { tier } of channels) add(tier);
  return [...counts].map(([tier, count]) => ({ tier, count }));
}

/** Fibers in cables, lit or not; sealed cables do not say how many they hold, copper holds none. */
function countFibers({ cables, families }: Cabling): Takeoff['fibers'] {
  let [count, unknownCables] = [0, 0];
  for (let cable = 0; cable < cables.count; cable += 1) {
    const { fiberCount, medium } = must(families[cables.family[cable]!], 'family');
    if (fiberCount !== null) count += fiberCount;
    else if (medium !== 'copper') unknownCables += 1;
  }
  return { count, unknownCables };
}

/** Counts by the name of the tier; tiers of several fabrics that share a name add up. */
function countTiers(cabling: Cabling, tierColumn: Int32Array): TierCount[] {
  const byRow = new Int32Array(cabling.tiers.length);
  for (const tier of tierColumn) byRow[tier]! += 1;
  const counts = new Map<string, number>();
  cabling.tiers.forEach(({ name }, row) => counts.set(name, (counts.get(name) ?? 0) + byRow[row]!));
  return [...counts].map(([tier, count]) => ({ tier, count }));
}

function countFamilies({ families, cables }: Cabling): FamilyCount[] {
  const sums = families.map(() => ({
    count: 0,
    requiredMm: 0,
    orderedMm: 0,
    unknownRequired: 0,
    unknownOrdered: 0,
    byLength: new Map<number, number>(),
  }));
  for (let cable = 0; cable < cables.count; cable += 1) {
    const sum = must(sums[cables.family[cable]!], 'family');
    const [requiredMm, orderedMm] = [cables.requiredMm[cable]!, cables.orderedMm[cable]!];
    sum.count += 1;
    if (requiredMm === NONE) sum.unknownRequired += 1;
    else sum.requiredMm += requiredMm;
    if (orderedMm === NONE) {
      sum.unknownOrdered += 1;
      continue;
    }
    sum.orderedMm += orderedMm;
    sum.byLength.set(orderedMm, (sum.byLength.get(orderedMm) ?? 0) + 1);
  }
  return families.map((family, row) => {
    const { requiredMm, orderedMm, byLength, ...counts } = must(sums[row], 'family');
    return {
      family: family.id,
      ...counts,
      requiredM: requiredMm / 1000,
      orderedM: orderedMm / 1000,
      byLength: [...byLength].sort(([a], [b]) => a - b).map(([lengthMm, count]) => ({ lengthM: lengthMm / 1000, count })),
    };
  });
}

function countRoles(survey: Survey): { role: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { device } of survey.devices) counts.set(device.role, (counts.get(device.role) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => compareIds(a, b)).map(([role, count]) => ({ role, count }));
}

function countPathways({ network }: Survey, { loads }: Cabling): PathwayCount[] {
  return network.segments.map((segment, row) => ({
    id: segment.id,
    fillPct: fillPct(segment, loads.areaMm2[row]!, loads.cables[row]!),
    cables: loads.cables[row]!,
    kgPerM: loads.massGPerM[row]! / 1000,
    lengthMm: network.edgeLengthMm[row]!,
  }));
}

function powerOf(survey: Survey): Takeoff['powerW'] {
  let known = 0;
  let unknownDevices = 0;
  for (const { type } of survey.devices) {
    if (type.maxPowerW === null) unknownDevices += 1;
    else known += type.maxPowerW;
  }
  return { known, unknownDevices };
}

function sumKnown(column: Int32Array): number {
  let sum = 0;
  for (const value of column) if (value !== NONE) sum += value;
  return sum;
}
