/** How full something is, with the marks of its limits; the color follows the limit that is passed. */
import { numberText } from '../../shared/quantities.ts';
import styles from './FillBar.module.css';

interface FillBarProps {
  readonly label: string;
  readonly value: number;
  /** Right end of the bar. */
  readonly max: number;
  readonly limits: readonly { readonly at: number; readonly name: string; readonly tone: 'plan' | 'warning' | 'error' }[];
}

export function FillBar({ label, value, max, limits }: FillBarProps) {
  const passed = limits.filter((limit) => value > limit.at && limit.tone !== 'plan').at(-1);
  const share = (amount: number) => `${Math.min(100, (amount / max) * 100)}%`;
  return (
    <div className={styles.box}>
      <div
        role="meter"
        aria-label={label}
        aria-valuenow={Math.round(value)}
        aria-valuemin={0}
        aria-valuemax={max}
        className={styles.bar}
        data-tone={passed?.tone ?? 'plain'}
      >
        <span className={styles.fill} style={{ width: share(value) }} />
        {limits.map((limit) => (
          <span
            key={limit.name}
            className={styles.limit}
            data-tone={limit.tone}
            style={{ left: share(limit.at) }}
            title={`${limit.name} ${numberText(limit.at)}`}
          />
        ))}
      </div>
    </div>
  );
}
