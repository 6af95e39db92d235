/** How full a pathway is, and how full it may be. */
import type { FillLimits, PathwayKind, Segment, Settings } from '../plan/types.ts';

/** Deeper cable than this is not counted on, whatever the tray's sides (TIA-569: stacked cable at most 150 mm). */
const DEEPEST_STACK_MM = 150;

/** Sums of thousands of cables carry the rounding of floating point; a limit is not broken by that alone. */
const ROUNDING = 1e-9;

/** Cross-section that cables may use: width × usable depth (at most 150 mm); a conduit's is the ellipse (circle) in it. */
export function pathwayAreaMm2(segment: Pick<Segment, 'kind' | 'widthMm' | 'depthMm'>): number {
  return isConduit(segment.kind)
    ? (Math.PI / 4) * segment.widthMm * segment.depthMm
    : segment.widthMm * Math.min(segment.depthMm, DEEPEST_STACK_MM);
}

/** Cables' cross-section in percent of the pathway's. */
export function fillPct(segment: Pick<Segment, 'kind' | 'widthMm' | 'depthMm'>, cablesAreaMm2: number): number {
  return (cablesAreaMm2 / pathwayAreaMm2(segment)) * 100;
}

/** Limits of a pathway in percent; a conduit's go by the number of cables in it, and it has one limit alone. */
export function fillLimits({ kind }: Pick<Segment, 'kind'>, { fill }: Pick<Settings, 'fill'>, cables: number): FillLimits {
  if (kind !== 'conduit') return fill.byKind[kind];
  const { one, two, more } = fill.conduitPct;
  const mostPct = cables <= 1 ? one : cables === 2 ? two : more;
  return { planPct: mostPct, warnPct: mostPct, errorPct: mostPct };
}

/** Whether a sum (fill, area, mass) is over its limit, rounding aside. */
export function isOver(sum: number, limit: number): boolean {
  return sum > limit * (1 + ROUNDING);
}

function isConduit(kind: PathwayKind): boolean {
  return kind === 'conduit';
}
