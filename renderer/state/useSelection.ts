/** The selection as panels and tables show it: the drawing shows it in the frame of the click, they follow in slices of time. */
import { startTransition, useEffect, useState } from 'react';
import { usePlanner } from './plannerContext.ts';
import type { Thing } from './sessionStore.ts';

/**
 * The last selection that there was time to show. Unlike `useSession`, which renders at once, it leaves the frame to the drawing; all
 * that show it change together. What acts on the selection reads the session.
 */
export function useSelection(): readonly Thing[] {
  const { session } = usePlanner();
  const [selection, setSelection] = useState(() => session.getState().selection);
  useEffect(() => {
    const follow = (): void => startTransition(() => setSelection(session.getState().selection));
    // It may have changed between the first rendering and now.
    follow();
    return session.subscribe((now, before) => {
      if (now.selection !== before.selection) follow();
    });
  }, [session]);
  return selection;
}
