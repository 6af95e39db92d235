/** A range of low to high with its likely value marked, on a scale shared with its neighbours. */
import type { Range } from '../../shared/takeoff/types.ts';
import styles from './RangeBar.module.css';

export function RangeBar({ range, max, strong }: { readonly range: Range; readonly max: number; readonly strong: boolean }) {
  const share = (value: number) => `${max <= 0 ? 0 : Math.min(100, (value / max) * 100)}%`;
  const width = max <= 0 ? '0%' : `${Math.max(0.5, ((range.high - range.low) / max) * 100)}%`;
  return (
    <div className={styles.track} data-strong={strong} aria-hidden>
      <span className={styles.range} style={{ left: share(range.low), width }} />
      <span className={styles.likely} style={{ left: share(range.likely) }} />
    </div>
  );
}
