/** Third pass of the engine: quantities of a cabled plan. */
import { must } from '../assert.ts';
import type { CableChange } from '../cabling/cableChange.ts';
import type { Cabling } from '../cabling/types.ts';
import { compareIds, sortedById } from '../plan/sortedById.ts';
import { listedNames } from '../plan/listedNames.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { conduitCount, fillPct } from '../cabling/pathwayFill.ts';
import { linkCount } from '../cabling/tierParts.ts';
import { cableSums, type CableSums } from './cableSums.ts';
import { hoursOf } from './hours.ts';
import { labourCounts } from './labourCounts.ts';
import { compareProfiles } from './profileComparison.ts';
import { countSpareLegs } from './spareLegs.ts';
import { countCages } from './transceivers.ts';
import type { FamilyCount, PathwayCount, Takeoff, TierCount } from './types.ts';

/**
 * Counts, metres, hours of a plan. What has no known length is counted as unknown, never as zero. With what changed since an earlier
 * cabling, sums over cables are carried on from its own; the result is the same.
 */
export function takeOff(plan: Plan, survey: Survey, cabling: Cabling, change: CableChange | null = null): Takeoff {
  const { transceivers, inUse } = countCages(survey, cabling);
  const sums = cableSums(cabling, change);
  const counts = labourCounts(plan, survey, cabling, sums, transceivers);
  const profiles = sortedById(plan.catalog.labourProfiles).map((profile) => hoursOf(profile, counts));
  const byFamily = countFamilies(cabling, sums);
  const { byRole, powerW } = deviceSums(survey);
  return {
    scope: scopeOf(plan),
    links: { count: linkCount(cabling), byTier: countLinks(cabling) },
    cables: {
      count: cabling.cables.count,
      byTier: countTiers(cabling, cabling.cables.tier),
      byFamily,
      requiredMm: sums.families.reduce((sum, { requiredMm }) => sum + requiredMm, 0),
      orderedMm: sums.families.reduce((sum, { orderedMm }) => sum + orderedMm, 0),
      unknownRequired: byFamily.reduce((sum, family) => sum + family.unknownRequired, 0),
      unknownOrdered: byFamily.reduce((sum, family) => sum + family.unknownOrdered, 0),
    },
    cages: { count: inUse },
    fibers: countFibers(cabling, sums),
    spareLegs: countSpareLegs(cabling),
    cabinets: { count: survey.cabinets.length },
    devices: { count: survey.devices.length, byRole },
    transceivers,
    pathways: countPathways(survey, cabling),
    conduitMm: conduitLength(survey),
    powerW,
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
  return parts.length === 0 ? 'no fabric' : `${listedNames(parts)} only`;
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
function countFibers({ families }: Cabling, sums: CableSums): Takeoff['fibers'] {
  let [count, unknownCables] = [0, 0];
  families.forEach(({ fiberCount, medium }, row) => {
    const cables = must(sums.families[row], 'family').count;
    if (fiberCount !== null) count += fiberCount * cables;
    else if (medium !== 'copper') unknownCables += cables;
  });
  return { count, unknownCables };
}

const countsOfColumn = new WeakMap<Int32Array, Int32Array>();

/** Kept by the column, which cabling hands on for as long as no link changes. */
function rowsByTier(column: Int32Array, tierCount: number): Int32Array {
  let counts = countsOfColumn.get(column);
  if (counts === undefined) {
    counts = new Int32Array(tierCount);
    for (const tier of column) counts[tier]! += 1;
    countsOfColumn.set(column, counts);
  }
  return counts;
}

/** Counts by the name of the tier; tiers of several fabrics that share a name add up. */
function countTiers(cabling: Cabling, tierColumn: Int32Array): TierCount[] {
  const byRow = rowsByTier(tierColumn, cabling.tiers.length);
  const counts = new Map<string, number>();
  cabling.tiers.forEach(({ name }, row) => counts.set(name, (counts.get(name) ?? 0) + byRow[row]!));
  return [...counts].map(([tier, count]) => ({ tier, count }));
}

function countFamilies({ families }: Cabling, sums: CableSums): FamilyCount[] {
  return families.map((family, row) => {
    const { requiredMm, orderedMm, byLength, ...counts } = must(sums.families[row], 'family');
    return {
      family: family.id,
      ...counts,
      requiredM: requiredMm / 1000,
      orderedM: orderedMm / 1000,
      byLength: [...byLength].sort(([a], [b]) => a - b).map(([lengthMm, count]) => ({ lengthM: lengthMm / 1000, count })),
    };
  });
}

interface DeviceSums {
  readonly byRole: Takeoff['devices']['byRole'];
  readonly powerW: Takeoff['powerW'];
}

const sumsOfDevices = new WeakMap<Survey['devices'], DeviceSums>();

/** Kept for as long as no device changes. */
function deviceSums({ devices }: Survey): DeviceSums {
  let sums = sumsOfDevices.get(devices);
  if (sums === undefined) sumsOfDevices.set(devices, (sums = { byRole: countRoles(devices), powerW: powerOf(devices) }));
  return sums;
}

function countRoles(devices: Survey['devices']): DeviceSums['byRole'] {
  const counts = new Map<string, number>();
  for (const { device } of devices) counts.set(device.role, (counts.get(device.role) ?? 0) + 1);
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

function conduitLength({ network }: Survey): number {
  return network.segments.reduce(
    (sum, segment, row) => sum + (segment.kind === 'conduit' ? network.edgeLengthMm[row]! * conduitCount(segment) : 0),
    0,
  );
}

function powerOf(devices: Survey['devices']): Takeoff['powerW'] {
  let known = 0;
  let unknownDevices = 0;
  for (const { type } of devices) {
    if (type.maxPowerW === null) unknownDevices += 1;
    else known += type.maxPowerW;
  }
  return { known, unknownDevices };
}
