/** The plan as the canvas shows it: with the gesture that is under way. */
import type { Plan } from '../../shared/plan/types.ts';
import { usePlan, useSession } from '../state/plannerContext.ts';

export function useShownPlan(): Plan {
  const plan = usePlan((state) => state.plan);
  const preview = useSession((state) => state.preview?.plan ?? null);
  return preview ?? plan;
}
