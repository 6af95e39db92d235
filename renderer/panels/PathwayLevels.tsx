/** Levels of pathways under their layer, each shown and hidden by itself; none where all run at one. */
import { useMemo } from 'react';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { numberText, sizeText } from '../../shared/quantities.ts';
import { levelsOf } from '../state/pathwayLevels.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import styles from './LeftPanel.module.css';

export function PathwayLevels() {
  const { session } = usePlanner();
  const segments = usePlan(({ plan }) => plan.segments);
  const junctions = usePlan(({ plan }) => plan.junctions);
  const hall = useSession((state) => state.hall);
  const hidden = useSession((state) => state.hiddenLevels);
  const isLayerShown = useSession(({ layers }) => layers.pathways);
  const units = useSession((state) => state.units);
  const levels = useMemo(() => levelsOf({ segments, junctions }, hall), [segments, junctions, hall]);
  if (levels.length < 2 && hidden.size === 0) return null;
  const toggle = (elevationMm: number): void => {
    const others = [...hidden].filter((one) => one !== elevationMm);
    session.setState({ hiddenLevels: new Set(hidden.has(elevationMm) ? others : [...others, elevationMm]), hover: null });
  };
  return (
    <>
      {levels.map(({ elevationMm, count }) => {
        const isShown = !hidden.has(elevationMm);
        const EyeIcon = isShown ? IconEye : IconEyeOff;
        const height = sizeText(elevationMm, units);
        return (
          <li key={elevationMm} className={styles.layer}>
            <button
              type="button"
              role="switch"
              aria-checked={isShown}
              aria-label={`Pathways at ${height}`}
              title={`${countText(count, 'pathway')} at ${height}`}
              className={styles.line}
              data-level
              data-hidden={!isShown || !isLayerShown}
              onClick={() => toggle(elevationMm)}
            >
              <span className={styles.name}>at {height}</span>
              <span className={styles.count}>{numberText(count)}</span>
              <EyeIcon size={16} stroke={1.6} aria-hidden className={styles.eye} />
            </button>
            <span className={styles.lock} />
          </li>
        );
      })}
    </>
  );
}
