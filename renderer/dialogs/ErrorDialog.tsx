/** One clear message: what could not be done, where, what is wrong, what would be right. */
import { Button, Modal } from '@mantine/core';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function ErrorDialog() {
  const shown = useDialogs((state) => state.error);
  const close = () => dialogs.setState({ error: null });
  if (shown === null) return null;
  const { title, error } = shown;
  const place = [error.line === undefined ? null : `line ${error.line}`, error.path ?? null].filter((part) => part !== null).join(', ');
  return (
    <Modal opened onClose={close} title={title} size={480}>
      <p className={styles.message}>{asSentence(error.message)}</p>
      {place === '' ? null : <p className={styles.place}>At {place}.</p>}
      <p className={styles.remedy}>{asSentence(error.remedy)}</p>
      <div className={styles.buttons}>
        <Button data-autofocus onClick={close}>
          Close
        </Button>
      </div>
    </Modal>
  );
}

function asSentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
