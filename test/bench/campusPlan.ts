/** A campus made by repeating one hall: every id of copy n is prefixed, every fabric stays within its hall. */
import type { Plan } from '../../shared/plan/types.ts';

/** The plan with its halls, cabinets, pathways and fabrics `copies` times over, side by side. */
export function repeatPlan(plan: Plan, copies: number): Plan {
  const prefixes = Array.from({ length: copies }, (_, copy) => `h${String(copy + 1).padStart(3, '0')}-`);
  const table = <T extends { readonly id: string }>(
    source: ReadonlyMap<string, T>,
    copy: (entry: T, prefix: string) => T,
  ): Map<string, T> =>
    new Map(
      prefixes.flatMap((prefix) =>
        [...source.values()].map((entry) => [prefix + entry.id, { ...copy(entry, prefix), id: prefix + entry.id }]),
      ),
    );
  return {
    ...plan,
    halls: table(plan.halls, (hall) => hall),
    doors: table(plan.doors, (door, prefix) => ({ ...door, hall: prefix + door.hall })),
    obstacles: table(plan.obstacles, (obstacle, prefix) => ({ ...obstacle, hall: prefix + obstacle.hall })),
    cabinets: table(plan.cabinets, (cabinet, prefix) => ({ ...cabinet, hall: prefix + cabinet.hall })),
    devices: table(plan.devices, (device, prefix) => ({ ...device, cabinet: prefix + device.cabinet })),
    junctions: table(plan.junctions, (junction, prefix) => ({ ...junction, hall: prefix + junction.hall })),
    segments: table(plan.segments, (segment, prefix) => ({ ...segment, from: prefix + segment.from, to: prefix + segment.to })),
    fabrics: table(plan.fabrics, (fabric, prefix) => ({
      ...fabric,
      slots: Object.fromEntries(Object.entries(fabric.slots).map(([slot, device]) => [slot, prefix + device])),
    })),
  };
}
