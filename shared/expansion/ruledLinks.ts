/** Links of a fabric by the devices and ports that they join, from its rule alone. */
import { deriveLinksOf } from '../fabrics/fabricRule.ts';
import type { Fabric } from '../plan/types.ts';
import type { PlacedLink } from './matchLinks.ts';

/** In the rule's order; ids as the table of links has them. */
export function ruledLinks({ id, rule, slots: devices }: Fabric): PlacedLink[] {
  const { slots, tiers } = deriveLinksOf(rule, (slot) => Object.hasOwn(devices, slot));
  return tiers.flatMap(({ name, slotA, portA, slotB, portB, blockOfA, blockOfB }) => {
    const end = (slot: number, block: string | null, port: number): string => [devices[slots[slot]!], block ?? '', port].join(':');
    return Array.from(slotA, (a, link): PlacedLink => {
      const b = slotB[link]!;
      return {
        id: `${id}/${name}/${slots[a]}:${portA[link]}–${slots[b]}:${portB[link]}`,
        tier: `${id}/${name}`,
        a: end(a, blockOfA(a), portA[link]!),
        b: end(b, blockOfB(b), portB[link]!),
      };
    });
  });
}
