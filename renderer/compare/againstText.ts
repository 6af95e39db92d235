/** What the two sides of a comparison are called. */
import { ownVariant } from '../../shared/plan/variants.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Against } from './comparing.ts';
import type { Plan } from '../../shared/plan/types.ts';

export function againstName(plan: Plan, against: Against): string {
  return against.kind === 'file' ? against.name : (plan.variants.get(against.id)?.name ?? against.id);
}

/** The other side as it is called on screen. */
export function nameOfVariant({ plan, comparing }: Planner): string {
  const { against } = comparing.store.getState();
  const { plan: own } = plan.getState();
  return against === null ? ownVariant(own).name : againstName(own, against);
}
