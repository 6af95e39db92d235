/** The selection as panels and tables show it, see `useFollowed`. */
import { usePlanner } from './plannerContext.ts';
import type { SessionState, Thing } from './sessionStore.ts';
import { useFollowed } from './useFollowed.ts';

const selectionOf = ({ selection }: SessionState): readonly Thing[] => selection;

export function useSelection(): readonly Thing[] {
  return useFollowed(usePlanner().session, selectionOf);
}
