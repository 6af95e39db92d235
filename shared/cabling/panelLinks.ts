/** Takes links that run through panels out of the tiers and puts in the rows of their cables, and those of trunks. */
import { must } from '../assert.ts';
import { portsOf } from '../catalog/ports.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { HandLink, LinkChannel, Plan, PortRef } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { layChannel, OwnCables, TrunkLegs, trunkRows, type ChannelRows, type ChannelSection, type PlainLink } from './channelRows.ts';
import { findLink } from './findLink.ts';
import { HAND_TIER, linkIdOf, ownTier, ownTiers, type LinkNames, type TierSlots, type TierDraft, type TierRange } from './linkTable.ts';
import { NONE, type Tier } from './types.ts';

type RuledNames = LinkNames & { readonly kind: 'fabric' };

/** Tiers in order (rules, their cables through panels, links drawn by hand, theirs, trunks), and all channels by id of their links. */
export function linksThroughPanels(
  plan: Plan,
  survey: Survey,
  ruled: readonly TierDraft[],
  drawn: readonly HandLink[],
): [drafts: TierDraft[], channels: ChannelRows[]] {
  const trunks = new TrunkLegs(plan.trunks, plan.catalog.cableFamilies);
  const own = new OwnCables();
  const ways = waysByTier(plan, ruled);
  const channels: ChannelRows[] = [];
  const lay = (tier: Tier, links: readonly (readonly [PlainLink, LinkChannel | null])[]): TierDraft[] => {
    const laid = links.map(([link, way]) => layChannel(survey, trunks, own, { fabric: tier.fabric, tier: tier.name }, link, way));
    const tiers = ownTiers(
      plan,
      { ...tier, parts: null, rows: 'sections' },
      laid.flatMap(({ rows }) => rows),
    );
    const turned = turnedRows(
      laid.flatMap(({ rows }) => rows),
      tiers,
    );
    for (const { channel } of laid)
      channels.push({ ...channel, sections: channel.sections.map((section) => turnedSection(section, turned)) });
    return tiers;
  };
  const ruledDrafts = ruled.flatMap((draft, row): TierDraft[] => {
    const way = ways.get(row);
    if (way === undefined) return [draft];
    const names = draft.names as RuledNames;
    const range: TierRange = { ...draft, firstLink: 0 };
    const links = [...way].map(([link, channel]): [PlainLink, LinkChannel | null] => [
      ruledLink(survey, range, must(draft.slots, 'slots'), link),
      channel,
    ]);
    const left = withoutRows(names, way);
    return [{ ...draft, count: left.slotA.length, names: left }, ...lay(draft.tier, links)];
  });
  const straight = drawn.filter(({ id }) => !plan.channels.has(id));
  const through = drawn.flatMap((link): [PlainLink, LinkChannel][] => {
    const way = plan.channels.get(link.id);
    return way === undefined ? [] : [[link, way]];
  });
  const trunkTier: Tier = { fabric: null, name: 'trunk', parts: null, rows: 'trunks' };
  const drafts = [
    ...ruledDrafts,
    ...ownTiers(plan, HAND_TIER, straight),
    ...lay(HAND_TIER, through),
    ...trunkRows(plan.trunks).map((shared) => ownTier(trunkTier, shared)),
  ];
  return [drafts, channels];
}

/** Rows of rules' links that run through panels, by tier; the other links of their splitters come along, with no stops. */
function waysByTier(plan: Plan, ruled: readonly TierDraft[]): Map<number, Map<number, LinkChannel | null>> {
  const ways = new Map<number, Map<number, LinkChannel | null>>();
  let firstLink = 0;
  const ranges = ruled.map((draft): TierRange => {
    const range = { ...draft, firstLink };
    firstLink += draft.count;
    return range;
  });
  for (const channel of sortedById(plan.channels)) {
    const link = findLink(ranges, channel.id);
    if (link === null) continue;
    const tier = ranges.findIndex((range) => link >= range.firstLink && link < range.firstLink + range.count);
    const range = must(ranges[tier], 'tier');
    const rows = ways.get(tier) ?? new Map<number, LinkChannel | null>();
    ways.set(tier, rows);
    const row = link - range.firstLink;
    const firstOfCable = row - (row % range.legs);
    for (let other = firstOfCable; other < Math.min(firstOfCable + range.legs, range.count); other += 1) {
      if (!rows.has(other)) rows.set(other, null);
    }
    rows.set(row, channel);
  }
  return ways;
}

function ruledLink(survey: Survey, range: TierRange, { places, blockOfA, blockOfB }: TierSlots, row: number): PlainLink {
  const names = range.names as RuledNames;
  const end = (slot: number, block: string | null, number: number): PortRef => {
    const { device, type } = must(survey.devices[places.device[slot]!], 'device');
    const port = places.portIndex(slot, block, number);
    return { device: device.id, port: port === NONE ? `missing ${number}` : must(portsOf(type)[port], 'port').name };
  };
  return {
    id: linkIdOf([range], 0, row),
    a: end(names.slotA[row]!, blockOfA(names.slotA[row]!), names.portA[row]!),
    b: end(names.slotB[row]!, blockOfB(names.slotB[row]!), names.portB[row]!),
    parts: must(range.tier.parts, 'parts'),
  };
}

function withoutRows(names: RuledNames, gone: ReadonlyMap<number, unknown>): RuledNames {
  const left = (column: Int32Array): Int32Array => column.filter((_, row) => !gone.has(row));
  return { ...names, slotA: left(names.slotA), portA: left(names.portA), slotB: left(names.slotB), portB: left(names.portB) };
}

/** Ids of the rows that were turned to put the legs of a breakout at their end. */
function turnedRows(rows: readonly HandLink[], tiers: readonly TierDraft[]): ReadonlySet<string> {
  const before = new Map(rows.map((row) => [row.id, row]));
  const after = tiers.flatMap(({ names }) => (names.kind === 'hand' ? names.links : []));
  return new Set(after.filter((row) => before.get(row.id) !== row).map(({ id }) => id));
}

function turnedSection(section: ChannelSection | null, turned: ReadonlySet<string>): ChannelSection | null {
  return section !== null && turned.has(section.row) ? { ...section, turned: !section.turned } : section;
}
