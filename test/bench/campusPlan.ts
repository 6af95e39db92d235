/** A campus made of halls that know nothing of each other: every id is prefixed, every link stays within its hall. */
import type { Plan } from '../../shared/plan/types.ts';

/** The plan `copies` times over. */
export function repeatPlan(plan: Plan, copies: number): Plan {
  return joinPlans(Array.from({ length: copies }, () => plan));
}

/** From one hall's frame to the next: farther than any of them is long. */
const APART_MM = 1_000_000;

/** Plans of one catalog as halls of one plan, apart from each other: `h001-`, `h002-` … before their ids. */
export function joinPlans(plans: readonly Plan[]): Plan {
  const [first] = plans;
  if (first === undefined) throw new Error('no plan to join');
  const joined = plans.map((plan, index) => prefixed(plan, `h${String(index + 1).padStart(3, '0')}-`, index * APART_MM));
  const all = <T>(table: (plan: Plan) => ReadonlyMap<string, T>): Map<string, T> => new Map(joined.flatMap((plan) => [...table(plan)]));
  return {
    ...first,
    halls: all((plan) => plan.halls),
    doors: all((plan) => plan.doors),
    obstacles: all((plan) => plan.obstacles),
    cabinets: all((plan) => plan.cabinets),
    devices: all((plan) => plan.devices),
    junctions: all((plan) => plan.junctions),
    segments: all((plan) => plan.segments),
    fabrics: all((plan) => plan.fabrics),
    links: all((plan) => plan.links),
  };
}

function prefixed(plan: Plan, prefix: string, awayMm: number): Plan {
  const table = <T extends { readonly id: string }>(source: ReadonlyMap<string, T>, of: (entry: T) => T): Map<string, T> =>
    new Map([...source.values()].map((entry) => [prefix + entry.id, { ...of(entry), id: prefix + entry.id }]));
  return {
    ...plan,
    halls: table(plan.halls, (hall) => ({ ...hall, frame: { ...hall.frame, xMm: hall.frame.xMm + awayMm } })),
    doors: table(plan.doors, (door) => ({ ...door, hall: prefix + door.hall })),
    obstacles: table(plan.obstacles, (obstacle) => ({ ...obstacle, hall: prefix + obstacle.hall })),
    cabinets: table(plan.cabinets, (cabinet) => ({ ...cabinet, hall: prefix + cabinet.hall })),
    devices: table(plan.devices, (device) => ({ ...device, cabinet: prefix + device.cabinet })),
    junctions: table(plan.junctions, (junction) => ({ ...junction, hall: prefix + junction.hall })),
    segments: table(plan.segments, (segment) => ({ ...segment, from: prefix + segment.from, to: prefix + segment.to })),
    fabrics: table(plan.fabrics, (fabric) => ({
      ...fabric,
      slots: Object.fromEntries(Object.entries(fabric.slots).map(([slot, device]) => [slot, prefix + device])),
    })),
    links: table(plan.links, (link) => ({
      ...link,
      a: { ...link.a, device: prefix + link.a.device },
      b: { ...link.b, device: prefix + link.b.device },
    })),
  };
}
