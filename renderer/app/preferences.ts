/** What a person likes, kept on this machine: theme and snapping. */
import type { SessionState, SessionStore } from '../state/sessionStore.ts';

const STORAGE_KEY = 'raceway.preferences';

/** Sets what was kept, and keeps what is chosen from now on. */
export function keepPreferences(session: SessionStore): void {
  session.setState(readPreferences());
  session.subscribe(({ theme, snap }, before) => {
    if (theme === before.theme && snap === before.snap) return;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify({ theme, snap }));
    } catch {
      // A full or forbidden storage costs only the memory of a choice.
    }
  });
}

function readPreferences(): Partial<Pick<SessionState, 'theme' | 'snap'>> {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as { readonly theme?: unknown; readonly snap?: unknown } | null;
    const theme = stored?.theme;
    const snap = stored?.snap;
    return {
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(typeof snap === 'boolean' ? { snap } : {}),
    };
  } catch {
    return {};
  }
}
