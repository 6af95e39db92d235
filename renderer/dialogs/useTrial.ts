/** What the engine says of a change that nobody has made yet. */
import { useEffect, useState } from 'react';
import type { Patch } from 'immer';
import type { Trial } from '../../shared/engine/trial.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';

export interface Tried {
  readonly patches: readonly Patch[];
  /** Links whose channels are asked about. */
  readonly links: readonly string[];
}

/** Null until the answer for this very change is there. */
export function useTrial(tried: Tried | null): Trial | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<{ readonly of: Tried; readonly trial: Trial } | null>(null);
  useEffect(() => {
    if (tried === null) return;
    let wanted = true;
    engine.try(tried.patches, tried.links).then(
      (trial) => {
        if (wanted && trial !== null) setAnswer({ of: tried, trial });
      },
      // The engine has said why there are no figures.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, revision, tried]);
  return answer !== null && answer.of === tried ? answer.trial : null;
}
