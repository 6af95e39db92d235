/** The plan against a variant of it or another file: figures side by side, what differs, and taking over what is picked. */
import { useEffect } from 'react';
import { Button, Select } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { ownVariant } from '../../shared/plan/variants.ts';
import { panes } from '../app/panes.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useComparing, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { againstName } from './againstText.ts';
import { ChangeList } from './ChangeList.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { compareWithFile } from './compareActions.ts';
import { MergeBar } from './MergeBar.tsx';
import styles from './ComparePanel.module.css';

/** Two lists and what is picked of them need this much. */
const LEAST_DRAWER_PX = 320;

export function ComparePanel({ words }: { readonly words: string }) {
  const against = useComparing((state) => state.against);
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
          <CompareFigures figures={compared.figures} oldName={ownVariant(plan).name} newName={againstName(plan, against)} />
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
        ? 'Two designs stand here side by side: links, cables, metres, money, hours, findings, and each thing that differs.'
        : 'Fork the plan: it goes on as a copy under a name of its own, in the same file. Change the copy, then see here side by side what it costs or saves in cables, metres, money and hours, and take over what is better.'}
    </EmptyState>
  );
}

const FILE = 'file';

function Bar() {
  const planner = usePlanner();
  const { comparing } = planner;
  const plan = usePlan((state) => state.plan);
  const against = useComparing((state) => state.against);
  const progress = useComparing((state) => state.progress);
  const error = useComparing((state) => state.error);
  if (against === null) return null;
  const options = [
    ...[...plan.variants.values()].map(({ id, name }) => ({ value: `variant ${id}`, label: name })),
    ...(against.kind === 'file' ? [{ value: FILE, label: against.name }] : []),
  ];
  return (
    <div className={styles.bar}>
      <IconGitCompare size={16} aria-hidden />
      <span>
        <strong>{ownVariant(plan).name}</strong> against
      </span>
      <div className={styles.other}>
        <Select
          size="xs"
          aria-label="Compare with"
          value={against.kind === 'file' ? FILE : `variant ${against.id}`}
          data={options}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null && value !== FILE) comparing.start({ kind: 'variant', id: value.slice('variant '.length) });
          }}
        />
      </div>
      <Button size="compact-xs" variant="default" onClick={() => void compareWithFile(planner)}>
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
        <Button size="compact-xs" variant="default" onClick={() => comparing.start(against)}>
          Compare again
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => comparing.stop()}>
        Done
      </Button>
    </div>
  );
}
