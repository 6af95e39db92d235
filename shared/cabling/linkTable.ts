/** Links of a plan as columns: derived from its fabrics' rules, then those drawn by hand. */
import { assert, must } from '../assert.ts';
import { firstPortOfBlock, portsOf } from '../catalog/ports.ts';
import type { DeviceType } from '../catalog/types.ts';
import { deriveLinksOf } from '../fabrics/fabricRule.ts';
import type { FabricLinks } from '../fabrics/fabricTypes.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Fabric, HandLink, Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
import { shareCables, type SharedLinks } from './breakouts.ts';
import type { ChannelRows } from './channelRows.ts';
import { NONE, type LinkTable, type Tier } from './types.ts';

/** Links of one tier stand together; cables of `legs` links each stand together within it. */
export interface TierRange {
  readonly tier: Tier;
  readonly firstLink: number;
  readonly count: number;
  /** Links per cable. */
  readonly legs: number;
  readonly names: LinkNames;
}

/** What a link's id is made of; ids are written only when asked for. */
export type LinkNames =
  | {
      readonly kind: 'fabric';
      readonly slots: readonly string[];
      readonly slotA: Int32Array;
      readonly portA: Int32Array;
      readonly slotB: Int32Array;
      readonly portB: Int32Array;
    }
  | { readonly kind: 'hand'; readonly links: readonly HandLink[] };

export interface Links {
  readonly ranges: readonly TierRange[];
  readonly table: Omit<LinkTable, 'cable'>;
  /** Links that run through panels, by id: they have no row of their own, their cables have. */
  readonly channels: readonly ChannelRows[];
}

export const HAND_TIER: Tier = { fabric: null, name: 'manual', parts: null, rows: 'links' };

/** Devices at the slots of a tier, and the block of each that it uses. */
export interface TierSlots {
  readonly places: SlotPlaces;
  readonly blockOfA: (slot: number) => string | null;
  readonly blockOfB: (slot: number) => string | null;
}

/** A tier before its links have rows. */
export interface TierDraft {
  readonly tier: Tier;
  readonly count: number;
  readonly legs: number;
  readonly names: LinkNames;
  /** Where the slots are; null for links that say it themselves. */
  readonly slots: TierSlots | null;
}

/** Tiers of all fabrics by id. */
export function ruledTiers(plan: Plan, survey: Survey): TierDraft[] {
  return sortedById(plan.fabrics).flatMap((fabric) => {
    const derived = linksOf(fabric);
    const places = new SlotPlaces(fabric, derived, survey);
    return derived.tiers.map(({ name, legs, blockOfA, blockOfB, ...names }): TierDraft => {
      const tier: Tier = { fabric: fabric.id, name, parts: must(fabric.tiers[name], `parts of tier ${name}`), rows: 'links' };
      return {
        tier,
        count: names.slotA.length,
        legs,
        names: { kind: 'fabric', slots: derived.slots, ...names },
        slots: { places, blockOfA, blockOfB },
      };
    });
  });
}

/** Links with parts of their own as tiers, one for each number of links that share a cable; none for no links. */
export function ownTiers(plan: Plan, tier: Tier, links: readonly HandLink[]): TierDraft[] {
  return shareCables(plan, links)
    .filter((shared) => shared.links.length > 0)
    .map((shared) => ownTier(tier, shared));
}

export function ownTier(tier: Tier, { legs, links }: SharedLinks): TierDraft {
  return { tier, count: links.length, legs, names: { kind: 'hand', links }, slots: null };
}

/** Rows of tiers in this order. A slot whose device lacks the port gives a link with port NONE, which a check reports. */
export function fillTable(survey: Survey, drafts: readonly TierDraft[], channels: readonly ChannelRows[]): Links {
  const columns = newColumns(drafts.reduce((sum, { count }) => sum + count, 0));
  const ranges: TierRange[] = [];
  let at = 0;
  for (const { tier, count, legs, names, slots } of drafts) {
    ranges.push({ tier, firstLink: at, count, legs, names });
    columns.tier.fill(ranges.length - 1, at, at + count);
    if (names.kind === 'fabric') fillRuled(columns, at, names, must(slots, 'slots'));
    else fillOwn(columns, at, names.links, survey);
    at += count;
  }
  return { ranges, table: columns, channels };
}

type Columns = Omit<LinkTable, 'cable'>;

