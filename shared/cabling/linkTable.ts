/** Links of a plan as columns: derived from its fabrics' rules, then those drawn by hand. */
import { must } from '../assert.ts';
import { firstPortOfBlock, portsOf } from '../catalog/ports.ts';
import type { DeviceType } from '../catalog/types.ts';
import { deriveLinksOf } from '../fabrics/fabricRule.ts';
import type { FabricLinks } from '../fabrics/fabricTypes.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Fabric, HandLink, Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';
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
}

/** All links. A slot whose device lacks the port gives a link with port NONE, which a check reports. */
export function deriveLinks(plan: Plan, survey: Survey): Links {
  const parts = sortedById(plan.fabrics).map((fabric) => ({ fabric, derived: linksOf(fabric) }));
  const handLinks = sortedById(plan.links);
  const count = parts.reduce((sum, { derived }) => sum + derived.tiers.reduce((links, tier) => links + tier.slotA.length, 0), 0);
  const columns = newColumns(count + handLinks.length);
  const ranges: TierRange[] = [];
  let at = 0;
  for (const { fabric, derived } of parts) {
    const places = new SlotPlaces(fabric, derived, survey);
    for (const { name, legs, blockOfA, blockOfB, ...names } of derived.tiers) {
      const tier: Tier = { fabric: fabric.id, name, parts: must(fabric.tiers[name], `parts of tier ${name}`) };
      ranges.push({ tier, firstLink: at, count: names.slotA.length, legs, names: { kind: 'fabric', slots: derived.slots, ...names } });
      for (let link = 0; link < names.slotA.length; link += 1, at += 1) {
        const [slotA, slotB] = [names.slotA[link]!, names.slotB[link]!];
        columns.tier[at] = ranges.length - 1;
        columns.aDevice[at] = places.device[slotA]!;
        columns.aPort[at] = places.portIndex(slotA, blockOfA(slotA), names.portA[link]!);
        columns.bDevice[at] = places.device[slotB]!;
        columns.bPort[at] = places.portIndex(slotB, blockOfB(slotB), names.portB[link]!);
      }
    }
  }
  if (handLinks.length > 0) {
    const tier: Tier = { fabric: null, name: 'manual', parts: null };
    ranges.push({ tier, firstLink: at, count: handLinks.length, legs: 1, names: { kind: 'hand', links: handLinks } });
    for (const link of handLinks) {
      columns.tier[at] = ranges.length - 1;
      columns.aDevice[at] = must(survey.deviceRow.get(link.a.device), `device ${link.a.device}`);
      columns.aPort[at] = namedPort(survey, columns.aDevice[at]!, link.a.port);
      columns.bDevice[at] = must(survey.deviceRow.get(link.b.device), `device ${link.b.device}`);
      columns.bPort[at] = namedPort(survey, columns.bDevice[at]!, link.b.port);
      at += 1;
    }
  }
  return { ranges, table: columns };
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
class SlotPlaces {
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
