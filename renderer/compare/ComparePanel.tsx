/** The plan against a variant of it or another file: figures side by side, what differs, and taking over what is picked. */
import { useEffect } from 'react';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { panes } from '../app/panes.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useComparing, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ChangeList } from './ChangeList.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { compareWithFile } from './compareActions.ts';
import { MergeBar } from './MergeBar.tsx';
import { sideName } from './sideText.ts';
import { SideChoice } from './SideChoice.tsx';
import styles from './ComparePanel.module.css';

/** Two lists and what is picked of them need this much. */
const LEAST_DRAWER_PX = 320;

export function ComparePanel({ words }: { readonly words: string }) {
  const against = useComparing((state) => state.against);
  const from = useComparing((state) => state.from);
  const compared = useComparing((state) => state.compared);
  const plan = usePlan((state) => state.plan);
  useEffect(() => {
    if (against !== null) panes.setState(({ drawerPx }) => ({ drawerPx: Math.max(drawerPx, LEAST_DRAWER_PX) }));
  }, [against]);
  if (against === null) return <NothingCompared />;
  return (
    <div className={styles.panel}>
      <Bar />
      {compared === null ? null : (
        <div className={styles.body}>
          <CompareFigures figures={compared.figures} oldName={sideName(plan, from)} newName={sideName(plan, against)} />
          <div className={styles.changes}>
            <ChangeList changes={compared.changes} words={words} />
            <MergeBar changes={compared.changes} />
          </div>
        </div>
      )}
    </div>
  );
}

function NothingCompared() {
  const planner = usePlanner();
  const variants = usePlan((state) => state.plan.variants);
  const choices = [...variants.values()];
  return (
    <EmptyState
      title="Nothing to compare with yet"
      actions={
        <>
          {choices.map(({ id, name }) => (
            <Button key={id} size="compact-sm" onClick={() => planner.comparing.start({ kind: 'variant', id })}>
              Compare with {name}
            </Button>
          ))}
          {choices.length > 0 ? null : (
            <Button size="compact-sm" onClick={() => dialogs.setState({ open: 'variants' })}>
              Fork as a new variant…
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => void compareWithFile(planner)}>
            Compare with a file…
          </Button>
        </>
      }
    >
      {choices.length > 0
        ? 'Two designs stand here side by side: links, cables, lengths, money, hours, findings, and each thing that differs.'
        : 'Fork the plan: it goes on as a copy under a name of its own, in the same file. Change the copy, then see here side by side what it costs or saves in cables, length, money and hours, and take over what is better.'}
    </EmptyState>
  );
}

function Bar() {
  const planner = usePlanner();
  const { comparing } = planner;
  const from = useComparing((state) => state.from);
  const against = useComparing((state) => state.against);
  const progress = useComparing((state) => state.progress);
  const error = useComparing((state) => state.error);
  if (against === null) return null;
  return (
    <div className={styles.bar}>
      <SideChoice label="First side" side={from} other={against} onChoose={(side) => comparing.start(against, side)} />
      <ActionIcon size="sm" variant="default" aria-label="Swap the sides" title="Swap the sides" onClick={() => comparing.swap()}>
        <IconArrowsLeftRight size={14} aria-hidden />
      </ActionIcon>
      <SideChoice label="Compare with" side={against} other={from} onChoose={(side) => comparing.start(side, from)} />
      <Button size="compact-xs" variant="default" onClick={() => void compareWithFile(planner, 'against')}>
        A file…
      </Button>
      <span className={styles.said} role="status">
        {progress !== null
          ? `${progress.doing}, ${Math.round(progress.share * 100)} %`
          : error === null
            ? ''
            : `${error.message}; ${error.remedy}`}
      </span>
      {progress === null ? null : <progress className={styles.progress} value={progress.share} aria-label="Comparing" />}
      {progress === null ? null : (
        <Button size="compact-xs" variant="default" onClick={() => comparing.cancel()}>
          Cancel
        </Button>
      )}
      {error === null ? null : (
        <Button size="compact-xs" variant="default" onClick={() => comparing.start(against, from)}>
          Compare again
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => comparing.stop()}>
        Done
      </Button>
    </div>
  );
}
