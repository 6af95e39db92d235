/** Whether a hall that is drawn deeper to the south would lie over another one. */
import { fromCampus } from '../geometry/frames.ts';
import { hallsOverlap, outlineInCampus } from '../geometry/hallsOverlap.ts';
import { must } from '../assert.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Hall, Plan } from '../plan/types.ts';
import type { UserError } from '../result.ts';

/** The first hall that the grown one would reach into, and by how much; halls that lay over each other before are no news. */
export function hallInTheWay(plan: Plan, grown: Hall): UserError | null {
  const before = must(plan.halls.get(grown.id), 'hall');
  for (const other of sortedById(plan.halls)) {
    if (other.id === grown.id || hallsOverlap(before, other) || !hallsOverlap(grown, other)) continue;
    const southMm = Math.max(...grown.outline.map(([, yMm]) => yMm));
    const northMm = Math.min(...outlineInCampus(other).map((corner) => fromCampus(grown.frame, corner).yMm));
    return {
      code: 'expand.hall',
      path: `halls.${grown.id}`,
      message: `${grown.name} would reach ${southMm - northMm} mm into ${other.name}`,
      remedy: `leave ${southMm - northMm} mm more between them (move ${other.name}, or generate with a larger gapMm), or grow by fewer units`,
    };
  }
  return null;
}
