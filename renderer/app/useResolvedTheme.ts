/** Light or dark, as chosen or as the system says. */
import { useSyncExternalStore } from 'react';
import { useSession } from '../state/plannerContext.ts';
import type { SchemeName } from '../theme/tokens.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  darkQuery.addEventListener('change', listener);
  return () => darkQuery.removeEventListener('change', listener);
}

export function useResolvedTheme(): SchemeName {
  const theme = useSession((state) => state.theme);
  const systemDark = useSyncExternalStore(subscribe, () => darkQuery.matches);
  if (theme === 'system') return systemDark ? 'dark' : 'light';
  return theme;
}
