/** What a person likes, kept on this machine: theme, units, snapping and the wheel. */
import type { SessionState, SessionStore } from '../state/sessionStore.ts';

const STORAGE_KEY = 'raceway.preferences';

/** Sets what was kept, and keeps what is chosen from now on. */
export function keepPreferences(session: SessionStore): void {
  session.setState(readPreferences());
  session.subscribe(({ theme, snap, unitsChoice, wheel }, before) => {
    if (theme === before.theme && snap === before.snap && unitsChoice === before.unitsChoice && wheel === before.wheel) return;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify({ theme, snap, units: unitsChoice, wheel }));
    } catch {
      // A full or forbidden storage costs only the memory of a choice.
    }
  });
}

function readPreferences(): Partial<Pick<SessionState, 'theme' | 'snap' | 'unitsChoice' | 'wheel'>> {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as {
      readonly theme?: unknown;
      readonly snap?: unknown;
      readonly units?: unknown;
      readonly wheel?: unknown;
    } | null;
    const theme = stored?.theme;
    const snap = stored?.snap;
    const units = stored?.units;
    const wheel = stored?.wheel;
    return {
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(typeof snap === 'boolean' ? { snap } : {}),
      ...(units === 'plan' || units === 'metric' || units === 'imperial' ? { unitsChoice: units } : {}),
      ...(wheel === 'zooms' || wheel === 'pans' ? { wheel } : {}),
    };
  } catch {
    return {};
  }
}
