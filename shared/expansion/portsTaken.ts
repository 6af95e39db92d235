/** Links drawn by hand on ports that growth needs: who drew them has to say where they go. */
import { must } from '../assert.ts';
import { handLinkNames } from '../cabling/handLinkNames.ts';
import { firstPortOfBlock, portsOf } from '../catalog/ports.ts';
import { counted } from '../commands/wording.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import type { UserError } from '../result.ts';
import type { MatchedLinks, PlacedLink } from './matchLinks.ts';

/** The refusal of a growth that would plug two cables into one port; null where every port that it needs is free of links drawn by hand. */
export function portsTaken(plan: Plan, { added, moved }: MatchedLinks<PlacedLink>): UserError | null {
  if (plan.links.size === 0) return null;
  const byPort = portsOfHandLinks(plan);
  const needed = [...added.flatMap(({ a, b }) => [a, b]), ...moved.map(({ is, end }) => is[end])];
  const taken = new Map(needed.flatMap((port) => [byPort.get(port)].filter((one) => one !== undefined)).map((one) => [one.link, one]));
  const [first] = taken.values();
  if (first === undefined) return null;
  const others = taken.size === 1 ? '' : `; so do${taken.size === 2 ? 'es' : ''} ${counted(taken.size - 1, 'other link')} drawn by hand`;
  return {
    code: 'expand.ports',
    path: `links.${first.link}`,
    message: `link ${must(handLinkNames(plan).get(first.link), 'name')}, drawn by hand, takes port ${first.port} of ${first.device}, which the new units need${others}`,
    remedy: `connect ${taken.size === 1 ? 'it to another port or delete it' : 'them to other ports or delete them'}, and expand again`,
  };
}

interface TakenPort {
  readonly link: string;
  readonly device: string;
  readonly port: string;
}

/** By the words that links of rules have for their ends: of a port counted within its block, and over all of its device. */
function portsOfHandLinks(plan: Plan): Map<string, TakenPort> {
  const byPort = new Map<string, TakenPort>();
  for (const { id, a, b } of sortedById(plan.links)) {
    for (const end of [a, b]) {
      const device = must(plan.devices.get(end.device), end.device);
      const type = must(plan.catalog.deviceTypes.get(device.type), device.type);
      const at = portsOf(type).findIndex(({ name }) => name === end.port);
      const port = portsOf(type)[at];
      if (port === undefined) continue;
      const inBlock = at - must(firstPortOfBlock(type, port.block), 'block') + 1;
      const taken = { link: id, device: device.name, port: end.port };
      byPort.set(`${device.id}::${at + 1}`, taken).set(`${device.id}:${port.block}:${inBlock}`, taken);
    }
  }
  return byPort;
}
