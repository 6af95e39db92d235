/** Yes or no, in a row with its label; in between where several things differ. */
import { Checkbox } from '@mantine/core';
import styles from './Field.module.css';

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
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
}
