/** Rows of name and figure, as the inspector and the dialogs show them. */
import type { ReactNode } from 'react';
import styles from './Figures.module.css';

export function Figures({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <dl className={styles.list} aria-label={label}>
      {children}
    </dl>
  );
}

interface FigureProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** `total`: a sum under a line. `soft`: less weight. */
  readonly weight?: 'plain' | 'total' | 'soft';
  readonly tone?: 'plain' | 'error' | 'warning' | 'good';
  /** A small mark before the name, such as a tier's key. */
  readonly mark?: ReactNode;
  readonly title?: string;
  /** How much of its limit it takes, 0 … 1 and above; drawn as a thin bar under the row. */
  readonly share?: number;
}

function isNumeric(value: ReactNode): boolean {
  return typeof value === 'string' && /^[+\u2212]?\d/.test(value);
}

export function Figure({ name, value, weight = 'plain', tone = 'plain', mark, title, share }: FigureProps) {
  return (
    <div className={styles.row} data-weight={weight} data-tone={tone} title={title}>
      <dt className={styles.name}>
        {mark}
        <span className={styles.nameText}>{name}</span>
      </dt>
      <dd className={styles.value} data-figures={isNumeric(value)}>
        {value}
      </dd>
      {share === undefined ? null : (
        <dd className={styles.meter} aria-hidden>
          <span className={styles.meterFill} style={{ width: `${Math.min(100, share * 100)}%` }} />
        </dd>
      )}
    </div>
  );
}
