/** Which links through panels run in some cables. From the plan alone. */
import type { Plan } from '../plan/types.ts';
import { portKey } from './panelSeats.ts';
import { rearPorts } from './rearPorts.ts';

/** Ids of links that run through panels and in any of the cables: their own (`l1#3`), or trunks; or that are named themselves. */
export function linksOfCables(plan: Plan, cables: readonly string[]): string[] {
  if (plan.channels.size === 0) return [];
  const links = new Set<string>();
  const ports = new Set<string>();
  for (const id of cables) {
    const mark = id.lastIndexOf('#');
    const link = plan.channels.has(id) ? id : id.slice(0, Math.max(0, mark));
    if (plan.channels.has(link)) links.add(link);
    const trunk = plan.trunks.get(id) ?? plan.trunks.get(link);
    for (const { a, b } of trunk?.legs ?? []) [a, b].forEach((port) => ports.add(portKey(port)));
  }
  for (const channel of ports.size === 0 ? [] : plan.channels.values()) {
    if (rearPorts(plan, channel).some((port) => ports.has(portKey(port)))) links.add(channel.id);
  }
  return [...links];
}
