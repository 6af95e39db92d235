/** A hall of a campus: a plan of one hall with its ids prefixed, standing at its own place. */
import type { Hall, Plan } from '../../plan/types.ts';

/** The tables of a plan that a hall brings along. */
export type HallTables = Pick<Plan, 'halls' | 'doors' | 'obstacles' | 'cabinets' | 'devices' | 'junctions' | 'segments' | 'fabrics'>;

export interface CopyAs {
  readonly prefix: string;
  readonly name: string;
  readonly frame: Hall['frame'];
}

/** Copies a plan of one hall; its fabrics stay within the copy. */
export function copyHall(plan: HallTables, { prefix, name, frame }: CopyAs): HallTables {
  return {
    halls: table(plan.halls, prefix, (hall) => ({ ...hall, name, frame })),
    doors: table(plan.doors, prefix, (door) => ({ ...door, hall: prefix + door.hall })),
    obstacles: table(plan.obstacles, prefix, (obstacle) => ({ ...obstacle, hall: prefix + obstacle.hall })),
    cabinets: table(plan.cabinets, prefix, (cabinet) => ({ ...cabinet, hall: prefix + cabinet.hall })),
    devices: table(plan.devices, prefix, (device) => ({ ...device, cabinet: prefix + device.cabinet })),
    junctions: table(plan.junctions, prefix, (junction) => ({ ...junction, hall: prefix + junction.hall })),
    segments: table(plan.segments, prefix, (segment) => ({ ...segment, from: prefix + segment.from, to: prefix + segment.to })),
    fabrics: table(plan.fabrics, prefix, (fabric) => ({
      ...fabric,
      name: `${fabric.name}, ${name}`,
      slots: Object.fromEntries(Object.entries(fabric.slots).map(([slot, device]) => [slot, prefix + device])),
    })),
  };
}

/** All tables of several halls as one. */
export function mergeHalls(parts: readonly HallTables[]): HallTables {
  const merged = <K extends keyof HallTables>(name: K): HallTables[K] =>
    new Map(parts.flatMap((part) => [...(part[name] as ReadonlyMap<string, never>)]));
  return {
    halls: merged('halls'),
    doors: merged('doors'),
    obstacles: merged('obstacles'),
    cabinets: merged('cabinets'),
    devices: merged('devices'),
    junctions: merged('junctions'),
    segments: merged('segments'),
    fabrics: merged('fabrics'),
  };
}

function table<T extends { readonly id: string }>(source: ReadonlyMap<string, T>, prefix: string, copy: (entry: T) => T): Map<string, T> {
  return new Map([...source.values()].map((entry) => [prefix + entry.id, { ...copy(entry), id: prefix + entry.id }]));
}
