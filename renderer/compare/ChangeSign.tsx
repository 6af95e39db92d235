/** The sign of a kind of difference, in its color and in its shape, as on the plan. */
import type { ChangeKind } from '../../shared/diff/planDiff.ts';
import { useResolvedTheme } from '../app/useResolvedTheme.ts';
import { changeColors, changeSigns } from '../canvas/paintChanges.ts';
import styles from './ChangeSign.module.css';

export function ChangeSign({ kind }: { readonly kind: ChangeKind }) {
  const colors = changeColors(useResolvedTheme());
  return (
    <span aria-hidden className={styles.sign} style={{ background: colors[kind] }}>
      {changeSigns[kind]}
    </span>
  );
}
