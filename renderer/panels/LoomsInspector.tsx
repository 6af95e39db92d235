/** Several looms at once: put together, or bound by the rules again. */
import { Button } from '@mantine/core';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { bindByRules, bindTogether, cablesOfLooms } from '../tools/loomActions.ts';
import { countText } from '../ui/quantities.ts';
import { PanelHeading } from './PanelHeading.tsx';
import styles from './Inspector.module.css';

export function LoomsInspector({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const looms = usePlan((state) => state.plan.looms);
  const decided = ids.filter((id) => looms.has(id));
  return (
    <>
      <PanelHeading title={countText(ids.length, 'loom')} subtitle="Looms between the same two cabinets can be put together." />
      <div className={styles.actions}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void cablesOfLooms(planner, ids).then((cables) => bindTogether(planner, cables, null))}
        >
          Put together
        </Button>
        {decided.length === 0 ? null : (
          <Button variant="default" size="compact-sm" onClick={() => bindByRules(planner, decided)}>
            Bind by the rules
          </Button>
        )}
      </div>
    </>
  );
}
