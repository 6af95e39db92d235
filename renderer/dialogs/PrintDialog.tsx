/** Which sheets to print, on which paper; the rest is the system's own dialog. */
import { useState } from 'react';
import { Button, Checkbox, Modal, Select } from '@mantine/core';
import type { PaperName } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { useSheetChoice } from '../state/sheetChoice.ts';
import { PlanSheetChoices } from '../ui/PlanSheetChoices.tsx';
import { sheetKindTitle } from '../ui/sheetKinds.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';

const sheetKinds = ['plan', 'elevations', 'pull', 'labels', 'looms'] as const;

export function PrintDialog() {
  return (
    <Modal opened={useDialogOpen('print')} onClose={closeDialog} title="Print" size={440}>
      <PrintForm />
    </Modal>
  );
}

function PrintForm() {
  const { files } = usePlanner();
  const [paper, setPaper] = useState<PaperName>('A3');
  const [only, setOnly] = useState<readonly string[]>(['plan']);
  const { drawings, notes } = useSheetChoice((choice) => choice);
  const chosen = sheetKinds.filter((kind) => only.includes(kind));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length === 0) return;
        closeDialog();
        void files.print({ paper, only: chosen, drawings, notes });
      }}
    >
      <Checkbox.Group label="Sheets" value={[...only]} onChange={setOnly} error={chosen.length === 0 ? 'Choose at least one' : undefined}>
        <div className={styles.checks}>
          {sheetKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={sheetKindTitle(kind)} data-autofocus={kind === 'plan' || undefined} />
          ))}
        </div>
      </Checkbox.Group>
      {chosen.includes('plan') ? <PlanSheetChoices className={styles.sheets} /> : null}
      <div className={styles.twoFields}>
        <Select
          label="Paper"
          data={[...PAPER_NAMES]}
          value={paper}
          onChange={(value) => setPaper(PAPER_NAMES.find((one) => one === value) ?? 'A3')}
        />
      </div>
      <p className={styles.hint}>
        Choose this paper and actual size in the next dialog too. The bar on each plan is 100 mm long where the scale is true.
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={chosen.length === 0}>
          Print…
        </Button>
      </div>
    </form>
  );
}
