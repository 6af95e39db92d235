/** Patch panels: which port leads through to which, over an adapter, a cassette or a shuffle, and how adapters hold their plugs. */
import { portsOf } from './ports.ts';
import type { AdapterKeying, DeviceType, PanelModule, PanelPass } from './types.ts';

/** One way through a panel. Ports by their positions in the type's list. */
export interface Crossing {
  readonly front: number;
  readonly rear: number;
  /** Of the adapter; with a module, of the one behind. */
  readonly keying: AdapterKeying;
  /** The module between the two, and which of its plugs they are, from 0; null: an adapter alone. */
  readonly module: { readonly of: PanelModule; readonly frontLeg: number; readonly rearLeg: number } | null;
}

/** Crossings by front port, each to the rear port that it leads to first; the other rear ports of a shuffle are asked for by name. */
const crossingsByType = new WeakMap<DeviceType, ReadonlyMap<number, Crossing>>();

/** The first way through from each front port that has one. Empty for what is no panel. */
export function crossingsOf(type: DeviceType): ReadonlyMap<number, Crossing> {
  let crossings = crossingsByType.get(type);
  if (crossings === undefined) crossingsByType.set(type, (crossings = new Map((type.passes ?? []).flatMap((pass) => waysOf(type, pass)))));
  return crossings;
}

/** The way from a front port to the rear port of that name, or to the one that it leads to first; null when there is none. */
export function crossingOf(type: DeviceType, front: string, rear?: string): Crossing | null {
  const ports = portsOf(type);
  const first = crossingsOf(type).get(ports.findIndex(({ name }) => name === front));
  if (first === undefined || rear === undefined || ports[first.rear]?.name === rear) return first ?? null;
  if (first.module === null) return null;
  const { of, rearLeg } = first.module;
  const rears = Array.from({ length: of.endA.legs }, (_, leg) => first.rear - rearLeg + leg);
  const wanted = rears.findIndex((port) => ports[port]?.name === rear);
  return wanted === -1 ? null : { ...first, rear: rears[wanted]!, module: { ...first.module, rearLeg: wanted } };
}

function waysOf(type: DeviceType, { front, rear, keying, module }: PanelPass): [number, Crossing][] {
  const portsOfBlock = (block: string): number[] => portsOf(type).flatMap((port) => (port.block === block ? [port.index] : []));
  const rears = portsOfBlock(rear);
  return portsOfBlock(front).flatMap((port, place): [number, Crossing][] => {
    if (module === undefined) {
      const far = rears[place];
      return far === undefined ? [] : [[port, { front: port, rear: far, keying, module: null }]];
    }
    const [behind, before] = [module.endA.legs, module.endB.legs];
    const frontLeg = place % before;
    const rearLeg = module.shuffle === true ? 0 : Math.floor((frontLeg * behind) / before);
    const far = rears[Math.floor(place / before) * behind + rearLeg];
    return far === undefined ? [] : [[port, { front: port, rear: far, keying, module: { of: module, frontLeg, rearLeg } }]];
  });
}
