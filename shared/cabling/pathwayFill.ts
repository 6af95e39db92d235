/** How full a pathway is, and how full it may be. */
import type { FillLimits, PathwayKind, Segment, Settings } from '../plan/types.ts';

/** Deeper cable than this is not counted on, whatever the tray's sides (TIA-569: stacked cable at most 150 mm). */
const DEEPEST_STACK_MM = 150;

/** Sums of thousands of cables carry the rounding of floating point; a limit is not broken by that alone. */
const ROUNDING = 1e-9;

type Bed = Pick<Segment, 'kind' | 'widthMm' | 'depthMm' | 'conduits'>;

/** Cross-section that cables may use: width × usable depth (at most 150 mm); a conduit's is the ellipse (circle) in it, as often as there are conduits. */
export function pathwayAreaMm2(segment: Bed): number {
  return isConduit(segment.kind)
    ? (Math.PI / 4) * segment.widthMm * segment.depthMm * conduitCount(segment)
    : segment.widthMm * Math.min(segment.depthMm, DEEPEST_STACK_MM);
}

/** Conduits that a segment stands for; one of every other kind. */
export function conduitCount({ kind, conduits }: Pick<Segment, 'kind' | 'conduits'>): number {
  return isConduit(kind) ? (conduits ?? 1) : 1;
}

/** Cables in the fullest of its conduits, when they are spread evenly; all of them in every other kind. */
export function cablesInOne(segment: Pick<Segment, 'kind' | 'conduits'>, cables: number): number {
  return Math.ceil(cables / conduitCount(segment));
}

/** Cables' cross-section in percent of the pathway's; of several conduits, that of the fullest when the cables are spread evenly. */
export function fillPct(segment: Bed, cablesAreaMm2: number, cables: number): number {
  const uneven = cables === 0 ? 1 : (cablesInOne(segment, cables) * conduitCount(segment)) / cables;
  return (cablesAreaMm2 / pathwayAreaMm2(segment)) * uneven * 100;
}

/** Limits of a pathway in percent; a conduit's go by the number of cables in it, and it has one limit alone. */
export function fillLimits(segment: Pick<Segment, 'kind' | 'conduits'>, { fill }: Pick<Settings, 'fill'>, cables: number): FillLimits {
  if (segment.kind !== 'conduit') return fill.byKind[segment.kind];
  const { one, two, more } = fill.conduitPct;
  const inOne = cablesInOne(segment, cables);
  const mostPct = inOne <= 1 ? one : inOne === 2 ? two : more;
  return { planPct: mostPct, warnPct: mostPct, errorPct: mostPct };
}

/** Whether a sum (fill, area, mass) is over its limit, rounding aside. */
export function isOver(sum: number, limit: number): boolean {
  return sum > limit * (1 + ROUNDING);
}

function isConduit(kind: PathwayKind): boolean {
  return kind === 'conduit';
}
