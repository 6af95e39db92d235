/** Plugs of shuffles for links that hang together by their ports. */
import { must } from '../assert.ts';
import { crossingsOf } from '../catalog/panels.ts';
import { firstPortOfBlock, portsOf } from '../catalog/ports.ts';
import { plugsMet, wiringOf } from '../channels/wiring.ts';
import { deriveLinksOf } from '../fabrics/fabricRule.ts';
import type { Fabric, Plan, PortRef } from '../plan/types.ts';
import { portKey } from './panelSeats.ts';
import type { ShuffledLink, ShuffleSeat } from './shufflePanels.ts';

/** One shuffle of a panel: its ports by the plugs of the module, and which plugs behind give lanes to which in front. */
export interface ShuffleModule {
  readonly fronts: readonly string[];
  readonly rears: readonly string[];
  /** By plug behind: plugs in front. */
  readonly met: readonly (readonly number[])[];
}

/** Links that hang together by their ports, by those in front and behind. */
export interface Mesh {
  readonly fronts: readonly string[];
  readonly rears: readonly string[];
  readonly links: readonly { readonly id: string; readonly front: string; readonly rear: string }[];
  /** Names of the panel's ports that some of them are plugged into already, by `front` or `rear` and port. */
  readonly plugged: ReadonlyMap<string, string>;
}

/** The shuffles of a panel; none of what is no shuffle panel. */
export function shufflesOf(plan: Plan, panel: string, typeId: string): ShuffleModule[] {
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

/** A link that runs through a shuffle, with the panel's ports that its ends are plugged into. */
export interface PluggedLink extends ShuffledLink {
  readonly front: string;
  readonly rear: string;
}

/** Links that run through this panel alone, with that end in front. */
export function linksThrough(plan: Plan, panel: string, inFront: 'a' | 'b'): PluggedLink[] {
  const laid = [...plan.channels.values()].flatMap(({ id, stops }) => {
    const [stop, ...others] = stops;
    if (stop?.device !== panel || stop.rear === undefined || others.length > 0) return [];
    return (stop.enters === 'front') === (inFront === 'a') ? [{ id, front: stop.port, rear: stop.rear }] : [];
  });
  const ends = endsOf(plan, new Set(laid.map(({ id }) => id)));
  return laid.flatMap((one) => {
    const joined = ends.get(one.id);
    return joined === undefined ? [] : [{ ...one, ...joined }];
  });
}

type Ends = Pick<ShuffledLink, 'a' | 'b'>;

/** Ports that links join, drawn by hand or given by a rule. */
function endsOf(plan: Plan, ids: ReadonlySet<string>): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const id of ids) {
    const link = plan.links.get(id);
    if (link !== undefined) ends.set(id, link);
  }
  const fabrics = new Set([...ids].filter((id) => !ends.has(id)).map((id) => id.slice(0, id.indexOf('/'))));
  for (const fabric of fabrics) addRuled(plan, plan.fabrics.get(fabric), ids, ends);
  return ends;
}

function addRuled(plan: Plan, fabric: Fabric | undefined, ids: ReadonlySet<string>, ends: Map<string, Ends>): void {
  if (fabric === undefined) return;
  const { slots, tiers } = deriveLinksOf(fabric.rule, (slot) => Object.hasOwn(fabric.slots, slot));
  const portAt = (slot: string, block: string | null, number: number): PortRef | null => {
    const device = plan.devices.get(fabric.slots[slot] ?? '');
    const type = plan.catalog.deviceTypes.get(device?.type ?? '');
    if (device === undefined || type === undefined) return null;
    const port = portsOf(type)[(block === null ? 0 : (firstPortOfBlock(type, block) ?? NaN)) + number - 1];
    return port === undefined ? null : { device: device.id, port: port.name };
  };
  for (const { name, slotA, portA, slotB, portB, blockOfA, blockOfB } of tiers) {
    slotA.forEach((one, link) => {
      const [a, b] = [must(slots[one], 'slot'), must(slots[slotB[link]!], 'slot')];
      const id = `${fabric.id}/${name}/${a}:${portA[link]}–${b}:${portB[link]}`;
      if (!ids.has(id)) return;
      const [endA, endB] = [portAt(a, blockOfA(one), portA[link]!), portAt(b, blockOfB(slotB[link]!), portB[link]!)];
      if (endA !== null && endB !== null) ends.set(id, { a: endA, b: endB });
    });
  }
}

