/** The saved views of the hall on screen: shown by a click, updated, renamed, deleted. */
import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { SavedView } from '../../shared/plan/drawingAids.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { deleteView, renameView, saveThisView, showView, updateView, viewsOf } from '../tools/savedViews.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './SavedViews.module.css';

export function SavedViews() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const hall = useSession((state) => state.hall);
  const views = viewsOf(plan, hall);
  return (
    <>
      <ul className={styles.list}>
        {views.map((view) => (
          <ViewLine key={view.id} view={view} />
        ))}
      </ul>
      <p className={styles.note}>
        <Button size="compact-xs" variant="default" disabled={hall === null} onClick={() => saveThisView(planner, randomBytes)}>
          Save this view
        </Button>
      </p>
    </>
  );
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const planner = usePlanner();
  const [isNaming, setNaming] = useState(false);
  const change = (label: string, Icon: typeof IconPencil, run: () => void) => (
    <button type="button" className={styles.tool} aria-label={`${label} ${view.name}`} title={label} onClick={run}>
      <Icon size={15} stroke={1.6} aria-hidden />
    </button>
  );
  return (
    <li>
      <div className={styles.row}>
        <button type="button" className={styles.line} title={`Show ${view.name}`} onClick={() => showView(planner, view)}>
          {view.name}
        </button>
        {change('Update to what is shown:', IconRefresh, () => updateView(planner, view))}
        {change('Rename', IconPencil, () => setNaming(!isNaming))}
        {change('Delete', IconTrash, () => deleteView(planner, view))}
      </div>
      {isNaming ? (
        <TextField
          label="Name"
          value={view.name}
          onCommit={(name) => {
            const refusal = renameView(planner, view, name);
            if (refusal === null) setNaming(false);
            return refusal;
          }}
        />
      ) : null}
    </li>
  );
}
