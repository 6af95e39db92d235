/** Links that run through the shuffle of one panel: a port in front and a port behind for each port of theirs, whatever links it has. */
import { crossingsOf } from '../catalog/panels.ts';
import { portsOf } from '../catalog/ports.ts';
import type { CableFamily } from '../catalog/types.ts';
import { must } from '../assert.ts';
import { plugsMet, wiringOf } from '../channels/wiring.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import type { LinkChannel, Plan, PortRef } from '../plan/types.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { portKey, usedPorts } from './panelSeats.ts';
import { counted } from './wording.ts';

/** A link with the ports that it joins. */
export interface ShuffledLink {
  readonly id: string;
  readonly a: PortRef;
  readonly b: PortRef;
}

export interface ShuffleWish {
  readonly links: readonly ShuffledLink[];
  /** A device that is a shuffle panel. */
  readonly panel: string;
  /** Which ends of the links are plugged in in front; the others are behind. */
  readonly inFront: 'a' | 'b';
}

export interface InsertShuffle extends ShuffleWish {
  /** Families of the cables in front and behind. */
  readonly front: CableFamily;
  readonly rear: CableFamily;
}

/** Port in front and port behind of one link. */
export interface ShuffleSeat {
  readonly id: string;
  readonly front: string;
  readonly rear: string;
}

/** One shuffle of a panel: its ports by the plugs of the module, and which plugs behind give lanes to which in front. */
interface ShuffleModule {
  readonly fronts: readonly string[];
  readonly rears: readonly string[];
  /** By plug behind: plugs in front. */
  readonly met: readonly (readonly number[])[];
}

/** Links that hang together by their ports, by those in front and behind. */
interface Mesh {
  readonly fronts: readonly string[];
  readonly rears: readonly string[];
  readonly links: readonly { readonly id: string; readonly front: string; readonly rear: string }[];
}

/** Runs links through one shuffle panel, with a cable for each port of theirs. One step to undo. */
export const insertShuffle: Command<InsertShuffle> = (plan, args) => {
  const { links, panel, inFront, front, rear } = args;
  const ids = links.map(({ id }) => id);
  const through = ids.find((id) => plan.channels.has(id));
  if (through !== undefined) return refuse(`${through} runs through panels already`, 'take it out of its panels first');
  const set = ids.find((id) => plan.overrides.has(id));
  if (set !== undefined) {
    return fail({
      code: 'panels.set-by-hand',
      path: `overrides.${set}`,
      message: `the length, family or label of ${set} is set by hand, and it would no longer be one cable`,
      remedy: 'take the setting back first, and set it on the cable that it is meant for afterwards',
    });
  }
  const seated = seatInShuffle(plan, args);
  if (!seated.ok) return seated;
  const channels = seated.value.map(({ id, front: port, rear: behind }): LinkChannel => {
    const families = [front.id, rear.id];
    return {
      id,
      stops: [{ device: panel, port, rear: behind, enters: inFront === 'a' ? 'front' : 'rear' }],
      families: inFront === 'a' ? families : families.toReversed(),
    };
  });
  const cableFamilies = front.id === rear.id ? [front] : [front, rear];
  return changeOf(plan, `Run ${counted(links.length, 'link')} through a shuffle`, { embed: { cableFamilies }, put: { channels } });
};

/**
 * Ports of a shuffle panel for links: those that hang together by their ports share one shuffle, whose other ports stay free. The
 * first shuffles that nothing is plugged into are taken.
 */
export function seatInShuffle(plan: Plan, { links, panel, inFront }: ShuffleWish): Result<ShuffleSeat[], UserError> {
  if (links.length === 0) return refuse('no link is selected', 'select links first');
  const found = findAll(plan, 'devices', [panel]);
  if (!found.ok) return found;
  const { name, type } = must(found.value[0], 'device');
  const modules = shufflesOf(plan, panel, type);
  if (modules.length === 0) return refuse(`${name} is not a shuffle panel`, 'choose a panel with shuffles');
  const used = usedPorts(plan);
  const isFree = (port: string): boolean => !used.has(portKey({ device: panel, port }));
  const free = modules.filter(({ fronts, rears }) => [...fronts, ...rears].every(isFree));
  const meshes = meshesOf(links, inFront);
  const [first] = modules;
  const [most, mostBehind] = [must(first, 'shuffle').fronts.length, must(first, 'shuffle').rears.length];
  const wide = meshes.find(({ fronts, rears }) => fronts.length > most || rears.length > mostBehind);
  if (wide !== undefined) {
    return refuse(
      `${counted(wide.links.length, 'link')} hang together by ${counted(wide.fronts.length, 'port')} in front and ${wide.rears.length} behind, and a shuffle of ${name} has ${most} and ${mostBehind}`,
      'choose fewer links, a panel with larger shuffles, or exchange front and rear',
    );
  }
  if (meshes.length > free.length) {
    return refuse(
      `${name} has ${counted(free.length, 'shuffle')} that nothing is plugged into, and ${meshes.length} are needed`,
      'add a panel, or choose fewer links',
    );
  }
  const seats: ShuffleSeat[] = [];
  for (const [place, mesh] of meshes.entries()) {
    const seated = seatMesh(must(free[place], 'shuffle'), mesh);
    if (seated === null) {
      return refuse(
        `no plugs of a shuffle of ${name} were found that are joined as ${counted(mesh.links.length, 'link')} from ${counted(mesh.fronts.length, 'port')} to ${mesh.rears.length} need it`,
        'choose links that it joins, or a panel whose shuffles join every plug with every other',
      );
    }
    seats.push(...seated);
  }
  const order = new Map(links.map(({ id }, at) => [id, at]));
  return ok(seats.sort((one, other) => must(order.get(one.id), 'link') - must(order.get(other.id), 'link')));
}

