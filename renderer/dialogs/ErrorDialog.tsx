/** One clear message: what could not be done, where, what is wrong, what would be right. */
import { Button, Modal } from '@mantine/core';
import type { UserError } from '../../shared/result.ts';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

export function ErrorDialog() {
  const shown = useDialogs((state) => state.error);
  const close = () => dialogs.setState({ error: null });
  return (
    <Modal opened={shown !== null} onClose={close} title={shown?.title} size={480}>
      {shown === null ? null : <Message error={shown.error} onClose={close} />}
    </Modal>
  );
}

function Message({ error, onClose }: { readonly error: UserError; readonly onClose: () => void }) {
  const place = [error.line === undefined ? null : `line ${error.line}`, error.path ?? null].filter((part) => part !== null).join(', ');
  return (
    <>
      <p className={styles.message}>{asSentence(error.message)}</p>
      {place === '' ? null : <p className={styles.place}>At {place}.</p>}
      <p className={styles.remedy}>{asSentence(error.remedy)}</p>
      <div className={styles.buttons}>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

function asSentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
