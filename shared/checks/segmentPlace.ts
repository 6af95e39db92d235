import type { Finding } from './types.ts';
import type { Junction, Plan, Segment } from '../plan/types.ts';
import type { Point } from '../geometry/shapes.ts';
import { must } from '../assert.ts';

/** Both ends of a segment, in hall coordinates; null where it leads from one hall to another, whose coordinates differ. */
export function segmentEnds(plan: Plan, segment: Segment): { readonly hall: string; readonly from: Point; readonly to: Point } | null {
  const [from, to] = [junctionOf(plan, segment.from), junctionOf(plan, segment.to)];
  return from.hall === to.hall ? { hall: from.hall, from, to } : null;
}

/** The middle of a segment as the place of a finding; of one between halls, where it leaves the first. */
export function segmentPlace(plan: Plan, segment: Segment): Finding['place'] {
  const ends = segmentEnds(plan, segment);
  if (ends === null) {
    const { hall, xMm, yMm } = junctionOf(plan, segment.from);
    return { hall, at: { xMm, yMm } };
  }
  const { hall, from, to } = ends;
  return { hall, at: { xMm: (from.xMm + to.xMm) / 2, yMm: (from.yMm + to.yMm) / 2 } };
}

function junctionOf(plan: Plan, id: string): Junction {
  return must(plan.junctions.get(id), `junction ${id}`);
}
