/** Where links find room between two panels: a free front port at each, and a leg of a trunk behind them. */
import { crossingsOf, type Crossing } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CableFamily } from '../catalog/types.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { LinkChannel, Plan, PortRef, Trunk } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';
import { findAll } from './find.ts';
import { rearPorts } from './rearPorts.ts';
import { counted } from './wording.ts';

export interface SeatWish {
  /** How many links look for room. */
  readonly links: number;
  /** Devices that are panels. */
  readonly panelA: string;
  readonly panelB: string;
  /** Front ports from which on to look; absent: the first. */
  readonly startA?: string | undefined;
  readonly startB?: string | undefined;
  readonly trunk: CableFamily;
}

/** Room of one link: its front ports. */
export interface Seat {
  readonly a: PortRef;
  readonly b: PortRef;
}

/** A leg to be laid behind the panels. */
export interface LegToLay {
  /** A trunk that is there and has a free leg; or how many new ones come before this one. */
  readonly trunk: Trunk | number;
  /** From 1. */
  readonly leg: number;
  readonly a: PortRef;
  readonly b: PortRef;
}

export interface Seating {
  /** One a link. */
  readonly seats: readonly Seat[];
  readonly legs: readonly LegToLay[];
  readonly newTrunks: number;
}

/** Front ports that share a rear one: a single one at an adapter, several at a cassette. */
interface RearGroup {
  readonly rear: PortRef;
  readonly fronts: readonly PortRef[];
}

/**
 * Seats links: first where a trunk of the family joins the two panels already, then on free legs of such trunks, then on new ones.
 * The first free ports are taken, in the order of the panels.
 */
export function seatLinks(plan: Plan, wish: SeatWish): Result<Seating, UserError> {
  const { links, panelA, panelB, startA, startB, trunk } = wish;
  if (panelA === panelB) return refuse('both panels are the same one', 'choose a panel at either end');
  if (trunk.endA.legs !== trunk.endB.legs)
    return refuse(`${trunk.name} has other plugs at one end than at the other`, 'choose a trunk with as many at both');
  if (trunk.shuffle === true) return refuse(`${trunk.name} is a shuffle`, 'choose a trunk whose fibers stay on their plugs');
  const used = usedPorts(plan);
  const [groupsA, groupsB] = [freeGroups(plan, panelA, startA, used), freeGroups(plan, panelB, startB, used)];
  if (!groupsA.ok) return groupsA;
  if (!groupsB.ok) return groupsB;
  const [byRearA, byRearB] = [groupsA, groupsB].map(({ value }) => new Map(value.map((group) => [portKey(group.rear), group])));
  const joining = sortedById(plan.trunks).filter(({ family, legs }) => family === trunk.id && legs.every(joins(panelA, panelB)));
  const seats: Seat[] = [];
  const seat = (a: RearGroup, b: RearGroup): void =>
    a.fronts.slice(0, b.fronts.length).forEach((front, place) => seats.push({ a: front, b: must(b.fronts[place], 'port') }));
  for (const { legs } of joining) {
    for (const leg of legs) {
      const [a, b] = leg.a.device === panelA ? [leg.a, leg.b] : [leg.b, leg.a];
      const [groupA, groupB] = [byRearA?.get(portKey(a)), byRearB?.get(portKey(b))];
      if (groupA !== undefined && groupB !== undefined) seat(groupA, groupB);
    }
  }
  const bareA = groupsA.value.filter(({ rear }) => !used.has(portKey(rear)));
  const bareB = groupsB.value.filter(({ rear }) => !used.has(portKey(rear)));
  const spare = spareLegs(joining, trunk, panelA);
  const legs: LegToLay[] = [];
  for (let pair = 0; seats.length < links && pair < Math.min(bareA.length, bareB.length); pair += 1) {
    const [a, b] = [must(bareA[pair], 'port'), must(bareB[pair], 'port')];
    const more = pair - spare.length;
    const place = spare[pair] ?? { trunk: Math.floor(more / trunk.endA.legs), leg: (more % trunk.endA.legs) + 1, turned: false };
    const ends = place.turned ? { a: b.rear, b: a.rear } : { a: a.rear, b: b.rear };
    legs.push({ trunk: place.trunk, leg: place.leg, ...ends });
    seat(a, b);
  }
  if (seats.length < links)
    return refuse(tooFew(plan, wish, groupsA.value, groupsB.value, seats.length), 'add a panel, or choose fewer links');
  const newTrunks = new Set(legs.map((leg) => leg.trunk).filter((one) => typeof one === 'number')).size;
  return ok({ seats: seats.slice(0, links), legs, newTrunks });
}

