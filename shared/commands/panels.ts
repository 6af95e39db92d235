/** Trunks between panels, and links that run through them. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { must } from '../assert.ts';
import { passagesOf } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { CableFamily } from '../catalog/types.ts';
import type { Command } from './command.ts';
import type { Entries } from './edit.ts';
import type { LinkChannel, Plan, PortRef, Trunk } from '../plan/types.ts';

export interface InsertPanels {
  /** Ids of links; their ends A are nearer to the first panel. */
  readonly links: readonly string[];
  /** Devices that are panels. */
  readonly panelA: string;
  readonly panelB: string;
  /** Families of the trunks, and of the jumpers at either end. */
  readonly trunk: CableFamily;
  readonly jumperA: CableFamily;
  readonly jumperB: CableFamily;
  /** One for each trunk; see trunksNeeded. */
  readonly trunkIds: readonly string[];
}

/** How many trunks of a family that many links take. */
export function trunksNeeded(links: number, { endA }: Pick<CableFamily, 'endA'>): number {
  return Math.ceil(links / endA.legs);
}

/**
 * Runs links through two panels: trunks between the first free ports behind both, a leg for each link, and jumpers in front.
 * One step to undo.
 */
export const insertPanels: Command<InsertPanels> = (plan, args) => {
  const { links, panelA, panelB, trunk, jumperA, jumperB, trunkIds } = args;
  const through = links.find((id) => plan.channels.has(id));
  if (links.length === 0) return refuse('no link is selected', 'select links first');
  if (through !== undefined) return refuse(`${through} runs through panels already`, 'take it out of its panels first');
  if (panelA === panelB) return refuse('both panels are the same one', 'choose a panel at either end');
  if (trunk.endA.legs !== trunk.endB.legs)
    return refuse(`${trunk.name} has other plugs at one end than at the other`, 'choose a trunk with as many at both');
  if (trunkIds.length !== trunksNeeded(links.length, trunk))
    return refuse(`${counted(links.length, 'link')} take ${counted(trunksNeeded(links.length, trunk), 'trunk')}`, 'give an id for each');
  const taken = findTaken(plan, 'trunks', trunkIds);
  if (taken !== null) return fail(taken);
  const used = usedPorts(plan);
  const [portsA, portsB] = [freePasses(plan, panelA, links.length, used), freePasses(plan, panelB, links.length, used)];
  if (!portsA.ok) return portsA;
  if (!portsB.ok) return portsB;
  const passes = links.map((_, place) => [must(portsA.value[place], 'port'), must(portsB.value[place], 'port')] as const);
  const trunks = trunkIds.map((id, number): Trunk => {
    const first = number * trunk.endA.legs;
    const legs = passes.slice(first, first + trunk.endA.legs).map(([a, b], leg) => ({ leg: leg + 1, a: a.rear, b: b.rear }));
    return { id, name: trunkName(plan, number), family: trunk.id, legs };
  });
  const channels = links.map((id, place): LinkChannel => {
    const [a, b] = must(passes[place], 'ports');
    const stops = [
      { ...a.front, enters: 'front' as const },
      { ...b.front, enters: 'rear' as const },
    ];
    return { id, stops, families: [jumperA.id, null, jumperB.id] };
  });
  const embed: Entries = { cableFamilies: [...new Map([trunk, jumperA, jumperB].map((family) => [family.id, family])).values()] };
  return changeOf(plan, `Run ${counted(links.length, 'link')} through panels`, { embed, put: { trunks, channels } });
};

/** Takes links out of their panels: they run directly again. Trunks that carry no other link go, too. */
export const removePanels: Command<{ readonly links: readonly string[] }> = (plan, { links }) => {
  const found = findAll(plan, 'channels', links);
  if (!found.ok) return found;
  const gone = new Set(found.value.map(({ id }) => id));
  const portsLeft = new Set<string>();
  const portsGone = new Set<string>();
  for (const channel of plan.channels.values()) {
    for (const { device, port } of rearPorts(plan, channel)) (gone.has(channel.id) ? portsGone : portsLeft).add(portKey(device, port));
  }
  const carries = ({ legs }: Trunk, ports: ReadonlySet<string>): boolean =>
    legs.some(({ a, b }) => ports.has(portKey(a.device, a.port)) || ports.has(portKey(b.device, b.port)));
  const trunks = [...plan.trunks.values()].filter((trunk) => carries(trunk, portsGone) && !carries(trunk, portsLeft));
  return changeOf(plan, `Run ${counted(gone.size, 'link')} directly`, {
    remove: { channels: [...gone], trunks: trunks.map(({ id }) => id) },
  });
};

interface FreePass {
  readonly front: PortRef;
  readonly rear: PortRef;
}

/** The first passages of a panel that are free on both sides. */
function freePasses(plan: Plan, id: string, count: number, used: ReadonlySet<string>): Result<FreePass[], UserError> {
  const found = findAll(plan, 'devices', [id]);
  if (!found.ok) return found;
  const device = must(found.value[0], 'device');
  const type = must(plan.catalog.deviceTypes.get(device.type), 'device type');
  const passages = passagesOf(type);
  if (passages.size === 0) return refuse(`${device.name} is not a patch panel`, 'choose a panel');
  const ports = portsOf(type);
  const fronts = new Set((type.passes ?? []).map(({ front }) => front));
  const free = ports.flatMap(({ index, name, block }): FreePass[] => {
    const passage = passages.get(index);
    if (passage === undefined || !fronts.has(block)) return [];
    const rear = must(ports[passage.port], 'port').name;
    const isTaken = [name, rear].some((port) => used.has(portKey(id, port)));
    return isTaken ? [] : [{ front: { device: id, port: name }, rear: { device: id, port: rear } }];
  });
  if (free.length >= count) return ok(free.slice(0, count));
  return refuse(`${device.name} has ${counted(free.length, 'free port')}, and ${count} are needed`, 'add a panel, or choose fewer links');
}

/** Ports of panels on either side that channels, trunks or links drawn by hand use. */
function usedPorts(plan: Plan): Set<string> {
  const used = new Set<string>();
  const use = ({ device, port }: PortRef): void => void used.add(portKey(device, port));
  for (const { legs } of plan.trunks.values()) for (const { a, b } of legs) [a, b].forEach(use);
  for (const { a, b } of plan.links.values()) [a, b].forEach(use);
  for (const channel of plan.channels.values()) {
    channel.stops.forEach(use);
    rearPorts(plan, channel).forEach(use);
  }
  return used;
}

function rearPorts(plan: Plan, { stops }: LinkChannel): PortRef[] {
  return stops.flatMap(({ device, port }) => {
    const type = plan.catalog.deviceTypes.get(plan.devices.get(device)?.type ?? '');
    if (type === undefined) return [];
    const ports = portsOf(type);
    const passage = passagesOf(type).get(ports.findIndex(({ name }) => name === port));
    return passage === undefined ? [] : [{ device, port: must(ports[passage.port], 'port').name }];
  });
}

function portKey(device: string, port: string): string {
  return `${device}\n${port}`;
}

/** `T1`, `T2`, …: the first numbers that no trunk bears. */
function trunkName(plan: Plan, number: number): string {
  const taken = new Set(sortedById(plan.trunks).map(({ name }) => name));
  let [next, left] = [1, number];
  for (; taken.has(`T${next}`) || left > 0; next += 1) if (!taken.has(`T${next}`)) left -= 1;
  return `T${next}`;
}
