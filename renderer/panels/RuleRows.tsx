/** Rules for routes and groups kept apart, a row each, with a way to take each off. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import styles from './Inspector.module.css';

export interface RuleRow {
  readonly key: string;
  readonly text: string;
  readonly aside: string;
  /** `Unpin east` */
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

export function RuleRows({ rows }: { readonly rows: readonly RuleRow[] }) {
  return (
    <ul className={styles.list}>
      {rows.map(({ key, text, aside, removeLabel, onRemove }) => (
        <li key={key} className={styles.item}>
          <span className={styles.ruleText}>
            {text}
            <span className={styles.ruleAside}>{aside}</span>
          </span>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
            <IconX size={12} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
