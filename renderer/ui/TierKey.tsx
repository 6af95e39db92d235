/** The colored line that stands for a tier, in lists, tables and figures. */
import { tierPlace } from '../theme/tokens.ts';
import styles from './TierKey.module.css';

export function TierKey({ tier }: { readonly tier: string }) {
  return <span aria-hidden className={styles.key} style={{ background: `var(--rw-tier-${tierPlace(tier)})` }} />;
}

/** A tier by key and name. */
export function TierName({ tier }: { readonly tier: string }) {
  return (
    <span className={styles.named}>
      <TierKey tier={tier} />
      {tier}
    </span>
  );
}
