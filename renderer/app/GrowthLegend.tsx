/** What the colors of a grown fabric mean, and a way to be done with them. */
import { Button } from '@mantine/core';
import { growthColors } from '../canvas/paintGrowth.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import styles from './GrowthLegend.module.css';
import { useResolvedTheme } from './useResolvedTheme.ts';

export function GrowthLegend() {
  const { session } = usePlanner();
  const growth = useSession((state) => state.growth);
  const colors = growthColors(useResolvedTheme());
  if (growth === null) return null;
  const { added, moved, cabinets, removed } = growth;
  return (
    <div className={styles.legend} role="region" aria-label="What growing changed">
      <ul className={styles.list}>
        <li className={styles.line}>
          <span aria-hidden className={styles.key} style={{ background: colors.added }} />
          {countText(added.cables, 'new cable')}, {countText(cabinets.length, 'new cabinet')}
        </li>
        <li className={styles.line}>
          <span aria-hidden className={styles.key} data-heavy style={{ background: colors.moved }} />
          {countText(moved.cables, 'moved cable')}
        </li>
        {removed.links === 0 ? null : (
          <li className={styles.line}>
            <span aria-hidden className={styles.key} data-dashed style={{ color: colors.removed }} />
            {countText(removed.links, 'link')} removed
          </li>
        )}
      </ul>
      <Button variant="default" size="compact-xs" onClick={() => session.setState({ growth: null })}>
        Done
      </Button>
    </div>
  );
}
