/** What a file that was just exported does not hold, as its writer tells it. */
import { Button, Modal } from '@mantine/core';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function NotesDialog() {
  const shown = useDialogs((state) => state.notes);
  const close = () => dialogs.setState({ notes: null });
  return (
    <Modal opened={shown !== null} onClose={close} title={shown?.title} size={560}>
      {shown === null ? null : (
        <>
          <p className={styles.message}>The file is written. What its form could not express:</p>
          <ul className={styles.notes} aria-label="Notes" tabIndex={0}>
            {shown.notes.map((note, place) => (
              // Two sheets may say the same; the list never changes while it is shown.
              <li key={place}>{note}</li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
