/** A crash left work behind: take it back or drop it. */
import { Button, Modal } from '@mantine/core';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function RestoreDialog() {
  const found = useDialogs((state) => state.restore);
  const answer = (choice: 'restore' | 'discard') => {
    dialogs.setState({ restore: null });
    found?.answer(choice);
  };
  return (
    <Modal
      opened={found !== null}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Restore unsaved work?"
      size={440}
    >
      <p className={styles.message}>
        Raceway closed before “{found?.name}” was saved. The last change was kept{' '}
        {found === null ? '' : momentText(new Date(found.writtenAtMs))}.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" className={styles.apart} onClick={() => answer('discard')}>
          Discard it
        </Button>
        <Button data-autofocus onClick={() => answer('restore')}>
          Restore
        </Button>
      </div>
    </Modal>
  );
}

/** `on 2026-03-01 at 14:05`, the same in every locale. */
function momentText(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `on ${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} at ${two(at.getHours())}:${two(at.getMinutes())}`;
}
