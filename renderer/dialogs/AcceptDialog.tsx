/** Why a finding may stand, and who says so; the day is today's. */
import { randomBytes } from '../ui/randomBytes.ts';
import { useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { acceptFinding } from '../../shared/commands/exclusions.ts';
import type { FindingRow } from '../../shared/engine/protocol.ts';
import { newId } from '../../shared/plan/ids.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { inUnits } from '../ui/engineText.ts';
import { isoDate } from '../ui/isoDate.ts';
import { dialogs, useDialogs } from './dialogStore.ts';
import styles from './dialogs.module.css';

function close(): void {
  dialogs.setState({ accept: null });
}

export function AcceptDialog() {
  const finding = useDialogs((state) => state.accept);
  return (
    <Modal opened={finding !== null} onClose={close} title="Accept a finding" size={480}>
      {finding === null ? null : <AcceptForm finding={finding} />}
    </Modal>
  );
}

function AcceptForm({ finding }: { readonly finding: FindingRow }) {
  const { plan, session } = usePlanner();
  const units = useSession((state) => state.units);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(plan.getState().plan.settings.titleBlock.author);
  const [problem, setProblem] = useState<{ readonly field: 'reason' | 'by'; readonly text: string } | null>(null);

  const accept = () => {
    if (by.trim() === '') {
      setProblem({ field: 'by', text: 'Write who accepts it' });
      return;
    }
    const id = newId('exclusions', plan.getState().plan, randomBytes);
    const { code, ids } = finding;
    const done = plan.run(acceptFinding, { exclusion: { id, code, ids, reason: reason.trim(), by: by.trim(), on: isoDate(new Date()) } });
    if (!done.ok) {
      setProblem({ field: 'reason', text: `${done.error.message}; ${done.error.remedy}` });
      return;
    }
    close();
    session.setState({ notice: { text: `Accepted ${code}`, tone: 'info' } });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <p className={styles.message}>{inUnits(finding.message, units)}</p>
      <p className={styles.remedy}>It stays on record with its reason, and counts no more as long as it is about the same things.</p>
      <div className={styles.stack}>
        <TextInput
          label="Reason"
          description="Why it may stand"
          value={reason}
          error={problem?.field === 'reason' ? problem.text : null}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label="Accepted by"
          description="Name of the person who answers for it"
          value={by}
          error={problem?.field === 'by' ? problem.text : null}
          autoComplete="off"
          onChange={(event) => setBy(event.currentTarget.value)}
        />
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit">Accept</Button>
      </div>
    </form>
  );
}
