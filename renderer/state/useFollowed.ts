/** What a store holds, as panels and tables show it: the drawing shows it in its own frame, they follow in slices of time. */
import { startTransition, useEffect, useRef, useState } from 'react';
import type { StoreApi } from 'zustand';

/**
 * The last value that there was time to show. Unlike `useStore`, which renders before the next frame, it leaves that frame to the
 * drawing; all that follow a change show it together. One value is rendered at a time: those that come meanwhile would begin it anew,
 * so that nothing would change until the hand rests. `pauseMs` leaves that long between one and the next, for what changes with every
 * step of a gesture. What acts on the value reads the store. `select` must not change.
 */
export function useFollowed<S, T>(store: Pick<StoreApi<S>, 'getState' | 'subscribe'>, select: (state: S) => T, pauseMs = 0): T {
  const [value, setValue] = useState(() => select(store.getState()));
  const rendering = useRef<{ readonly value: T } | null>(null);
  const selectNow = useRef(select);
  const shownAtMs = useRef(-Infinity);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const shows = (): void => {
      const next = selectNow.current(store.getState());
      if (rendering.current !== null || timer !== undefined || Object.is(next, value)) return;
      const waitMs = shownAtMs.current + pauseMs - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(() => {
          timer = undefined;
          shows();
        }, waitMs);
        return;
      }
      shownAtMs.current = performance.now();
      rendering.current = { value: next };
      startTransition(() => setValue(() => next));
    };
    // Also what came between the rendering and now.
    rendering.current = null;
    shows();
    const stop = store.subscribe(shows);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, value, pauseMs]);
  return value;
}