/** Links by the ports that they share, directly, over others, or over links that are laid, in the order of the first of each. */
export function meshesOf(links: readonly ShuffledLink[], inFront: 'a' | 'b', laid: readonly PluggedLink[]): Mesh[] {
  const sidesOf = ({ a, b }: Ends): string[] => [`A ${portKey(a)}`, `B ${portKey(b)}`];
  const meshAt = new Map<string, ShuffledLink[]>();
  const fresh = new Set(links);
  for (const link of [...links, ...laid]) {
    const [into = [], ...others] = new Set(sidesOf(link).flatMap((side) => [meshAt.get(side)].filter((mesh) => mesh !== undefined)));
    into.push(...others.flat(), link);
    for (const one of [...others.flat(), link]) for (const side of sidesOf(one)) meshAt.set(side, into);
  }
  const plugOf = new Map(laid.map((one) => [one.id, one]));
  const meshes = [...new Set(meshAt.values())].filter((mesh) => mesh.some((link) => fresh.has(link)));
  return meshes.map((mesh) => {
    const ended = mesh.map((link) => {
      const [front, rear] = inFront === 'a' ? [link.a, link.b] : [link.b, link.a];
      return { id: link.id, front: portKey(front), rear: portKey(rear), isFresh: fresh.has(link) };
    });
    const plugged = new Map(
      ended.flatMap(({ id, front, rear }): [string, string][] => {
        const plug = plugOf.get(id);
        return plug === undefined
          ? []
          : [
              [`front ${front}`, plug.front],
              [`rear ${rear}`, plug.rear],
            ];
      }),
    );
    return {
      fronts: [...new Set(ended.map(({ front }) => front))],
      rears: [...new Set(ended.map(({ rear }) => rear))],
      links: ended.filter(({ isFresh }) => isFresh),
      plugged,
    };
  });
}

/** Whether all ports of a mesh that are plugged in are plugged into this shuffle. */
export function holds({ fronts, rears }: ShuffleModule, { plugged }: Mesh): boolean {
  return [...plugged].every(([key, port]) => (key.startsWith('front ') ? fronts : rears).includes(port));
}

/** Ways of plugging in that are tried before a shuffle counts as one that does not join a mesh. */
const MOST_TRIES = 100_000;

interface PortToSeat {
  readonly key: string;
  readonly side: 'front' | 'rear';
}

/**
 * Gives every port of a mesh a plug, so that the plugs of each link are joined; null where none are found within some effort. Ports
 * that are plugged in stay. Of the others always the one is next that the fewest plugs are left for; first plugs first.
 */
export function seatMesh({ fronts, rears, met }: ShuffleModule, mesh: Mesh, isUsed: (port: string) => boolean): ShuffleSeat[] | null {
  const plugs = { front: fronts, rear: rears };
  const seats = new Map<string, number>();
  const seatOf = (side: 'front' | 'rear', key: string): number | undefined => seats.get(`${side} ${key}`);
  for (const side of ['rear', 'front'] as const) {
    for (const key of side === 'rear' ? mesh.rears : mesh.fronts) {
      const port = mesh.plugged.get(`${side} ${key}`);
      if (port !== undefined) seats.set(`${side} ${key}`, plugs[side].indexOf(port));
    }
  }
  const isJoined = (rear: number, front: number): boolean => must(met[rear], 'plug').includes(front);
  const optionsOf = ({ key, side }: PortToSeat): number[] => {
    const other = side === 'rear' ? 'front' : 'rear';
    const across = mesh.links.filter((link) => link[side] === key).flatMap((link) => seatOf(other, link[other]) ?? []);
    const taken = new Set([...seats].flatMap(([seat, plug]) => (seat.startsWith(`${side} `) ? [plug] : [])));
    return [...plugs[side].keys()].filter(
      (plug) =>
        !taken.has(plug) &&
        !isUsed(must(plugs[side][plug], 'port')) &&
        across.every((one) => (side === 'rear' ? isJoined(plug, one) : isJoined(one, plug))),
    );
  };
  let tries = 0;
  const seatAll = (left: readonly PortToSeat[]): boolean => {
    let next: { readonly port: PortToSeat; readonly options: readonly number[] } | null = null;
    for (const port of left) {
      const options = optionsOf(port);
      if (next === null || options.length < next.options.length) next = { port, options };
    }
    if (next === null)
      return mesh.links.every(({ front, rear }) => isJoined(must(seatOf('rear', rear), 'plug'), must(seatOf('front', front), 'plug')));
    const { port, options } = next;
    return options.some((plug) => {
      tries += 1;
      if (tries > MOST_TRIES) return false;
      seats.set(`${port.side} ${port.key}`, plug);
      if (seatAll(left.filter((one) => one !== port))) return true;
      seats.delete(`${port.side} ${port.key}`);
      return false;
    });
  };
  const ports: PortToSeat[] = [
    ...mesh.rears.map((key) => ({ key, side: 'rear' as const })),
    ...mesh.fronts.map((key) => ({ key, side: 'front' as const })),
  ];
  if (!seatAll(ports.filter(({ key, side }) => seatOf(side, key) === undefined))) return null;
  return mesh.links.map(({ id, front, rear }) => ({
    id,
    front: must(fronts[must(seatOf('front', front), 'plug')], 'port'),
    rear: must(rears[must(seatOf('rear', rear), 'plug')], 'port'),
  }));
}
