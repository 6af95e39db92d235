/** The plan's pods: a click takes one into the hand; how the cabinets of the next one are named; renamed and deleted here. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { removePods, renamePod } from '../../shared/commands/pods.ts';
import { hasCounter } from '../../shared/plan/names.ts';
import type { Pod } from '../../shared/plan/pods.ts';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { refusalOf, runCommand } from '../tools/editActions.ts';
import { takePod } from '../tools/podActions.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './SavedViews.module.css';

export function PodList() {
  const planner = usePlanner();
  const pods = usePlan(({ plan }) => plan.pods);
  const settings = useSession((state) => state.pod);
  const canSave = useSession((state) => state.selection.some(({ kind }) => kind === 'cabinet'));
  return (
    <>
      <ul className={styles.list}>
        {[...pods.values()]
          .sort((a, b) => compareNames(a.name, b.name))
          .map((pod) => (
            <PodLine key={pod.id} pod={pod} />
          ))}
      </ul>
      {pods.size === 0 ? (
        <p className={styles.note}>
          Select cabinets and save them as a pod, to place them again with all that is mounted and cabled in them.
        </p>
      ) : (
        <TextField
          label="Names"
          value={settings.namePattern ?? ''}
          placeholder="go on from the pod’s"
          onCommit={(text) => {
            if (text !== '' && !hasCounter(text)) return 'the names need a counter; write {row}{nn}';
            planner.session.setState({ pod: { ...settings, namePattern: text === '' ? null : text } });
            return null;
          }}
        />
      )}
      <p className={styles.note}>
        <Button size="compact-xs" variant="default" disabled={!canSave} onClick={() => findAction('arrange.save-pod')?.run(planner)}>
          Save the selection as a pod
        </Button>
      </p>
    </>
  );
}

function PodLine({ pod }: { readonly pod: Pod }) {
  const planner = usePlanner();
  const isTaken = useSession(({ tool, pod: held }) => tool === 'pod' && held.id === pod.id);
  const [isNaming, setNaming] = useState(false);
  return (
    <li>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.line}
          aria-pressed={isTaken}
          title={`Place ${pod.name}: click in the drawing, or press Enter there`}
          onClick={() => takePod(planner, pod.id)}
        >
          {pod.name}
        </button>
        <button type="button" className={styles.tool} aria-label={`Rename ${pod.name}`} title="Rename" onClick={() => setNaming(!isNaming)}>
          <IconPencil size={15} stroke={1.6} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label={`Delete ${pod.name}`}
          title="Delete"
          onClick={() => runCommand(planner, removePods, { ids: [pod.id] })}
        >
          <IconTrash size={15} stroke={1.6} aria-hidden />
        </button>
      </div>
      {isNaming ? (
        <TextField
          label="Name"
          value={pod.name}
          onCommit={(name) => {
            const refusal = refusalOf(planner, renamePod, { id: pod.id, name });
            if (refusal === null) setNaming(false);
            return refusal;
          }}
        />
      ) : null}
    </li>
  );
}
