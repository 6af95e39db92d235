/** Asks how many of the longest cables are listed and lit. */
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { usePlanner } from '../state/plannerContext.ts';
import { listLongest, MOST_LONGEST } from '../tools/listCables.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { closeDialog } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function LongestDialog() {
  return (
    <BesideDialog name="longest" title="The longest cables" widthPx={320}>
      <LongestForm />
    </BesideDialog>
  );
}

function LongestForm() {
  const planner = usePlanner();
  const [text, setText] = useState('20');
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  const isCount = count >= 1 && count <= MOST_LONGEST;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isCount) return;
        void listLongest(planner, count);
        closeDialog();
      }}
    >
      <TextInput
        label="How many"
        value={text}
        error={isCount ? null : `Write a number from 1 to ${MOST_LONGEST}`}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={`${styles.remedy} ${styles.after}`}>By required length, over all halls; the others step back.</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={!isCount}>
          List
        </Button>
      </div>
    </form>
  );
}
