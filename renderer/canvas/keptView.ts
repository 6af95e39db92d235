/** The view on the hall outlives the drawing: who comes back from the elevation finds it as it was left. */
import type { Planner } from '../state/plannerContext.ts';
import { fitHall } from '../tools/viewActions.ts';

const kept = new WeakSet<Planner>();

/** Whether the view has been set once for the size of the drawing. */
export function hasView(planner: Planner): boolean {
  return kept.has(planner);
}

/** Keeps the view from now on; another plan gets one of its own, also while it is not on screen. */
export function keepView(planner: Planner): void {
  if (kept.has(planner)) return;
  kept.add(planner);
  planner.plan.onReplace(() => fitHall(planner));
}
