/** Devices of a SuperPOD by role, before it is generated. */
import { slotsOf } from '../../fabrics/fabricRule.ts';
import { deviceAt, superpodFabrics } from './fabrics.ts';

export interface RoleCount {
  readonly role: string;
  readonly count: number;
}

/** Every device is at a slot of some fabric; its slot there tells what it is. */
export function superpodDeviceCounts(su: number): RoleCount[] {
  const roles = new Map<string, string>();
  for (const { id, rule } of superpodFabrics(su)) {
    for (const slot of slotsOf(rule)) {
      const device = deviceAt(id, slot);
      if (!roles.has(device)) roles.set(device, roleOf(slot));
    }
  }
  const counts = new Map<string, number>();
  for (const role of roles.values()) counts.set(role, (counts.get(role) ?? 0) + 1);
  return ['node', 'leaf', 'spine', 'core', 'ufm', 'other'].flatMap((role) => {
    const count = counts.get(role) ?? 0;
    return count === 0 ? [] : [{ role, count }];
  });
}

function roleOf(slot: string): string {
  return /(?:^|\.)(node|leaf|spine|core|ufm)\d+$/.exec(slot)?.[1] ?? 'other';
}
