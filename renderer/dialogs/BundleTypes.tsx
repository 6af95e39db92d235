/** How many types of bundle, by capacity and length, the looms take: what a maker sets up for, and a store keeps apart. */
import { useEffect, useState } from 'react';
import type { BundleAnswer } from '../../shared/engine/bundleAnswer.ts';
import type { BundleType } from '../../shared/looms/bundleTypes.ts';
import { numberText, productText } from '../../shared/quantities.ts';
import { useDerived, usePlanner, useSession } from '../state/plannerContext.ts';
import { Figure, Figures } from '../ui/Figures.tsx';
import { countText } from '../ui/quantities.ts';
import styles from './dialogs.module.css';

/** More types than anybody reads. */
const MOST_SHOWN = 100;

export function BundleTypes() {
  const units = useSession((state) => state.units);
  const answer = useBundles();
  if (answer === null || answer.looms === 0) return null;
  const { looms, types, customTypes, stockTypes } = answer;
  return (
    <div className={`${styles.counts} ${styles.after}`} role="region" aria-label="Bundle types">
      <div className={styles.countsTitle}>
        {countText(looms, 'loom')} in {countText(types.length, 'type')} of bundle (capacity and length)
      </div>
      <Figures label="If all were bound alike">
        <Figure name="If all were made to length" value={countText(customTypes, 'type')} weight="soft" />
        <Figure name="If all were of stock jumpers" value={countText(stockTypes, 'type')} weight="soft" />
      </Figures>
      <Figures label="Types as they are now">
        {types.slice(0, MOST_SHOWN).map((type) => (
          <Figure
            key={`${type.fibers ?? ''} ${type.members[0]} ${type.lengthMm ?? ''}`}
            name={`${capacityText(type)}, ${type.lengthMm === null ? 'no length fits' : productText(type.lengthMm, units)}`}
            value={countText(type.count, 'loom')}
            title={type.families.join(', ')}
          />
        ))}
      </Figures>
      {types.length > MOST_SHOWN ? <p className={styles.remedy}>{countText(types.length - MOST_SHOWN, 'more type')}</p> : null}
    </div>
  );
}

/** `48 fibers in 4 cables`, `2–3 cables`. */
function capacityText({ fibers, members: [fewest, most] }: BundleType): string {
  const cables = fewest === most ? countText(most, 'cable') : `${numberText(fewest)}–${countText(most, 'cable')}`;
  return fibers === null ? cables : `${countText(fibers, 'fiber')} in ${cables}`;
}

/** Null until the engine has told. */
function useBundles(): BundleAnswer | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<BundleAnswer | null>(null);
  useEffect(() => {
    let wanted = true;
    engine.bundles().then(
      (bundles) => {
        if (wanted) setAnswer(bundles);
      },
      // The engine has said why there are no figures.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, revision]);
  return answer;
}
