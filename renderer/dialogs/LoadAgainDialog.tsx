/** Loading the open file again would lose what was changed here. */
import { Button, Modal } from '@mantine/core';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function LoadAgainDialog() {
  const question = useDialogs((state) => state.loadAgain);
  const answer = (choice: 'load' | 'stay') => {
    dialogs.setState({ loadAgain: null });
    question?.answer(choice);
  };
  return (
    <Modal opened={question !== null} onClose={() => answer('stay')} title="Load it from the disk and lose the changes?" size={440}>
      <p className={styles.message}>“{question?.name}” has changes here that are not in a file. Loading it from the disk loses them.</p>
      <div className={styles.buttons}>
        <Button variant="default" className={styles.apart} onClick={() => answer('load')}>
          Load and lose them
        </Button>
        <Button data-autofocus onClick={() => answer('stay')}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}
