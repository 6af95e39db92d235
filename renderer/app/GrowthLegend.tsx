/** What the colors of a grown fabric mean, and a way to be done with them. */
import { Button } from '@mantine/core';
import { growthColors } from '../canvas/paintGrowth.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { DrawingLegend, LegendLine } from '../ui/DrawingLegend.tsx';
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
    <DrawingLegend
      label="What growing changed"
      aside={
        <Button variant="default" size="compact-xs" onClick={() => session.setState({ growth: null })}>
          Done
        </Button>
      }
    >
      <LegendLine sign={<span aria-hidden className={styles.key} style={{ background: colors.added }} />}>
        {countText(added.cables, 'new cable')}, {countText(cabinets.length, 'new cabinet')}
      </LegendLine>
      <LegendLine sign={<span aria-hidden className={styles.key} data-heavy style={{ background: colors.moved }} />}>
        {countText(moved.cables, 'moved cable')}
      </LegendLine>
      {removed.links === 0 ? null : (
        <LegendLine sign={<span aria-hidden className={styles.key} data-dashed style={{ color: colors.removed }} />}>
          {countText(removed.links, 'link')} removed
        </LegendLine>
      )}
    </DrawingLegend>
  );
}
