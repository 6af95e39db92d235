import type { Finding } from './types.ts';
import type { Plan, Segment } from '../plan/types.ts';
import type { Point } from '../geometry/shapes.ts';
import { must } from '../assert.ts';

/** Both ends of a segment, in hall coordinates. */
export function segmentEnds(plan: Plan, segment: Segment): { readonly hall: string; readonly from: Point; readonly to: Point } {
  const from = must(plan.junctions.get(segment.from), `junction ${segment.from}`);
  return { hall: from.hall, from, to: must(plan.junctions.get(segment.to), `junction ${segment.to}`) };
}

/** The middle of a segment as the place of a finding. */
export function segmentPlace(plan: Plan, segment: Segment): Finding['place'] {
  const { hall, from, to } = segmentEnds(plan, segment);
  return { hall, at: { xMm: (from.xMm + to.xMm) / 2, yMm: (from.yMm + to.yMm) / 2 } };
}
