/** Where work is done: the stretches of pathway and the devices of a plan with what makes work there slow. */
import { must } from '../assert.ts';
import type { DeviceFitting } from '../catalog/types.ts';
import type { Cabling } from '../cabling/types.ts';
import type { Plan } from '../plan/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import { RACK_UNIT_MM } from '../plan/units.ts';
import type { Survey } from '../survey/types.ts';
import { fillPct } from '../cabling/pathwayFill.ts';

/** Circumstances that a labour factor may ask for; null where it does not arise. */
export interface WorkPlace {
  /** Above the floor. */
  readonly heightMm: number | null;
  /** Of the pathway, among the elevations of its hall from the lowest: 1, 2, … */
  readonly level: number | null;
  readonly fillPct: number | null;
}

/** Work of which nothing is known but that it is done. */
export const ANYWHERE: WorkPlace = { heightMm: null, level: null, fillPct: null };

/** One segment: the metres of it that are hung, none of a conduit, and the metres of cable that lie along it. */
export interface PathwayWork extends WorkPlace {
  readonly hungMetres: number;
  readonly cableMetres: number;
}

/** Devices of the same mass at the same height, or fittings of one kind. */
export interface DeviceWork extends WorkPlace {
  readonly massG: number;
  readonly fitting: DeviceFitting | null;
  readonly count: number;
}

/** Segments in the order of the network. */
export function pathwayWork(plan: Plan, { network }: Survey, { loads }: Cabling): readonly PathwayWork[] {
  const hallOf = (junction: string): string => must(plan.junctions.get(junction), junction).hall;
  const elevations = new Map<string, Set<number>>();
  for (const { from, elevationMm } of network.segments) {
    const hall = hallOf(from);
    elevations.set(hall, (elevations.get(hall) ?? new Set()).add(elevationMm));
  }
  const levels = new Map([...elevations].map(([hall, known]) => [hall, [...known].sort((a, b) => a - b)]));
  return network.segments.map((segment, row) => ({
    hungMetres: segment.kind === 'conduit' ? 0 : network.edgeLengthMm[row]! / 1000,
    cableMetres: loads.cableMm[row]! / 1000,
    heightMm: segment.elevationMm,
    level: must(levels.get(hallOf(segment.from)), 'levels').indexOf(segment.elevationMm) + 1,
    fillPct: fillPct(segment, loads.areaMm2[row]!, loads.cables[row]!),
  }));
}

const workOfDevices = new WeakMap<Survey['devices'], readonly DeviceWork[]>();

/** Devices by mass, then height, which is that of their middle. Kept for as long as no device changes. */
export function deviceWork({ devices }: Survey): readonly DeviceWork[] {
  const kept = workOfDevices.get(devices);
  if (kept !== undefined) return kept;
  const byPlace = new Map<string, DeviceWork>();
  for (const { device, type } of devices) {
    const heightMm = (device.positionU - 1 + type.heightU / 2) * RACK_UNIT_MM;
    const fitting = type.fitting ?? null;
    const key = `${type.massG} ${heightMm} ${fitting ?? ''}`;
    const count = (byPlace.get(key)?.count ?? 0) + 1;
    byPlace.set(key, { massG: type.massG, fitting, count, heightMm, level: null, fillPct: null });
  }
  const work = [...byPlace.values()].sort(
    (one, other) =>
      one.massG - other.massG || (one.heightMm ?? 0) - (other.heightMm ?? 0) || compareIds(one.fitting ?? '', other.fitting ?? ''),
  );
  workOfDevices.set(devices, work);
  return work;
}
