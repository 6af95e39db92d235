/** What a person likes, kept on this machine: theme, units, snapping, the wheel and the minimap. */
import { minimapChoice } from '../state/minimapChoice.ts';
import type { SessionState, SessionStore } from '../state/sessionStore.ts';

const STORAGE_KEY = 'raceway.preferences';

/** Sets what was kept, and keeps what is chosen from now on. */
export function keepPreferences(session: SessionStore): void {
  const { minimap, ...choices } = readPreferences();
  session.setState(choices);
  if (minimap !== undefined) minimapChoice.setState({ shown: minimap });
  const keep = (): void => {
    const { theme, snap, unitsChoice, wheel } = session.getState();
    try {
      const kept = { theme, snap, units: unitsChoice, wheel, minimap: minimapChoice.getState().shown };
      localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage costs only the memory of a choice.
    }
  };
  minimapChoice.subscribe(keep);
  session.subscribe(({ theme, snap, unitsChoice, wheel }, before) => {
    if (theme === before.theme && snap === before.snap && unitsChoice === before.unitsChoice && wheel === before.wheel) return;
    keep();
  });
}

interface Preferences extends Partial<Pick<SessionState, 'theme' | 'snap' | 'unitsChoice' | 'wheel'>> {
  readonly minimap?: boolean;
}

function readPreferences(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as {
      readonly theme?: unknown;
      readonly snap?: unknown;
      readonly units?: unknown;
      readonly wheel?: unknown;
      readonly minimap?: unknown;
    } | null;
    const theme = stored?.theme;
    const snap = stored?.snap;
    const units = stored?.units;
    const wheel = stored?.wheel;
    const minimap = stored?.minimap;
    return {
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(typeof snap === 'boolean' ? { snap } : {}),
      ...(units === 'plan' || units === 'metric' || units === 'imperial' ? { unitsChoice: units } : {}),
      ...(wheel === 'zooms' || wheel === 'pans' ? { wheel } : {}),
      ...(typeof minimap === 'boolean' ? { minimap } : {}),
    };
  } catch {
    return {};
  }
}
