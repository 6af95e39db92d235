/** Yes or no, in a row with its label; in between where several things differ. */
import { memo } from 'react';
import { Checkbox } from '@mantine/core';
import { useNewest } from './useNewest.ts';
import styles from './Field.module.css';

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ onChange, ...shown }: CheckFieldProps) {
  return <Check {...shown} onChange={useNewest(onChange)} />;
}

/** Rendered for what it shows alone. */
const Check = memo(function Check({ label, checked, onChange }: CheckFieldProps) {
  return (
    <div className={styles.field}>
      <Checkbox
        className={styles.check}
        label={label}
        size="xs"
        checked={checked === true}
        indeterminate={checked === 'mixed'}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
});
