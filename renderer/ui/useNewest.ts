/** A handler that stays one and the same from rendering to rendering and calls the newest: no reason to render a field again. */
import { useCallback, useLayoutEffect, useRef } from 'react';

export function useNewest<A extends readonly unknown[], R>(handler: (...args: A) => R): (...args: A) => R {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((...args: A) => newest.current(...args), []);
}
