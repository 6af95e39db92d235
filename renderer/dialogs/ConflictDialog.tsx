/** Saving would go over what somebody else has done to the file: overwrite it, keep both, take theirs, or wait. */
import { Button, Modal } from '@mantine/core';
import type { Conflict, ConflictChoice } from '../state/saving.ts';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

interface Words {
  readonly title: string;
  readonly what: string;
  readonly overwrite: string;
}

function wordsFor({ name, is }: Conflict): Words {
  switch (is) {
    case 'changed':
      return {
        title: 'The file was changed by another program',
        what: `“${name}” on the disk is not the file that was opened here. Overwriting it loses what was changed there; loading it loses what was changed here.`,
        overwrite: 'Overwrite it',
      };
    case 'gone':
      return {
        title: 'The file is not there any more',
        what: `“${name}” was deleted, renamed or moved since it was opened here.`,
        overwrite: 'Save it there again',
      };
  }
}

export function ConflictDialog() {
  const conflict = useDialogs((state) => state.conflict);
  const answer = (choice: ConflictChoice) => {
    dialogs.setState({ conflict: null });
    conflict?.answer(choice);
  };
  const words = conflict === null ? null : wordsFor(conflict);
  return (
    <Modal opened={conflict !== null} onClose={() => answer('stay')} title={words?.title} size={560}>
      <p className={styles.message}>{words?.what}</p>
      <div className={styles.buttons}>
        <Button variant="default" className={styles.apart} onClick={() => answer('stay')}>
          Cancel
        </Button>
        {conflict?.is === 'changed' ? (
          <Button variant="default" onClick={() => answer('load')}>
            Load it from the disk
          </Button>
        ) : null}
        <Button variant="default" onClick={() => answer('overwrite')}>
          {words?.overwrite}
        </Button>
        <Button data-autofocus onClick={() => answer('saveAs')}>
          Save as…
        </Button>
      </div>
    </Modal>
  );
}
