/** The plan as the canvas shows it: with the gesture that is under way, as fast as there is time to show it. */
import type { Plan } from '../../shared/plan/types.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import type { SessionState } from '../state/sessionStore.ts';
import { useFollowed } from '../state/useFollowed.ts';

/** Figures that change oftener cannot be read. */
const PAUSE_MS = 200;

const previewed = ({ preview }: SessionState): Plan | null => preview?.plan ?? null;

export function useShownPlan(): Plan {
  const plan = usePlan((state) => state.plan);
  return useFollowed(usePlanner().session, previewed, PAUSE_MS) ?? plan;
}
