/** What of a plan must be there again when somebody draws the same hall: places within a millimetre, whatever things are called by id. */
import { placeDoors } from '../../renderer/canvas/hallLayout.ts';
import { derive } from '../../shared/engine/engine.ts';
import type { Plan, PointMm } from '../../shared/plan/types.ts';

/** Things of one plan that have no twin in the other, in words; empty: both are the same. */
export function differences(one: Plan, other: Plan): string[] {
  return Object.keys(describe(one)).flatMap((kind) => {
    const [left, right] = [describe(one)[kind]!, describe(other)[kind]!];
    const free = new Set(right);
    const missing = left.filter((thing) => {
      const twin = [...free].find((candidate) => candidate.as === thing.as && isWithin(thing.at, candidate.at));
      return twin === undefined || !free.delete(twin);
    });
    const told = (thing: Described, where: string): string => `${kind} only in ${where}: ${thing.as} at ${JSON.stringify(thing.at)}`;
    return [...missing.map((thing) => told(thing, 'the first')), ...[...free].map((thing) => told(thing, 'the second'))];
  });
}

/** Cables as they would be ordered, by tier and by family and length. */
export function cablesOf(plan: Plan): unknown {
  const { takeoff } = derive(plan);
  return { count: takeoff.cables.count, byTier: takeoff.cables.byTier, byFamily: takeoff.cables.byFamily, links: takeoff.links };
}

interface Described {
  readonly at: readonly PointMm[];
  /** All that is no place. */
  readonly as: string;
}

const MOST_APART_MM = 1;

function isWithin(one: readonly PointMm[], other: readonly PointMm[]): boolean {
  return (
    one.length === other.length &&
    one.every(([x, y], at) => Math.abs(x - other[at]![0]) <= MOST_APART_MM && Math.abs(y - other[at]![1]) <= MOST_APART_MM)
  );
}

/** Corners in an order that does not depend on where the outline begins. */
function ring(outline: readonly PointMm[]): PointMm[] {
  const first = outline.reduce((best, [x, y], at) => (x + y < outline[best]![0] + outline[best]![1] ? at : best), 0);
  return [...outline.slice(first), ...outline.slice(0, first)];
}

function describe(plan: Plan): Record<string, Described[]> {
  const nameOf = (cabinet: string): string => plan.cabinets.get(cabinet)?.name ?? cabinet;
  const placeOf = (junction: string): PointMm => {
    const { xMm, yMm } = plan.junctions.get(junction)!;
    return [xMm, yMm];
  };
  const doors = [...plan.halls.keys()].flatMap((hall) => placeDoors(plan, hall));
  return {
    halls: [...plan.halls.values()].map(({ outline, clearHeightMm }) => ({ at: ring(outline), as: `clear ${clearHeightMm}` })),
    doors: doors.map(({ door, from, to }) => ({
      at: [from, to].map(({ xMm, yMm }): PointMm => [xMm, yMm]),
      as: JSON.stringify([door.clearWidthMm, door.clearHeightMm, door.leaves, door.swing, door.delivery]),
    })),
    obstacles: [...plan.obstacles.values()].map(({ kind, outline }) => ({ at: ring(outline), as: kind })),
    cabinets: [...plan.cabinets.values()].map(({ name, row, model, xMm, yMm, rotationDeg, powerBudgetW }) => ({
      at: [[xMm, yMm]],
      as: JSON.stringify([name, row, model, rotationDeg, powerBudgetW]),
    })),
    devices: [...plan.devices.values()].map(({ id, cabinet, type, name, role, positionU, face }) => ({
      at: [],
      as: JSON.stringify([id, nameOf(cabinet), type, name, role, positionU, face]),
    })),
    trays: [...plan.segments.values()].map(({ from, to, kind, widthMm, depthMm, elevationMm, acceptsDrops }) => ({
      at: [placeOf(from), placeOf(to)].sort(([x1, y1], [x2, y2]) => x1 - x2 || y1 - y2),
      as: JSON.stringify([kind, widthMm, depthMm, elevationMm, acceptsDrops]),
    })),
    fabrics: [...plan.fabrics.values()].map(({ id, name, rule, tiers, slots }) => ({
      at: [],
      as: JSON.stringify([id, name, rule, sorted(tiers), sorted(slots)]),
    })),
  };
}

function sorted(record: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, typeof value === 'object' && value !== null ? Object.entries(value).sort() : value]);
}
