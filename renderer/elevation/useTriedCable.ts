/** What the engine says of a cable that nobody has drawn yet: its length, and what would be ordered. */
import { useEffect, useState } from 'react';
import type { CableDerivation } from '../../shared/cabling/types.ts';
import { addLinks, type AddLinks } from '../../shared/commands/fabrics.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';

/** Null until the answer for this very link is there. */
export function useTriedCable(link: AddLinks | null): CableDerivation | null {
  const { plan, engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<{ readonly link: AddLinks; readonly derivation: CableDerivation } | null>(null);
  useEffect(() => {
    const [drawn] = link?.links ?? [];
    const tried = link === null ? null : plan.attempt(addLinks, link);
    if (link === null || drawn === undefined || tried?.ok !== true) return;
    let wanted = true;
    engine.explainTried(tried.value.patches, drawn.id).then(
      (explanation) => {
        if (wanted && explanation?.kind === 'cable') setAnswer({ link, derivation: explanation.derivation });
      },
      // The engine has said why there are no figures.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [plan, engine, revision, link]);
  return answer !== null && answer.link === link ? answer.derivation : null;
}
