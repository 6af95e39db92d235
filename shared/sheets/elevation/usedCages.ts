import type { Derived } from '../../engine/engine.ts';
import { must } from '../../assert.ts';
import { NONE } from '../../cabling/types.ts';
import { portsOf } from '../../catalog/ports.ts';

/** Cages with a cable in them, by row of the device. */
export type UsedCages = ReadonlyMap<number, ReadonlySet<number>>;

export function usedCages({ survey, cabling: { links } }: Derived): UsedCages {
  const used = new Map<number, Set<number>>();
  const take = (device: number, port: number): void => {
    if (port === NONE) return;
    const cage = must(portsOf(must(survey.devices[device], 'device').type)[port], 'port').cageIndex;
    const cages = used.get(device);
    if (cages === undefined) used.set(device, new Set([cage]));
    else cages.add(cage);
  };
  for (let link = 0; link < links.count; link += 1) {
    take(links.aDevice[link]!, links.aPort[link]!);
    take(links.bDevice[link]!, links.bPort[link]!);
  }
  return used;
}