function fillRuled(columns: Columns, first: number, names: LinkNames & { readonly kind: 'fabric' }, slots: TierSlots): void {
  const { places, blockOfA, blockOfB } = slots;
  for (let link = 0, at = first; link < names.slotA.length; link += 1, at += 1) {
    const [slotA, slotB] = [names.slotA[link]!, names.slotB[link]!];
    columns.aDevice[at] = places.device[slotA]!;
    columns.aPort[at] = places.portIndex(slotA, blockOfA(slotA), names.portA[link]!);
    columns.bDevice[at] = places.device[slotB]!;
    columns.bPort[at] = places.portIndex(slotB, blockOfB(slotB), names.portB[link]!);
  }
}

function fillOwn(columns: Columns, first: number, links: readonly HandLink[], survey: Survey): void {
  for (const [place, { a, b }] of links.entries()) {
    const at = first + place;
    columns.aDevice[at] = must(survey.deviceRow.get(a.device), `device ${a.device}`);
    columns.aPort[at] = namedPort(survey, columns.aDevice[at], a.port);
    columns.bDevice[at] = must(survey.deviceRow.get(b.device), `device ${b.device}`);
    columns.bPort[at] = namedPort(survey, columns.bDevice[at], b.port);
  }
}

/** The link itself of a row whose tier has no parts for all. */
export function ownLinkOf(ranges: readonly TierRange[], tier: number, link: number): HandLink {
  const { firstLink, names } = must(ranges[tier], 'tier');
  assert(names.kind === 'hand', 'a rule gives the parts of this link');
  return must(names.links[link - firstLink], 'link');
}

/** Id of a link by its row: its place in the rule, or the id that it was drawn with. */
export function linkIdOf(ranges: readonly TierRange[], tier: number, link: number): string {
  const { tier: stage, firstLink, names } = must(ranges[tier], 'tier');
  const row = link - firstLink;
  if (names.kind === 'hand') return must(names.links[row], 'link').id;
  const slot = (index: number): string => must(names.slots[index], 'slot');
  return `${stage.fabric}/${stage.name}/${slot(names.slotA[row]!)}:${names.portA[row]!}–${slot(names.slotB[row]!)}:${names.portB[row]!}`;
}

const linksOfFabric = new WeakMap<Fabric, FabricLinks>();

/** A fabric's links follow from the fabric alone, so they are kept as long as it is the same object. */
function linksOf(fabric: Fabric): FabricLinks {
  let links = linksOfFabric.get(fabric);
  if (links === undefined) {
    links = deriveLinksOf(fabric.rule, (slot) => Object.hasOwn(fabric.slots, slot));
    linksOfFabric.set(fabric, links);
  }
  return links;
}

/** Devices at the slots of a fabric, and where the ports of their blocks begin. */
export class SlotPlaces {
  /** Row of the device at each slot; NONE at an empty one. */
  readonly device: Int32Array;
  private readonly types: readonly (DeviceType | null)[];
  /** By device type and block: position of its first port, and how many it has. */
  private readonly blocks = new Map<DeviceType, Map<string | null, { readonly first: number; readonly count: number }>>();

  constructor(fabric: Fabric, { slots }: FabricLinks, survey: Survey) {
    this.device = Int32Array.from(slots, (slot) => {
      const deviceId = Object.hasOwn(fabric.slots, slot) ? fabric.slots[slot] : undefined;
      return deviceId === undefined ? NONE : must(survey.deviceRow.get(deviceId), `device ${deviceId}`);
    });
    this.types = Array.from(this.device, (row) => (row === NONE ? null : must(survey.devices[row], 'device').type));
  }

  /** Position of a port, numbered from 1 within its block, in the type's list; NONE when the device has none such. */
  portIndex(slot: number, block: string | null, portNumber: number): number {
    const type = this.types[slot];
    if (type === null || type === undefined) return NONE;
    const { first, count } = this.blockOf(type, block);
    return portNumber <= count ? first + portNumber - 1 : NONE;
  }

  private blockOf(type: DeviceType, block: string | null): { readonly first: number; readonly count: number } {
    const ofType = this.blocks.get(type) ?? new Map<string | null, { first: number; count: number }>();
    this.blocks.set(type, ofType);
    let place = ofType.get(block);
    if (place === undefined) {
      const ports = portsOf(type);
      const count = block === null ? ports.length : ports.filter((port) => port.block === block).length;
      place = { first: block === null ? 0 : (firstPortOfBlock(type, block) ?? NONE), count };
      ofType.set(block, place);
    }
    return place;
  }
}

function namedPort(survey: Survey, device: number, name: string): number {
  return portsOf(must(survey.devices[device], 'device').type).findIndex((port) => port.name === name);
}

function newColumns(count: number): Omit<LinkTable, 'cable'> {
  const column = (): Int32Array => new Int32Array(count).fill(NONE);
  return { count, tier: column(), aDevice: column(), aPort: column(), bDevice: column(), bPort: column() };
}
