/**
 * Names of links drawn by hand, as technicians read them: `A03-leaf1:5/1–B07-node3:1`, formed like those of generated links. From
 * the plan alone, so that table, schedule, sheets and labels say the same; the ids, which nobody can read, stay what refers.
 */
import { sortedById } from '../plan/sortedById.ts';
import type { Plan, PortRef } from '../plan/types.ts';

type Named = Pick<Plan, 'links' | 'devices' | 'cabinets'>;

const known = new WeakMap<Plan['links'], { readonly of: Named; readonly names: ReadonlyMap<string, string> }>();

/**
 * By id of the link. Devices that share a name are told apart by their cabinets, links that still share one (a port used twice)
 * by a number in the order of their ids.
 */
export function handLinkNames(plan: Named): ReadonlyMap<string, string> {
  const before = known.get(plan.links);
  if (before?.of.devices === plan.devices && before.of.cabinets === plan.cabinets) return before.names;
  const { links, devices, cabinets } = plan;
  const names = namesOf({ links, devices, cabinets });
  known.set(links, { of: { links, devices, cabinets }, names });
  return names;
}

function namesOf({ links, devices, cabinets }: Named): Map<string, string> {
  const names = new Map<string, string>();
  if (links.size === 0) return names;
  const bearers = new Map<string, number>();
  for (const { name } of devices.values()) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const endName = ({ device, port }: PortRef): string => {
    const found = devices.get(device);
    if (found === undefined) return `${device}:${port}`;
    const cabinet = bearers.get(found.name) === 1 ? undefined : cabinets.get(found.cabinet);
    return `${cabinet === undefined ? '' : `${cabinet.name}/`}${found.name}:${port}`;
  };
  const taken = new Set<string>();
  for (const { id, a, b } of sortedById(links)) {
    const plain = `${endName(a)}–${endName(b)}`;
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} (${number})`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
