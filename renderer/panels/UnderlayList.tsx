/** Drawings under the hall on screen: select, show or hide; and the way to add one. */
import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { setUnderlays } from '../../shared/commands/underlays.ts';
import { fromBottomUp } from '../../shared/drawings/underlayOrder.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { useSelection } from '../state/useSelection.ts';
import { runCommand } from '../tools/editActions.ts';
import { chooseDrawing } from '../underlay/addDrawing.ts';
import { Section } from '../ui/Section.tsx';
import styles from './LeftPanel.module.css';

export function UnderlayList() {
  const planner = usePlanner();
  const underlays = usePlan(({ plan }) => plan.underlays);
  const hall = useSession((state) => state.hall);
  const selection = useSelection();
  // As they lie: the one on top first.
  const shown = useMemo(
    () => fromBottomUp([...underlays.values()].filter((underlay) => underlay.hall === hall)).reverse(),
    [underlays, hall],
  );
  return (
    <Section title="Drawings" startsOpen={underlays.size > 0} key={underlays.size > 0 ? 'some' : 'none'}>
      <ul className={styles.list}>
        {shown.map(({ id, name, visible }) => {
          const EyeIcon = visible ? IconEye : IconEyeOff;
          const isSelected = selection.some((thing) => thing.kind === 'underlay' && thing.id === id);
          return (
            <li key={id} className={styles.layer} data-selected={isSelected || undefined}>
              <button type="button" className={styles.line} onClick={() => planner.session.select([{ kind: 'underlay', id }])}>
                <span className={styles.name}>{name}</span>
              </button>
              <button
                type="button"
                role="switch"
                aria-checked={visible}
                aria-label={`Show ${name}`}
                className={styles.lock}
                onClick={() => runCommand(planner, setUnderlays, { ids: [id], set: { visible: !visible } })}
              >
                <EyeIcon size={15} stroke={1.6} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.note}>
        {shown.length === 0 ? 'An image, a PDF page or a DXF to trace. ' : null}
        <Button size="compact-xs" variant="default" onClick={() => chooseDrawing(planner)}>
          Add drawing…
        </Button>
      </p>
    </Section>
  );
}
