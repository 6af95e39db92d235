/** What each edge of the network may carry. A level change has no bed that fills: it carries anything. */
import type { Settings } from '../../plan/types.ts';
import type { Network } from '../../survey/types.ts';
import { fillLimits, isOver, pathwayAreaMm2 } from '../pathwayFill.ts';
import type { Cabling } from '../types.ts';

/** By edge; Infinity where nothing limits. A conduit's area goes by the number of cables in it. */
export interface EdgeLimits {
  readonly oneMm2: Float64Array;
  readonly twoMm2: Float64Array;
  readonly moreMm2: Float64Array;
  readonly massGPerM: Float64Array;
}

/** The limits that a check calls an error when they are passed. */
export function edgeLimits(network: Network, settings: Settings): EdgeLimits {
  const column = (): Float64Array => new Float64Array(network.edgeCount).fill(Infinity);
  const limits = { oneMm2: column(), twoMm2: column(), moreMm2: column(), massGPerM: column() };
  network.segments.forEach((segment, edge) => {
    const share = (cables: number): number => (fillLimits(segment, settings, cables).errorPct / 100) * pathwayAreaMm2(segment);
    limits.oneMm2[edge] = share(1);
    limits.twoMm2[edge] = share(2);
    limits.moreMm2[edge] = share(3);
    if (segment.massLimitGPerM !== null) limits.massGPerM[edge] = segment.massLimitGPerM;
  });
  return limits;
}

/** Area that so many cables may take together on an edge. */
export function areaLimitMm2(limits: EdgeLimits, edge: number, cables: number): number {
  if (cables <= 1) return limits.oneMm2[edge]!;
  return cables === 2 ? limits.twoMm2[edge]! : limits.moreMm2[edge]!;
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
