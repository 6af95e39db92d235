/** Links that run through the shuffle of one panel: a port in front and a port behind for each port of theirs, whatever links it has. */
import type { CableFamily } from '../catalog/types.ts';
import { must } from '../assert.ts';
import { ok, type Result, type UserError } from '../result.ts';
import type { LinkChannel, Plan, PortRef } from '../plan/types.ts';
import { changeOf, refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { portKey, usedPorts } from './panelSeats.ts';
import { notDirect } from './runsDirectly.ts';
import { holds, linksThrough, meshesOf, seatMesh, shufflesOf } from './shuffleSeats.ts';
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

/** Runs links through one shuffle panel, with a cable for each port of theirs. One step to undo. */
export const insertShuffle: Command<InsertShuffle> = (plan, args) => {
  const { links, panel, inFront, front, rear } = args;
  const hindrance = notDirect(
    plan,
    links.map(({ id }) => id),
  );
  if (hindrance !== null) return hindrance;
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
 * Ports of a shuffle panel for links: those that hang together by their ports share one shuffle, whose other ports stay free. Links
 * at ports that are plugged into a shuffle of the panel join it; for others the first shuffles that nothing is plugged into are taken.
 */
export function seatInShuffle(plan: Plan, { links, panel, inFront }: ShuffleWish): Result<ShuffleSeat[], UserError> {
  const found = findAll(plan, 'devices', [panel]);
  if (!found.ok) return found;
  const { name, type } = must(found.value[0], 'device');
  const modules = shufflesOf(plan, panel, type);
  const [first] = modules;
  if (first === undefined) return refuse(`${name} is not a shuffle panel`, 'choose a panel with shuffles');
  const laid = linksThrough(plan, panel, inFront);
  const meshes = meshesOf(links, inFront, laid);
  const [most, mostBehind] = [first.fronts.length, first.rears.length];
  const wide = meshes.find(({ fronts, rears }) => fronts.length > most || rears.length > mostBehind);
  if (wide !== undefined) {
    return refuse(
      `${counted(wide.links.length, 'link')} hang together by ${counted(wide.fronts.length, 'port')} in front and ${wide.rears.length} behind, and a shuffle of ${name} has ${most} and ${mostBehind}`,
      'choose fewer links, a panel with larger shuffles, or exchange front and rear',
    );
  }
  const used = usedPorts(plan);
  const isUsed = (port: string): boolean => used.has(portKey({ device: panel, port }));
  const free = modules.filter(({ fronts, rears }) => ![...fronts, ...rears].some(isUsed));
  const fresh = meshes.filter(({ plugged }) => plugged.size === 0);
  if (fresh.length > free.length) {
    return refuse(
      `${name} has ${counted(free.length, 'shuffle')} that nothing is plugged into, and ${fresh.length} are needed`,
      'add a panel, or choose fewer links',
    );
  }
  const seats: ShuffleSeat[] = [];
  for (const mesh of meshes) {
    const module = mesh.plugged.size === 0 ? free.shift() : modules.find((one) => holds(one, mesh));
    if (module === undefined) {
      return refuse(
        `${counted(mesh.links.length, 'link')} hang together by ports that are plugged into several shuffles of ${name}`,
        'choose links of one shuffle, or take the others out of their panels first',
      );
    }
    const seated = seatMesh(module, mesh, isUsed);
    if (seated === null) {
      return refuse(
        `no plugs of a shuffle of ${name} were found that are joined as ${counted(mesh.links.length, 'link')} from ${counted(mesh.fronts.length, 'port')} to ${mesh.rears.length} need it`,
        'choose links that it joins, or a panel whose shuffles join every plug with every other',
      );
    }
    seats.push(...seated);
    // The next may be plugged into the same shuffle, where nothing of this one is in the plan yet.
    for (const { front, rear } of seated) for (const port of [front, rear]) used.add(portKey({ device: panel, port }));
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
