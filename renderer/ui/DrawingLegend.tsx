/** What marks on the drawing mean: a box in its lower right corner, a line for each mark. */
import type { ReactNode } from 'react';
import styles from './DrawingLegend.module.css';

interface DrawingLegendProps {
  readonly label: string;
  /** What the marks are about, where there are several such things. */
  readonly title?: ReactNode;
  /** Beside the lines: a way to be done with the marks. */
  readonly aside?: ReactNode;
  /** Its lines. */
  readonly children: ReactNode;
}

export function DrawingLegend({ label, title, aside, children }: DrawingLegendProps) {
  return (
    <div className={styles.legend} role="region" aria-label={label}>
      <div>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        <ul className={styles.list}>{children}</ul>
      </div>
      {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
    </div>
  );
}

export function LegendLine({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.line}>
      {sign}
      <span>{children}</span>
    </li>
  );
}
