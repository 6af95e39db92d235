/** What stands and lies in each hall of a plan, and what runs between them. */
import { must } from '../assert.ts';
import { NONE, type Cabling } from '../cabling/types.ts';
import { conduitCount } from '../cabling/pathwayFill.ts';
import type { Plan } from '../plan/types.ts';
import type { Survey } from '../survey/types.ts';

/** Cables with the length that is ordered of them, and how many have no known one. */
export interface CableSum {
  readonly cables: number;
  readonly orderedM: number;
  readonly unknownOrdered: number;
}

export interface HallBill extends CableSum {
  readonly hall: string;
  readonly name: string;
  readonly cabinets: number;
  readonly devices: number;
  readonly pathwayM: number;
}

export interface BetweenHalls extends CableSum {
  /** Ids of the two halls, in order. */
  readonly halls: readonly [string, string];
  /** Pathways from the one to the other; their metres are counted here, each conduit of a bank by itself. */
  readonly pathways: number;
  readonly pathwayM: number;
}

interface Sum {
  cables: number;
  orderedMm: number;
  unknownOrdered: number;
  pathways: number;
  pathwayMm: number;
}

/** Halls in order of id, then the pairs that cables or pathways join. What joins two halls is in neither's own count. */
export function hallBills(plan: Pick<Plan, 'junctions'>, survey: Survey, cabling: Cabling): { halls: HallBill[]; between: BetweenHalls[] } {
  const sums = new Map<string, Sum>();
  const sumOf = (one: string, other: string): Sum => {
    const key = one < other ? `${one}\n${other}` : `${other}\n${one}`;
    let sum = sums.get(key);
    if (sum === undefined) sums.set(key, (sum = { cables: 0, orderedMm: 0, unknownOrdered: 0, pathways: 0, pathwayMm: 0 }));
    return sum;
  };
  const { cables, links } = cabling;
  const hallOfDevice = survey.devices.map(({ cabinet }) => must(survey.cabinets[cabinet], 'cabinet').cabinet.hall);
  for (let cable = 0; cable < cables.count; cable += 1) {
    const link = cables.longestLink[cable]!;
    const sum = sumOf(hallOfDevice[links.aDevice[link]!]!, hallOfDevice[links.bDevice[link]!]!);
    sum.cables += 1;
    if (cables.orderedMm[cable] === NONE) sum.unknownOrdered += 1;
    else sum.orderedMm += cables.orderedMm[cable]!;
  }
  survey.network.segments.forEach((segment, row) => {
    const sum = sumOf(hallOf(plan, segment.from), hallOf(plan, segment.to));
    sum.pathways += 1;
    sum.pathwayMm += survey.network.edgeLengthMm[row]! * conduitCount(segment);
  });
  const cabinets = countBy(survey.cabinets.map(({ cabinet }) => cabinet.hall));
  const devices = countBy(hallOfDevice);
  const halls = survey.halls.map(({ id, name }): HallBill => {
    const { pathwayMm, ...own } = sumOf(id, id);
    return { hall: id, name, cabinets: cabinets.get(id) ?? 0, devices: devices.get(id) ?? 0, ...cableSum(own), pathwayM: pathwayMm / 1000 };
  });
  const between = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, sum]): BetweenHalls[] => {
      const [one = '', other = ''] = key.split('\n');
      return one === other ? [] : [{ halls: [one, other], ...cableSum(sum), pathways: sum.pathways, pathwayM: sum.pathwayMm / 1000 }];
    });
  return { halls, between };
}

function cableSum({ cables, orderedMm, unknownOrdered }: Pick<Sum, 'cables' | 'orderedMm' | 'unknownOrdered'>): CableSum {
  return { cables, orderedM: orderedMm / 1000, unknownOrdered };
}

function hallOf(plan: Pick<Plan, 'junctions'>, junction: string): string {
  return must(plan.junctions.get(junction), junction).hall;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
