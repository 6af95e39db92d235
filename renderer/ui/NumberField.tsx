/**
 * A figure that is typed: accepts units and, with a sign in front, an addition (`+600`). Enter or leaving the field
 * commits, Escape takes back, the arrow keys step; `=-600` sets a value below zero. Shows `mixed` where several things differ.
 */
import { memo, useId, useState, type KeyboardEvent } from 'react';
import { TextInput } from '@mantine/core';
import type { Result, UserError } from '../../shared/result.ts';
import type { TypedValue } from './parseLength.ts';
import { useNewest } from './useNewest.ts';
import styles from './Field.module.css';

/** Told on hover and to screen readers. */
const HELP = '+600 and -600 add to what is there; =-600 sets a value below zero';

interface NumberInputProps {
  /** Null: not known yet, and left empty. */
  readonly value: number | 'mixed' | null;
  /** Empty: none is shown. */
  readonly unit: string;
  readonly format: (value: number) => string;
  readonly parse: (text: string) => Result<TypedValue, UserError>;
  /** Returns why it was refused, or null. */
  readonly onCommit: (value: TypedValue) => string | null;
  /** What the arrow keys add; with Shift ten times as much. */
  readonly step: number;
  readonly disabled?: boolean;
}

interface NumberFieldProps extends NumberInputProps {
  readonly label: string;
  /** What the figure counts, where its name does not tell; stands below the field. */
  readonly description?: string;
}

export function NumberField({ label, ...input }: NumberFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <NumberInput {...input} id={id} />
    </div>
  );
}

/** The field without its label: for tables, which name their cells otherwise. */
export function NumberInput({
  value,
  unit,
  format,
  parse,
  onCommit,
  step,
  disabled = false,
  ...naming
}: NumberInputProps & ({ readonly id: string; readonly description?: string } | { readonly 'aria-label': string })) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = value === 'mixed' || value === null ? '' : format(value);

  const commit = (text: string) => {
    if (text.trim() === '' || text === shown) {
      setDraft(null);
      setProblem(null);
      return;
    }
    const parsed = parse(text);
    const refusal = parsed.ok ? onCommit(parsed.value) : `${parsed.error.message}; ${parsed.error.remedy}`;
    setProblem(refusal);
    if (refusal === null) setDraft(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Ctrl+S, Ctrl+K and their like are for the whole page.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key === 'Enter') commit(event.currentTarget.value);
    else if (event.key === 'Escape') {
      // With nothing to take back the field is left, so that the next one reaches the tool in hand.
      if (draft === null && problem === null) event.currentTarget.blur();
      setDraft(null);
      setProblem(null);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const size = (event.shiftKey ? 10 : 1) * step * (event.key === 'ArrowUp' ? 1 : -1);
      setDraft(null);
      setProblem(onCommit({ kind: 'relative', value: size }));
    }
  };

  return (
    <FigureInput
      {...naming}
      text={draft ?? shown}
      isMixed={value === 'mixed'}
      unit={unit}
      problem={problem}
      disabled={disabled}
      onType={setDraft}
      onLeave={useNewest(commit)}
      onKeyDown={useNewest(onKeyDown)}
    />
  );
}

interface FigureInputProps {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly description?: string;
  readonly text: string;
  readonly isMixed: boolean;
  readonly unit: string;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Rendered for what it shows alone. */
const FigureInput = memo(function FigureInput({
  text,
  isMixed,
  unit,
  problem,
  disabled,
  onType,
  onLeave,
  onKeyDown,
  ...naming
}: FigureInputProps) {
  return (
    <TextInput
      {...naming}
      inputWrapperOrder={['input', 'description', 'error']}
      className={styles.input}
      value={text}
      placeholder={isMixed ? 'mixed' : ''}
      disabled={disabled}
      title={HELP}
      error={problem}
      autoComplete="off"
      spellCheck={false}
      {...(unit === '' ? {} : { rightSection: <span className={styles.unit}>{unit}</span>, rightSectionWidth: 34 })}
      rightSectionPointerEvents="none"
      onChange={(event) => onType(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onLeave(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
});
