/** Where a pathway was clicked, so that its cross-section is shown there. */
import type { Planner } from './plannerContext.ts';

/** The place of the pointer along the one segment that is selected; null where it does not lie on it, as after a pick from a table. */
export function cutOfClick({ plan, session }: Planner): { readonly segment: string; readonly atMm: number } | null {
  const { selection, pointer, hall } = session.getState();
  const [only] = selection;
  if (pointer === null || only?.kind !== 'segment' || selection.length > 1) return null;
  const { segments, junctions } = plan.getState().plan;
  const segment = segments.get(only.id);
  const [from, to] = [junctions.get(segment?.from ?? ''), junctions.get(segment?.to ?? '')];
  if (segment === undefined || from === undefined || to === undefined || from.hall !== hall) return null;
  const [dx, dy] = [to.xMm - from.xMm, to.yMm - from.yMm];
  const lengthMm = Math.hypot(dx, dy);
  if (lengthMm === 0) return null;
  const alongMm = ((pointer.xMm - from.xMm) * dx + (pointer.yMm - from.yMm) * dy) / lengthMm;
  const besideMm = Math.abs((pointer.xMm - from.xMm) * dy - (pointer.yMm - from.yMm) * dx) / lengthMm;
  const isOnIt = alongMm >= 0 && alongMm <= lengthMm && besideMm <= Math.max(segment.widthMm, NEAR_MM);
  return isOnIt ? { segment: segment.id, atMm: Math.round(alongMm) } : null;
}

/** A narrow pathway is hit from this near. */
const NEAR_MM = 300;
