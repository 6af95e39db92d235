/** A choice from a few, in a row with its label. */
import { useId } from 'react';
import { Select } from '@mantine/core';
import styles from './Field.module.css';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly placeholder?: string;
  /** For lists too long to look through. */
  readonly searchable?: boolean;
  readonly onChange: (value: string) => void;
}

export function SelectField({ label, value, options, placeholder = '', searchable = false, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Select
        id={id}
        className={styles.input}
        data={[...options]}
        value={value}
        placeholder={placeholder}
        searchable={searchable}
        {...(searchable ? { limit: 100, nothingFoundMessage: 'None of that name', selectFirstOptionOnChange: true } : {})}
        onChange={(next) => {
          if (next !== null && next !== value) onChange(next);
        }}
      />
    </div>
  );
}
