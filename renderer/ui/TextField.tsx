/** A text that is typed: Enter or leaving the field commits, Escape takes back. Shows `mixed` where several things differ. */
import { memo, useId } from 'react';
import { TextInput } from '@mantine/core';
import { useDraft } from './useDraft.ts';
import { useNewest } from './useNewest.ts';
import styles from './Field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly mixed?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: string) => string | null;
}

export function TextField({ onCommit, ...shown }: TextFieldProps) {
  return <Text {...shown} onCommit={useNewest(onCommit)} />;
}

/** Rendered for what it shows alone. */
const Text = memo(function Text({ label, value, mixed = false, placeholder = '', disabled = false, onCommit }: TextFieldProps) {
  const { draft, problem, type, commit, keyDown } = useDraft(value, (text) => onCommit(text.trim()));
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <TextInput
        id={id}
        className={styles.input}
        value={draft ?? (mixed ? '' : value)}
        placeholder={mixed ? 'mixed' : placeholder}
        disabled={disabled}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={keyDown}
      />
    </div>
  );
});
