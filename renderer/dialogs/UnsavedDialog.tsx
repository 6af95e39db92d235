/** Unsaved changes stand in the way: save them, drop them, or stay. */
import { Button, Modal } from '@mantine/core';
import type { UnsavedChoice } from '../state/fileActions.ts';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function UnsavedDialog() {
  const question = useDialogs((state) => state.unsaved);
  const answer = (choice: UnsavedChoice) => {
    dialogs.setState({ unsaved: null });
    question?.answer(choice);
  };
  return (
    <Modal opened={question !== null} onClose={() => answer('stay')} title="Save the changes?" size={440}>
      <p className={styles.message}>“{question?.name}” has changes that are not in a file yet.</p>
      <div className={styles.buttons}>
        <Button variant="default" className={styles.apart} onClick={() => answer('discard')}>
          Discard changes
        </Button>
        <Button variant="default" onClick={() => answer('stay')}>
          Cancel
        </Button>
        <Button data-autofocus onClick={() => answer('save')}>
          Save
        </Button>
      </div>
    </Modal>
  );
}
