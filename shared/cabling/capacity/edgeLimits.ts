/** What each edge of the network may carry. A level change has no bed that fills: it carries anything. */
import type { Settings } from '../../plan/types.ts';
import type { Network } from '../../survey/types.ts';
import { conduitCount, fillLimits, isOver, pathwayAreaMm2 } from '../pathwayFill.ts';
import type { Cabling } from '../types.ts';

/** By edge; Infinity where nothing limits. A conduit's area goes by the number of cables in it. */
export interface EdgeLimits {
  /** Of one conduit, where the edge stands for several. */
  readonly oneMm2: Float64Array;
  readonly twoMm2: Float64Array;
  readonly moreMm2: Float64Array;
  /** Conduits that the edge stands for; 1 elsewhere. */
  readonly conduits: Int32Array;
  readonly massGPerM: Float64Array;
}

/** The limits that a check calls an error when they are passed. */
export function edgeLimits(network: Network, settings: Settings): EdgeLimits {
  const column = (): Float64Array => new Float64Array(network.edgeCount).fill(Infinity);
  const limits = {
    oneMm2: column(),
    twoMm2: column(),
    moreMm2: column(),
    conduits: new Int32Array(network.edgeCount).fill(1),
    massGPerM: column(),
  };
  network.segments.forEach((segment, edge) => {
    const one = { ...segment, conduits: 1 };
    const share = (cables: number): number => (fillLimits(one, settings, cables).errorPct / 100) * pathwayAreaMm2(one);
    limits.oneMm2[edge] = share(1);
    limits.twoMm2[edge] = share(2);
    limits.moreMm2[edge] = share(3);
    limits.conduits[edge] = conduitCount(segment);
    if (segment.massLimitGPerM !== null) limits.massGPerM[edge] = segment.massLimitGPerM;
  });
  return limits;
}

/** Area that so many cables may take together on an edge; over several conduits they are spread evenly. */
export function areaLimitMm2(limits: EdgeLimits, edge: number, cables: number): number {
  const inOne = Math.ceil(cables / limits.conduits[edge]!);
  const oneMm2 = inOne <= 1 ? limits.oneMm2[edge]! : inOne === 2 ? limits.twoMm2[edge]! : limits.moreMm2[edge]!;
  return inOne === cables || cables === 0 ? oneMm2 : (oneMm2 * cables) / inOne;
}

/** Segments that carry more than they may, in order of id. */
export function overfullSegments({ segmentCount }: Network, limits: EdgeLimits, loads: Cabling['loads']): number[] {
  const over: number[] = [];
  for (let edge = 0; edge < segmentCount; edge += 1) {
    if (
      isOver(loads.areaMm2[edge]!, areaLimitMm2(limits, edge, loads.cables[edge]!)) ||
      isOver(loads.massGPerM[edge]!, limits.massGPerM[edge]!)
    ) {
      over.push(edge);
    }
  }
  return over;
}
