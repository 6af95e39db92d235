/** A text of several lines: Enter or leaving the field commits, Shift+Enter begins a new line, Escape takes back. */
import { memo, useId } from 'react';
import { Textarea } from '@mantine/core';
import { useDraft } from './useDraft.ts';
import { useNewest } from './useNewest.ts';
import styles from './Field.module.css';

interface LinesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly mixed?: boolean;
  readonly placeholder?: string;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: string) => string | null;
}

const LEAST_ROWS = 2;
const MOST_ROWS = 10;

export function LinesField({ onCommit, ...shown }: LinesFieldProps) {
  return <Lines {...shown} onCommit={useNewest(onCommit)} />;
}

/** Rendered for what it shows alone. */
const Lines = memo(function Lines({ label, value, mixed = false, placeholder = '', onCommit }: LinesFieldProps) {
  const { draft, problem, type, commit, keyDown } = useDraft(value, (text) => onCommit(plainLines(text)));
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Textarea
        id={id}
        className={styles.input}
        value={draft ?? (mixed ? '' : value)}
        placeholder={mixed ? 'mixed' : placeholder}
        description="Enter takes it, Shift+Enter begins a new line."
        inputWrapperOrder={['input', 'description', 'error']}
        error={problem}
        autosize
        minRows={LEAST_ROWS}
        maxRows={MOST_ROWS}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.shiftKey) event.stopPropagation();
          else {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
            keyDown(event);
          }
        }}
      />
    </div>
  );
});

/** Without blanks at the ends of lines; a tab, which comes with what is pasted from tables, is a blank. */
function plainLines(text: string): string {
  return text.replaceAll('\t', ' ').replace(/ +$/gm, '').trim();
}
