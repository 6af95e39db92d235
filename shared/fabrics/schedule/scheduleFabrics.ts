/**
 * Fabrics, as tables, of the cables that a schedule names, with what was set on them by hand. Links keep their ids where the ids of
 * the schedule's cables say the places of all devices: what a plan keeps by the id of a link (panels, ways, acceptances) holds again.
 */
import { must } from '../../assert.ts';
import { portsOf } from '../../catalog/ports.ts';
import type { Fabric, Override, TierParts } from '../../plan/types.ts';
import type { TableRow, TableTier } from '../tableRule.ts';
import type { FoundPort } from '../tableParts.ts';
import type { SetByHand } from './scheduleLines.ts';

/** A cable of the schedule whose ends and parts were found. */
export interface FoundCable {
  /** As the schedule calls it: the id of its first link, where a rule made it. */
  readonly id: string;
  readonly tier: string;
  readonly links: readonly { readonly a: FoundPort; readonly b: FoundPort }[];
  readonly parts: TierParts;
  readonly set: SetByHand;
}

export interface BuiltFabric {
  readonly fabric: Fabric;
  readonly overrides: readonly Override[];
  /** Cables that are called otherwise than the schedule calls them. */
  readonly newIds: number;
  /** Devices whose place in the rule no id says (those at further legs of splitters): they have their names as places. */
  readonly unplaced: readonly string[];
  /** Tiers that had to be parted, since their cables differ in parts or in links a cable: what each came to. */
  readonly parted: readonly string[];
}

interface Naming {
  readonly id: string;
  /** By id of the device. */
  readonly slots: ReadonlyMap<string, string>;
}

/** The place of a link in a rule, as its id says it. */
interface LinkPlace {
  readonly fabric: string;
  readonly slotA: string;
  readonly portA: number;
  readonly slotB: string;
  readonly portB: number;
}

/** One fabric of its cables; `freshId` serves where the schedule's ids do not. `isAlone` tells names that one device alone has. */
export function buildFabric(
  name: string,
  cables: readonly FoundCable[],
  isTaken: (fabric: string) => boolean,
  freshId: () => string,
  isAlone: (device: string) => boolean,
): BuiltFabric {
  const naming = namingOf(cables, isTaken) ?? { id: freshId(), slots: new Map<string, string>() };
  const slots = slotNames(cables, naming.slots, isAlone);
  const known = new Set(naming.slots.values());
  const groups = tierGroups(cables);
  const tiers = groups.map((group): TableTier => ({
    name: group.name,
    blockA: blockOf(group.cables, 'A'),
    blockB: blockOf(group.cables, 'B'),
    legs: group.legs,
  }));
  const rows: TableRow[] = [];
  const overrides: Override[] = [];
  let newIds = 0;
  for (const [at, group] of groups.entries()) {
    const { blockA, blockB } = must(tiers[at], 'tier');
    for (const cable of group.cables) {
      const ends = cable.links.map(({ a, b }) => [endText(a, slots, blockA), endText(b, slots, blockB)] as const);
      for (const [a, b] of ends) rows.push([group.name, a, b]);
      const [a, b] = must(ends[0], 'link');
      const id = `${naming.id}/${group.name}/${a}–${b}`;
      if (id !== cable.id) newIds += 1;
      const family = group.parts.family === cable.parts.family ? null : cable.parts.family;
      const { requiredMm, label } = cable.set;
      if (family !== null || requiredMm !== null || label !== null) overrides.push({ id, label, requiredMm, family });
    }
  }
  return {
    fabric: {
      id: naming.id,
      name,
      rule: { kind: 'table', tiers, rows },
      tiers: Object.fromEntries(groups.map((group) => [group.name, group.parts])),
      slots: Object.fromEntries([...slots].map(([device, slot]) => [slot, device])),
    },
    overrides,
    newIds,
    unplaced: naming.slots.size === 0 ? [] : [...slots.values()].filter((slot) => !known.has(slot)),
    parted: partedTiers(groups),
  };
}

/** What the cables' ids say of the fabric, where all of them agree. */
function namingOf(cables: readonly FoundCable[], isTaken: (fabric: string) => boolean): Naming | null {
  const slots = new Map<string, string>();
  const devices = new Map<string, string>();
  let id: string | null = null;
  for (const cable of cables) {
    const place = placeOf(cable);
    if (place === null || (id !== null && place.fabric !== id)) return null;
    id = place.fabric;
    const { a, b } = must(cable.links[0], 'link');
    for (const [slot, device] of [
      [place.slotA, a.device.id],
      [place.slotB, b.device.id],
    ] as const) {
      if ((slots.get(device) ?? slot) !== slot || (devices.get(slot) ?? device) !== device) return null;
      slots.set(device, slot);
      devices.set(slot, device);
    }
  }
  return id === null || isTaken(id) ? null : { id, slots };
}

