/** What a store holds, as panels and tables show it: the drawing shows it in its own frame, they follow in slices of time. */
import { startTransition, useEffect, useRef, useState } from 'react';
import type { StoreApi } from 'zustand';

/**
 * The last value that there was time to show. Unlike `useStore`, which renders before the next frame, it leaves that frame to the
 * drawing; all that follow a change show it together. One value is rendered at a time: those that come meanwhile would begin it anew,
 * so that nothing would change until the hand rests. What acts on the value reads the store. `select` must not change.
 */
export function useFollowed<S, T>(store: Pick<StoreApi<S>, 'getState' | 'subscribe'>, select: (state: S) => T): T {
  const [value, setValue] = useState(() => select(store.getState()));
  const rendering = useRef<{ readonly value: T } | null>(null);
  const selectNow = useRef(select);
  useEffect(() => {
    const shows = (): void => {
      const next = selectNow.current(store.getState());
      if (rendering.current !== null || Object.is(next, value)) return;
      rendering.current = { value: next };
      startTransition(() => setValue(() => next));
    };
    // Also what came between the rendering and now.
    rendering.current = null;
    shows();
    return store.subscribe(shows);
  }, [store, value]);
  return value;
}