function joins(panelA: string, panelB: string): (leg: Trunk['legs'][number]) => boolean {
  return ({ a, b }) => (a.device === panelA && b.device === panelB) || (a.device === panelB && b.device === panelA);
}

/** Legs of trunks that hang free. */
function spareLegs(
  trunks: readonly Trunk[],
  { endA }: CableFamily,
  panelA: string,
): { readonly trunk: Trunk; readonly leg: number; readonly turned: boolean }[] {
  return trunks.flatMap((trunk) => {
    const taken = new Set(trunk.legs.map(({ leg }) => leg));
    const turned = trunk.legs[0]?.a.device !== panelA;
    return Array.from({ length: endA.legs }, (_, place) => place + 1)
      .filter((leg) => !taken.has(leg))
      .map((leg) => ({ trunk, leg, turned }));
  });
}

function tooFew(
  plan: Plan,
  { panelA, panelB, links }: SeatWish,
  groupsA: readonly RearGroup[],
  groupsB: readonly RearGroup[],
  seats: number,
): string {
  const name = (id: string): string => must(plan.devices.get(id), 'device').name;
  for (const [panel, groups] of [
    [panelA, groupsA],
    [panelB, groupsB],
  ] as const) {
    const free = groups.reduce((sum, { fronts }) => sum + fronts.length, 0);
    if (free < links) return `${name(panel)} has ${counted(free, 'free port')}, and ${links} are needed`;
  }
  return `a trunk can join ${counted(seats, 'pair')} of free ports of ${name(panelA)} and ${name(panelB)}, and ${links} are needed`;
}

/** Front ports of a panel that are free, by the rear port that they lead to. */
function freeGroups(plan: Plan, id: string, start: string | undefined, used: ReadonlySet<string>): Result<RearGroup[], UserError> {
  const found = findAll(plan, 'devices', [id]);
  if (!found.ok) return found;
  const device = must(found.value[0], 'device');
  const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
  const crossings = [...crossingsOf(type).values()];
  if (crossings.length === 0) return refuse(`${device.name} is not a patch panel`, 'choose a panel');
  if (crossings.some(isShuffled))
    return refuse(`${device.name} shuffles its fibers, so no port leads to one alone`, 'choose another panel');
  const ports = portsOf(type);
  const nameAt = (port: number): PortRef => ({ device: id, port: must(ports[port], 'port').name });
  const from = start === undefined ? 0 : crossings.findIndex(({ front }) => ports[front]?.name === start);
  if (from === -1) return refuse(`${device.name} has no port ${start} in front`, 'choose one of its ports');
  const groups = new Map<number, PortRef[]>();
  for (const { front, rear } of crossings.slice(from)) {
    const port = nameAt(front);
    if (used.has(portKey(port))) continue;
    groups.set(rear, [...(groups.get(rear) ?? []), port]);
  }
  return ok([...groups].map(([rear, fronts]) => ({ rear: nameAt(rear), fronts })));
}

/** Names of a panel's front ports that are free, in order; none of what is no panel, or of one that shuffles. */
export function freeFrontPorts(plan: Plan, panel: string): string[] {
  const groups = freeGroups(plan, panel, undefined, usedPorts(plan));
  return groups.ok ? groups.value.flatMap(({ fronts }) => fronts.map(({ port }) => port)) : [];
}

function isShuffled({ module }: Crossing): boolean {
  return module?.of.shuffle === true || (module !== null && module.of.endA.legs > 1);
}

/** Ports of panels that are taken: in front by channels, behind by trunks, on either side by links drawn by hand. */
export function usedPorts(plan: Plan): Set<string> {
  const used = new Set<string>();
  const use = (port: PortRef): void => void used.add(portKey(port));
  for (const { legs } of plan.trunks.values()) for (const { a, b } of legs) [a, b].forEach(use);
  for (const { a, b } of plan.links.values()) [a, b].forEach(use);
  for (const channel of plan.channels.values()) {
    channel.stops.forEach(use);
    rearPortsOfCables(plan, channel).forEach(use);
  }
  return used;
}

/** Rear ports that a channel's own cables are in; those of trunks count as the trunk's. */
function rearPortsOfCables(plan: Plan, channel: LinkChannel): PortRef[] {
  return rearPorts(plan, channel).filter((_, stop) => {
    const { enters } = must(channel.stops[stop], 'stop');
    return channel.families[enters === 'front' ? stop + 1 : stop] !== null;
  });
}

export function portKey({ device, port }: PortRef): string {
  return `${device}\n${port}`;
}