/** How many shuffles of a panel have nothing plugged in, and how many there are; null for what has none. */
export function freeShuffles(plan: Plan, panel: string): { readonly free: number; readonly count: number } | null {
  const device = plan.devices.get(panel);
  const modules = device === undefined ? [] : shufflesOf(plan, panel, device.type);
  const used = usedPorts(plan);
  const free = modules.filter(({ fronts, rears }) => [...fronts, ...rears].every((port) => !used.has(portKey({ device: panel, port }))));
  return modules.length === 0 ? null : { free: free.length, count: modules.length };
}

function shufflesOf(plan: Plan, panel: string, typeId: string): ShuffleModule[] {
  const type = must(plan.catalog.deviceTypes.get(typeId), `type of ${panel}`);
  const ports = portsOf(type);
  const nameAt = (port: number): string => must(ports[port], 'port').name;
  const modules: ShuffleModule[] = [];
  for (const { front, rear, module } of crossingsOf(type).values()) {
    if (module === null || module.of.shuffle !== true || module.frontLeg !== 0) continue;
    const { endA, endB } = module.of;
    const wiring = wiringOf(module.of);
    const all = Array.from({ length: endB.legs }, (_, leg) => leg);
    modules.push({
      fronts: all.map((leg) => nameAt(front + leg)),
      rears: Array.from({ length: endA.legs }, (_, leg) => nameAt(rear - module.rearLeg + leg)),
      met: Array.from({ length: endA.legs }, (_, leg) => (wiring === null ? all : plugsMet(wiring, leg))),
    });
  }
  return modules;
}

/** Links by the ports that they share, directly or over others, in the order of the first of each. */
function meshesOf(links: readonly ShuffledLink[], inFront: 'a' | 'b'): Mesh[] {
  const meshAt = new Map<string, ShuffledLink[]>();
  for (const link of links) {
    const sides = [`A ${portKey(link.a)}`, `B ${portKey(link.b)}`];
    const [into = [], ...others] = new Set(sides.flatMap((side) => [meshAt.get(side)].filter((mesh) => mesh !== undefined)));
    into.push(...others.flat(), link);
    for (const { a, b } of [...others.flat(), link]) for (const side of [`A ${portKey(a)}`, `B ${portKey(b)}`]) meshAt.set(side, into);
  }
  return [...new Set(meshAt.values())].map((mesh) => {
    const ended = mesh.map(({ id, a, b }) => {
      const [front, rear] = inFront === 'a' ? [a, b] : [b, a];
      return { id, front: portKey(front), rear: portKey(rear) };
    });
    return { fronts: [...new Set(ended.map(({ front }) => front))], rears: [...new Set(ended.map(({ rear }) => rear))], links: ended };
  });
}

/** Ways of plugging in that are tried before a shuffle counts as one that does not join a mesh. */
const MOST_TRIES = 100_000;

/** Gives every port of a mesh a plug, so that the plugs of each link are joined; null where none are found within some effort. First plugs first. */
function seatMesh({ fronts, rears, met }: ShuffleModule, mesh: Mesh): ShuffleSeat[] | null {
  const seats = new Map<string, number>();
  const ports = [
    ...mesh.rears.map((key) => ({ key, side: 'rear' as const })),
    ...mesh.fronts.map((key) => ({ key, side: 'front' as const })),
  ];
  const seatOf = (side: 'front' | 'rear', key: string): number | undefined => seats.get(`${side} ${key}`);
  const isJoined = ({ front, rear }: Mesh['links'][number]): boolean => {
    const [before, behind] = [seatOf('front', front), seatOf('rear', rear)];
    return before === undefined || behind === undefined || must(met[behind], 'plug').includes(before);
  };
  let tries = 0;
  const seatFrom = (at: number): boolean => {
    const port = ports[at];
    if (port === undefined) return true;
    const { key, side } = port;
    const links = mesh.links.filter((link) => link[side] === key);
    const taken = new Set(ports.slice(0, at).flatMap((other) => (other.side === side ? [seatOf(side, other.key)] : [])));
    return (side === 'rear' ? rears : fronts).some((_, plug) => {
      tries += 1;
      if (taken.has(plug) || tries > MOST_TRIES) return false;
      seats.set(`${side} ${key}`, plug);
      if (links.every(isJoined) && seatFrom(at + 1)) return true;
      seats.delete(`${side} ${key}`);
      return false;
    });
  };
  if (!seatFrom(0)) return null;
  return mesh.links.map(({ id, front, rear }) => ({
    id,
    front: must(fronts[must(seatOf('front', front), 'plug')], 'port'),
    rear: must(rears[must(seatOf('rear', rear), 'plug')], 'port'),
  }));
}
