/** A choice from a few, in a row with its label. */
import { memo, useId } from 'react';
import { Select } from '@mantine/core';
import { ChoiceChevron } from './ChoiceChevron.tsx';
import { takeWhole } from './takeWhole.ts';
import { useNewest } from './useNewest.ts';
import styles from './Field.module.css';

interface ChoiceProps {
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
  /** For lists too long to look through. */
  readonly searchable?: boolean;
  readonly onChange: (value: string) => void;
}

interface SelectFieldProps extends ChoiceProps {
  readonly label: string;
  /** The label stands above: for names that need all of the width, as those of models. */
  readonly isWide?: boolean;
}

export function SelectField({ label, isWide = false, onChange, ...shown }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={isWide || undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Choice {...shown} id={id} onChange={useNewest(onChange)} />
    </div>
  );
}

/** Rendered for what it shows alone: the lists behind choices cost most of a panel that follows a gesture. */
const Choice = memo(
  function Choice({ id, value, options, placeholder = '', searchable = false, onChange }: ChoiceProps & { readonly id: string }) {
    return (
      <Select
        id={id}
        className={styles.input}
        // Whole at the pointer, where a narrow panel cuts it.
        title={options.find((option) => option.value === value)?.label}
        data={[...options]}
        value={value}
        placeholder={placeholder}
        searchable={searchable}
        {...(searchable
          ? { limit: 100, nothingFoundMessage: 'None of that name', selectFirstOptionOnChange: true, onClick: takeWhole }
          : value !== null && { selectFirstOptionOnDropdownOpen: true, rightSection: <ChoiceChevron /> })}
        onChange={(next) => {
          if (next !== null && next !== value) onChange(next);
        }}
      />
    );
  },
  ({ options: before, ...one }, { options: now, ...other }) =>
    one.id === other.id &&
    one.value === other.value &&
    one.placeholder === other.placeholder &&
    one.searchable === other.searchable &&
    one.onChange === other.onChange &&
    before.length === now.length &&
    before.every(({ value, label }, place) => value === now[place]?.value && label === now[place].label),
);
