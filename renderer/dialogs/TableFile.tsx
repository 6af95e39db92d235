/** The file of a table: chosen, or shown by its name where it is a schedule, which is read whole and not edited here. */
import { useState } from 'react';
import { Button, FileButton } from '@mantine/core';
import dialogStyles from './dialogs.module.css';
import styles from './TableDialog.module.css';

const TABLE_FILES = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function OpenTableFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const [opened, setOpened] = useState(0);
  return (
    // Made anew after each file: the same one, mended meanwhile, would be no change to the field.
    <FileButton
      key={opened}
      accept={TABLE_FILES}
      onChange={(file) => {
        if (file === null) return;
        setOpened(opened + 1);
        onFile(file);
      }}
    >
      {(props) => (
        <Button variant="default" size="compact-sm" className={styles.open ?? ''} {...props}>
          Open a file…
        </Button>
      )}
    </FileButton>
  );
}

interface ScheduleCardProps {
  readonly name: string;
  readonly onFile: (file: File) => void;
  /** Back to lines that are written here. */
  readonly onLeave: () => void;
}

export function ScheduleCard({ name, onFile, onLeave }: ScheduleCardProps) {
  return (
    <div className={styles.card} role="group" aria-label="Cable schedule">
      <div className={styles.cardName}>{name}</div>
      <p className={dialogStyles.remedy}>
        A cable schedule as it is exported: each line is a cable, by device and port of either end. Fabrics, tiers, families, optics and
        what was set by hand come from it; a line without a fabric is a link drawn by hand.
      </p>
      <div className={styles.cardButtons}>
        <OpenTableFile onFile={onFile} />
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          Write lines instead
        </Button>
      </div>
    </div>
  );
}

/** What of a schedule was not read, and what comes out otherwise than it says. */
export function TableNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="What to know of this table">
      {notes.map((note) => (
        <li key={note}>{note}.</li>
      ))}
    </ul>
  );
}
