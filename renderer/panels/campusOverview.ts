/** A campus at a glance: its halls with what stands in them, and the pathways from hall to hall. Pure. */
import { compareNames } from '../../shared/plan/compareNames.ts';
import type { Plan } from '../../shared/plan/types.ts';

export interface HallFacts {
  readonly id: string;
  readonly name: string;
  readonly cabinets: number;
  readonly devices: number;
}

/** What leads from one hall to another. */
export interface HallLink {
  readonly halls: readonly [string, string];
  /** Ids of its segments, and how many conduits they stand for. */
  readonly segments: readonly string[];
  readonly conduits: number;
}

export interface CampusOverview {
  readonly halls: readonly HallFacts[];
  readonly links: readonly HallLink[];
}

/** By name; nothing between halls that no pathway joins. */
export function campusOverview({ halls, cabinets, devices, segments, junctions }: Plan): CampusOverview {
  const [cabinetsIn, devicesIn] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, hall: string): unknown => counts.set(hall, (counts.get(hall) ?? 0) + 1);
  for (const { hall } of cabinets.values()) count(cabinetsIn, hall);
  for (const { cabinet } of devices.values()) count(devicesIn, cabinets.get(cabinet)?.hall ?? '');
  const nameOf = (id: string): string => halls.get(id)?.name ?? id;
  const links = new Map<string, HallLink>();
  for (const { id, from, to, conduits = 1 } of segments.values()) {
    const [one, other] = [from, to].map((junction) => nameOf(junctions.get(junction)?.hall ?? '')).sort(compareNames);
    if (one === undefined || other === undefined || one === other) continue;
    const before = links.get(`${one}\n${other}`);
    const joined = { segments: [...(before?.segments ?? []), id], conduits: (before?.conduits ?? 0) + conduits };
    links.set(`${one}\n${other}`, { halls: [one, other], ...joined });
  }
  return {
    halls: [...halls.values()]
      .map(({ id, name }) => ({ id, name, cabinets: cabinetsIn.get(id) ?? 0, devices: devicesIn.get(id) ?? 0 }))
      .sort((a, b) => compareNames(a.name, b.name)),
    links: [...links.values()].sort((a, b) => compareNames(a.halls.join(' '), b.halls.join(' '))),
  };
}
