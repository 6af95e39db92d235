/** What the tour sees of the planner, and how it is begun. */
import { dialogs } from '../dialogs/dialogStore.ts';
import type { Planner } from '../state/plannerContext.ts';
import { tour } from './tour.ts';
import { tourSteps, type TourFacts } from './tourSteps.ts';

export function tourFacts({ plan, session, derived }: Planner): TourFacts {
  const { plan: current, past, future } = plan.getState();
  const { selection, tool, drawerTab } = session.getState();
  return {
    plan: current,
    past: past.length,
    future: future.length,
    selection,
    tool,
    drawerTab,
    requiredMm: derived.getState().settled?.requiredMm ?? null,
    unrouted: derived.getState().settled?.unknownRequired ?? 0,
    isExporting: dialogs.getState().open === 'export',
  };
}

/** Opens the small sample, unless the person would rather keep what is open, and starts at the first step. */
export async function beginTour(planner: Planner): Promise<void> {
  const { plan, session, files } = planner;
  const before = plan.getState().plan;
  await files.openSample('eight-cabinets');
  if (plan.getState().plan === before) return;
  session.setState({ mode: 'plan', tool: 'select', drawerTab: 'bom' });
  tour.begin(tourFacts(planner));
}

/** Judges the step under way after every change, until the returned function is called. */
export function watchTour(planner: Planner): () => void {
  const see = (): void => {
    const { place } = tour.getState();
    if (place !== null && place < tourSteps.length) tour.see(tourFacts(planner));
  };
  const stops = [planner.plan.subscribe(see), planner.session.subscribe(see), planner.derived.subscribe(see), dialogs.subscribe(see)];
  return () => {
    for (const stop of stops) stop();
  };
}
