/** Name of what the inspector shows, and one line under it. */
import type { ReactNode } from 'react';
import styles from './Inspector.module.css';

export function PanelHeading({
  title,
  subtitle,
  actions,
}: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header>
      <div className={styles.heading}>
        <h2 className={styles.title}>{title}</h2>
        {actions}
      </div>
      {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
    </header>
  );
}
