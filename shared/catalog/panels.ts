/** Patch panels: which port leads through to which, and how the adapter between them holds its plugs. */
import { portsOf } from './ports.ts';
import type { DeviceType, PanelPass } from './types.ts';

export interface Passage {
  /** Position of the port at the other side in the type's list of ports. */
  readonly port: number;
  readonly keying: PanelPass['keying'];
}

const passagesByType = new WeakMap<DeviceType, ReadonlyMap<number, Passage>>();

/** Passages by position of the port, from both sides. Empty for what is no panel. */
export function passagesOf(type: DeviceType): ReadonlyMap<number, Passage> {
  let passages = passagesByType.get(type);
  if (passages === undefined) passagesByType.set(type, (passages = findPassages(type)));
  return passages;
}

function findPassages(type: DeviceType): Map<number, Passage> {
  const passages = new Map<number, Passage>();
  const portsOfBlock = (block: string): number[] => portsOf(type).flatMap((port) => (port.block === block ? [port.index] : []));
  for (const { front, rear, keying } of type.passes ?? []) {
    const rears = portsOfBlock(rear);
    portsOfBlock(front).forEach((port, place) => {
      const far = rears[place];
      if (far === undefined) return;
      passages.set(port, { port: far, keying });
      passages.set(far, { port, keying });
    });
  }
  return passages;
}
