/** What the tour sees, as a component sees it. */
import { useStore } from 'zustand';
import { useDialogs } from '../dialogs/dialogStore.ts';
import type { Planner } from '../state/plannerContext.ts';
import { tourFacts } from './tourFacts.ts';
import type { TourFacts } from './tourSteps.ts';

export function useTourFacts(planner: Planner): TourFacts {
  useStore(planner.plan, ({ plan }) => plan);
  useStore(planner.plan, ({ future }) => future);
  useStore(planner.session, ({ selection }) => selection);
  useStore(planner.session, ({ tool }) => tool);
  useStore(planner.session, ({ drawerTab }) => drawerTab);
  useStore(planner.derived, ({ settled }) => settled);
  useDialogs(({ open }) => open);
  return tourFacts(planner);
}
