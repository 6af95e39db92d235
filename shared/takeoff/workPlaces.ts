/** Where work is done: the stretches of pathway and the devices of a plan with what makes work there slow. */
import { must } from '../assert.ts';
import type { Cabling } from '../cabling/types.ts';
import { compareIds } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import { RACK_UNIT_MM } from '../plan/units.ts';
import type { Survey } from '../survey/types.ts';
import { conduitCount, fillPct } from '../cabling/pathwayFill.ts';

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

/** One segment: its own length, and the metres of cable that lie along it. */
export interface PathwayWork extends WorkPlace {
  readonly metres: number;
  readonly cableMetres: number;
}

export interface DeviceWork extends WorkPlace {
  readonly massG: number;
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
    metres: (network.edgeLengthMm[row]! * conduitCount(segment)) / 1000,
    cableMetres: loads.cableMm[row]! / 1000,
    heightMm: segment.elevationMm,
    level: must(levels.get(hallOf(segment.from)), 'levels').indexOf(segment.elevationMm) + 1,
    fillPct: fillPct(segment, loads.areaMm2[row]!, loads.cables[row]!),
  }));
}

/** Devices by id; their height is that of their middle. */
export function deviceWork(survey: Survey): readonly DeviceWork[] {
  return [...survey.devices]
    .sort((one, other) => compareIds(one.device.id, other.device.id))
    .map(({ device, type }) => ({
      massG: type.massG,
      heightMm: (device.positionU - 1 + type.heightU / 2) * RACK_UNIT_MM,
      level: null,
      fillPct: null,
    }));
}