/** `fabric/tier/slotA:portA–slotB:portB` taken apart; null for another text. */
function placeOf({ id, tier }: Pick<FoundCable, 'id' | 'tier'>): LinkPlace | null {
  const end = id.indexOf('/');
  if (end <= 0 || !id.startsWith(`${tier}/`, end + 1)) return null;
  const found = /^([^[\]]+):(\d{1,5})–([^[\]]+):(\d{1,5})$/u.exec(id.slice(end + tier.length + 2));
  if (found === null) return null;
  const [, slotA = '', portA, slotB = '', portB] = found;
  return { fabric: id.slice(0, end), slotA, portA: Number(portA), slotB, portB: Number(portB) };
}

/** Places of all devices in the rule: those known, then by name, and by id where a name would be taken for another or for a range. */
function slotNames(
  cables: readonly FoundCable[],
  known: ReadonlyMap<string, string>,
  isAlone: (device: string) => boolean,
): ReadonlyMap<string, string> {
  const slots = new Map(known);
  const taken = new Set(known.values());
  for (const { links } of cables) {
    for (const { device } of links.flatMap(({ a, b }) => [a, b])) {
      if (slots.has(device.id)) continue;
      const isFit = device.name !== '' && !/[[\]]/u.test(device.name) && isAlone(device.name) && !taken.has(device.name);
      const slot = isFit ? device.name : device.id;
      slots.set(device.id, slot);
      taken.add(slot);
    }
  }
  return slots;
}

interface TierGroup {
  readonly wished: string;
  readonly name: string;
  readonly legs: number;
  readonly parts: TierParts;
  readonly cables: FoundCable[];
}

/** Cables of one tier have parts and links a cable in common; a family set by hand on one is no other tier. */
function tierGroups(cables: readonly FoundCable[]): readonly TierGroup[] {
  const groups: TierGroup[] = [];
  const isOf = (group: TierGroup, cable: FoundCable): boolean =>
    group.wished === cable.tier &&
    group.legs === cable.links.length &&
    group.parts.transceiverA === cable.parts.transceiverA &&
    group.parts.transceiverB === cable.parts.transceiverB;
  const open = (cable: FoundCable): TierGroup => {
    const before = groups.filter(({ wished }) => wished === cable.tier).length;
    const name = before === 0 ? cable.tier : freeName(`${cable.tier}-${before + 1}`, [...groups.map((one) => one.name), ...wishedTiers]);
    const group = { wished: cable.tier, name, legs: cable.links.length, parts: cable.parts, cables: [] };
    groups.push(group);
    return group;
  };
  const wishedTiers = new Set(cables.map(({ tier }) => tier));
  const groupOf = new Map<FoundCable, TierGroup>();
  for (const cable of cables) {
    if (cable.set.family !== null) continue;
    groupOf.set(cable, groups.find((group) => isOf(group, cable) && group.parts.family === cable.parts.family) ?? open(cable));
  }
  for (const cable of cables) if (cable.set.family !== null) groupOf.set(cable, groups.find((group) => isOf(group, cable)) ?? open(cable));
  for (const cable of cables) must(groupOf.get(cable), 'group').cables.push(cable);
  return groups;
}

function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}'`, taken) : name;
}

function partedTiers(groups: readonly TierGroup[]): readonly string[] {
  return [...new Set(groups.map(({ wished }) => wished))].flatMap((wished) => {
    const own = groups.filter((group) => group.wished === wished);
    return own.length === 1 ? [] : [`${wished} into ${own.map(({ name }) => name).join(', ')}`];
  });
}

/** The block within which ports of one side are counted as the ids count them; null: over the whole device. */
function blockOf(cables: readonly FoundCable[], side: 'A' | 'B'): string | null {
  const numbered = cables.flatMap((cable) => {
    const place = placeOf(cable);
    const { a, b } = must(cable.links[0], 'link');
    if (place === null) return [];
    return side === 'A' ? [{ end: a, number: place.portA }] : [{ end: b, number: place.portB }];
  });
  const ends = cables.flatMap(({ links }) => links.map((link) => (side === 'A' ? link.a : link.b)));
  const fits = (block: string | null): boolean =>
    ends.every((end) => numberOf(end, block) !== null) && numbered.every(({ end, number }) => numberOf(end, block) === number);
  if (fits(null)) return null;
  const blocks = new Set(ends.map(({ type, port }) => must(portsOf(type)[port], 'port').block));
  return [...blocks].find(fits) ?? null;
}

/** Number of a port from 1, over the whole device or within its block; null where it is not in that block. */
function numberOf({ type, port }: FoundPort, block: string | null): number | null {
  if (block === null) return port + 1;
  const ports = portsOf(type);
  if (must(ports[port], 'port').block !== block) return null;
  return port - ports.findIndex((one) => one.block === block) + 1;
}

function endText(end: FoundPort, slots: ReadonlyMap<string, string>, block: string | null): string {
  return `${must(slots.get(end.device.id), 'slot')}:${must(numberOf(end, block), 'port in its block')}`;
}
