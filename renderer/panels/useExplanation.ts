/** The engine's derivation of one thing, kept up with the plan; the last one stays until the next is there. */
import { useEffect, useState } from 'react';
import type { Explanation } from '../../shared/engine/protocol.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';

type ExplanationOf<K extends Explanation['kind']> = Extract<Explanation, { readonly kind: K }>;

/** Null until the first answer, and when the thing is not in the plan. */
export function useExplanation<K extends Explanation['kind']>(kind: K, id: string): ExplanationOf<K> | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<{ readonly id: string; readonly explanation: Explanation | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    engine.explain(id).then(
      (explanation) => {
        if (wanted) setAnswer({ id, explanation });
      },
      // It was left, or the engine starts again: the next revision, or the next look, asks again.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, id, revision]);
  const explanation = answer?.id === id ? answer.explanation : null;
  return explanation?.kind === kind ? (explanation as ExplanationOf<K>) : null;
}
