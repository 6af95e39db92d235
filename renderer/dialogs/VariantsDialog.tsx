/** The variants of the plan: a new one from what is on screen, and each by name. */
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { ownVariant, variantNames } from '../../shared/plan/variants.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { deleteVariant, forkAs, renameTo, workOn } from '../tools/variantActions.ts';
import { TextField } from '../ui/TextField.tsx';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';
import own from './VariantsDialog.module.css';

export function VariantsDialog() {
  const opened = useDialogOpen('variants');
  return (
    <Modal opened={opened} onClose={closeDialog} title="Variants" size={560}>
      {opened ? <Variants /> : null}
    </Modal>
  );
}

function Variants() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const current = ownVariant(plan);
  return (
    <>
      <p className={styles.remedy}>
        A variant is the whole plan once more, in the same file: fork it, change the copy, and compare the two. The others wait as they are
        while you work on one.
      </p>
      <Fork />
      <ul className={own.list} aria-label="Variants of this plan">
        {variantNames(plan).map(({ id, name }) => (
          <li key={id} className={own.line} data-own={id === current.id}>
            <div className={own.name}>
              <TextField label="Name" value={name} onCommit={(given) => renameTo(planner, id, given)} />
            </div>
            {id === current.id ? (
              <span className={own.here}>You work on it</span>
            ) : (
              <>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Work on ${name}`}
                  onClick={() => {
                    workOn(planner, id);
                    closeDialog();
                  }}
                >
                  Work on
                </Button>
                <Button variant="default" size="compact-sm" aria-label={`Delete ${name}`} onClick={() => deleteVariant(planner, id, name)}>
                  Delete
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Close
        </Button>
      </div>
    </>
  );
}

function Fork() {
  const planner = usePlanner();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const fork = () => {
    const refusal = forkAs(planner, name);
    setProblem(refusal);
    if (refusal === null) closeDialog();
  };
  return (
    <form
      className={own.fork}
      onSubmit={(event) => {
        event.preventDefault();
        fork();
      }}
    >
      <TextInput
        className={own.name}
        label="Fork the plan as"
        placeholder="Wider aisles"
        value={name}
        error={problem}
        autoComplete="off"
        data-autofocus
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit">Fork</Button>
    </form>
  );
}
