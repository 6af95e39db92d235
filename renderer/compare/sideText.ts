/** What the two sides of a comparison are called. */
import { ownVariant } from '../../shared/plan/variants.ts';
import type { Planner } from '../state/plannerContext.ts';
import type { Side } from './comparing.ts';
import type { Plan } from '../../shared/plan/types.ts';

export function sideName(plan: Plan, side: Side): string {
  switch (side.kind) {
    case 'own':
      return ownVariant(plan).name;
    case 'variant':
      return plan.variants.get(side.id)?.name ?? side.id;
    case 'file':
      return side.name;
  }
}

/** The second side as it is called on screen. */
export function nameOfSecond({ plan, comparing }: Planner): string {
  const { against } = comparing.store.getState();
  return sideName(plan.getState().plan, against ?? { kind: 'own' });
}
