/** What is typed into a field until it is committed or taken back. */
import { useState, type KeyboardEvent } from 'react';

export interface Draft {
  /** Null: nothing is typed. */
  readonly draft: string | null;
  /** Why the last commit was refused, or null. */
  readonly problem: string | null;
  type(text: string): void;
  commit(): void;
  /** Enter commits and Escape takes back, or leaves the field where nothing is typed. */
  keyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** `onCommit` returns why the text was refused, or null; what is refused stays as it was typed. */
export function useDraft(value: string, onCommit: (value: string) => string | null): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = () => {
    setDraft(null);
    setProblem(null);
  };
  const commit = () => {
    if (draft === null || draft === value) {
      takeBack();
      return;
    }
    const refusal = onCommit(draft);
    setProblem(refusal);
    if (refusal === null) setDraft(null);
  };
  return {
    draft,
    problem,
    type: setDraft,
    commit,
    keyDown(event) {
      // Ctrl+S, Ctrl+K and their like are for the whole page.
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      // An Enter that ends a composed word is the input method's.
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
      if (event.key === 'Escape') {
        // With nothing to take back the field is left, so that the next one reaches the tool in hand.
        if (draft === null && problem === null) event.currentTarget.blur();
        takeBack();
      }
    },
  };
}
