/** How full a pathway is. */
import type { PathwayKind, Segment } from '../plan/types.ts';

/** Deeper cable than this is not counted on, whatever the tray's sides (TIA-569: stacked cable at most 150 mm). */
const DEEPEST_STACK_MM = 150;

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

function isConduit(kind: PathwayKind): boolean {
  return kind === 'conduit';
}
