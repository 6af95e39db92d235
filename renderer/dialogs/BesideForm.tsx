/** The form in a dialog beside the drawing: its fields, what comes of them or what is in the way, and the button that does it. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { closeDialog } from './dialogStore.ts';
import styles from './dialogs.module.css';

interface BesideFormProps {
  /** What the button says. */
  readonly action: string;
  /** Why it cannot be done; null: it can. */
  readonly refused: string | null;
  /** What it would do. */
  readonly said: string;
  /** True while there is nothing to do. */
  readonly isIdle?: boolean;
  /** Above the fields. */
  readonly before?: ReactNode;
  /** Under what is said. */
  readonly after?: ReactNode;
  /** Does it; true: it is done, and the dialog closes. */
  readonly onSubmit: () => boolean;
  /** The fields. */
  readonly children: ReactNode;
}

export function BesideForm({ action, refused, said, isIdle = false, before, after, onSubmit, children }: BesideFormProps) {
  const isReady = refused === null && !isIdle;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && onSubmit()) closeDialog();
      }}
    >
      {before}
      <div className={styles.parameters}>
        {children}
        <p className={`${refused === null ? styles.remedy : styles.problem} ${styles.wide}`} role="status">
          {refused ?? said}
        </p>
      </div>
      {after}
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
