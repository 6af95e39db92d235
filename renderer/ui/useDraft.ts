/** What is typed into a field until it is committed or taken back. */
import { useState } from 'react';

export interface Draft {
  /** Null: nothing is typed. */
  readonly draft: string | null;
  /** Why the last commit was refused, or null. */
  readonly problem: string | null;
  type(text: string): void;
  commit(): void;
  takeBack(): void;
}

/** `onCommit` returns why the text was refused, or null; what is refused stays as it was typed. */
export function useDraft(value: string, onCommit: (value: string) => string | null): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = () => {
    setDraft(null);
    setProblem(null);
  };
  return {
    draft,
    problem,
    type: setDraft,
    takeBack,
    commit() {
      if (draft === null || draft === value) {
        takeBack();
        return;
      }
      const refusal = onCommit(draft);
      setProblem(refusal);
      if (refusal === null) setDraft(null);
    },
  };
}
