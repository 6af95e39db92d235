/** The saved views of the hall on screen: shown by a click, updated, renamed, deleted. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button, TextInput } from '@mantine/core';
import { IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import type { SavedView } from '../../shared/plan/drawingAids.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { deleteView, renameView, saveThisView, showView, updateView, viewNaming, viewsOf } from '../tools/savedViews.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import { randomBytes } from '../ui/randomBytes.ts';
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
  const isNaming = useStore(viewNaming, (state) => state.view === view.id);
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
        {change('Rename', IconPencil, () => viewNaming.setState({ view: isNaming ? null : view.id }))}
        {change('Delete', IconTrash, () => deleteView(planner, view))}
      </div>
      {isNaming ? <NameField view={view} /> : null}
    </li>
  );
}

/** Has the focus, so that what is typed next is the name: Enter keeps it, Escape leaves the one before. */
function NameField({ view }: { readonly view: SavedView }) {
  const planner = usePlanner();
  const [text, setText] = useState(view.name);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  // Set once it is over, so that the field's own loss of focus does not end it again.
  const ended = useRef(false);
  const end = (how: 'keep' | 'leave', goesOn: boolean): void => {
    if (ended.current) return;
    const name = text.trim();
    const refusal = how === 'leave' || name === '' || name === view.name ? null : renameView(planner, view, name);
    setProblem(refusal);
    if (refusal !== null) return;
    ended.current = true;
    viewNaming.setState({ view: null });
    if (goesOn) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${DRAWING_ATTRIBUTE}]`)?.focus({ preventScroll: true }));
  };
  return (
    <TextInput
      ref={field}
      className={styles.note ?? ''}
      aria-label="Name"
      size="xs"
      value={text}
      error={problem}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => end('keep', false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end('keep', true);
        if (event.key === 'Escape') end('leave', true);
      }}
    />
  );
}
