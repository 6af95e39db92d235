/** What to export, in which form; paper and sheets where they matter. */
import { useState } from 'react';
import { Button, Checkbox, Modal, Radio, Select } from '@mantine/core';
import type { ExportKind, SheetWish } from '../../shared/engine/exports.ts';
import type { PaperName } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { useSheetChoice } from '../state/sheetChoice.ts';
import { PlanSheetChoices } from '../ui/PlanSheetChoices.tsx';
import { sheetKindTitle } from '../ui/sheetKinds.ts';
import { closeDialog, useDialogOpen } from './dialogStore.ts';
import styles from './dialogs.module.css';

type What = 'bom' | 'cables' | 'looms' | 'sheets' | 'drawings';
/** What is drawn on sheets, of chosen kinds. */
type OnPaper = Extract<What, 'sheets' | 'drawings'>;
type Form = 'xlsx' | 'csv' | 'pdf' | 'svg' | 'dxf';

const forms: Readonly<Record<What, readonly Form[]>> = {
  bom: ['xlsx', 'csv'],
  cables: ['xlsx', 'csv'],
  looms: ['xlsx', 'csv'],
  sheets: ['pdf'],
  drawings: ['svg', 'dxf'],
};
const whats: readonly { readonly what: What; readonly name: string; readonly text: string }[] = [
  { what: 'bom', name: 'Bill of materials', text: 'What to buy: parts, lengths, spares, prices where known.' },
  { what: 'cables', name: 'Cable schedule', text: 'One row per cable: ends, family, lengths, route, labels.' },
  { what: 'looms', name: 'Loom build sheet', text: 'What a cable maker needs: trunks, staggered legs, labels, connectors.' },
  { what: 'sheets', name: 'Sheets', text: 'Plan to scale, elevations, pull sheets and labels in one PDF.' },
  { what: 'drawings', name: 'Drawings', text: 'Sheets for other drawing programs; several as one ZIP.' },
];
const sheetKinds = ['plan', 'elevations', 'pull', 'labels', 'looms'] as const;
/** Looms are built elsewhere: their sheets go to the maker, not with the drawings of the hall. */
const usualKinds: readonly string[] = sheetKinds.filter((kind) => kind !== 'looms');

/** What is written as a table. */
function tableName(what: What): 'bom' | 'cables' | 'looms' {
  return what === 'cables' || what === 'looms' ? what : 'bom';
}

function exportKind(what: What, form: Form, wish: SheetWish): ExportKind {
  switch (form) {
    case 'xlsx':
      return { kind: `${tableName(what)}-xlsx` };
    case 'csv':
      return { kind: `${tableName(what)}-csv` };
    case 'pdf':
      return { kind: 'sheets-pdf', ...wish };
    case 'svg':
      return { kind: 'sheets-svg', ...wish };
    case 'dxf':
      return { kind: 'sheets-dxf', ...wish };
  }
}

export function ExportDialog() {
  return (
    <Modal opened={useDialogOpen('export')} onClose={closeDialog} title="Export" size={520}>
      <ExportForm />
    </Modal>
  );
}

function ExportForm() {
  const { files } = usePlanner();
  const [what, setWhat] = useState<What>('bom');
  const [form, setForm] = useState<Form>('xlsx');
  const [paper, setPaper] = useState<PaperName>('A3');
  const [only, setOnly] = useState<Readonly<Record<OnPaper, readonly string[]>>>({ sheets: usualKinds, drawings: ['plan'] });
  const { drawings, notes } = useSheetChoice((choice) => choice);
  const onPaper = what === 'sheets' || what === 'drawings' ? what : null;
  const chosen = onPaper === null ? [] : sheetKinds.filter((kind) => only[onPaper].includes(kind));
  const ready = onPaper === null || chosen.length > 0;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        closeDialog();
        void files.exportAs(exportKind(what, form, { paper, only: chosen, drawings, notes }));
      }}
    >
      <Radio.Group
        label="What"
        value={what}
        onChange={(value) => {
          const next = whats.find((one) => one.what === value)?.what ?? 'bom';
          setWhat(next);
          setForm(forms[next][0] ?? 'xlsx');
        }}
      >
        <div className={styles.choices}>
          {whats.map((one) => (
            <Radio
              key={one.what}
              value={one.what}
              size="xs"
              label={one.name}
              description={one.text}
              classNames={{ root: styles.choice ?? '' }}
              data-autofocus={one.what === 'bom' || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={styles.twoFields}>
        <Select
          label="Form"
          data={forms[what].map((one) => ({ value: one, label: one.toUpperCase() }))}
          value={form}
          onChange={(value) => setForm(forms[what].find((one) => one === value) ?? 'xlsx')}
        />
        {onPaper !== null ? (
          <Select
            label="Paper"
            data={[...PAPER_NAMES]}
            value={paper}
            onChange={(value) => setPaper(PAPER_NAMES.find((one) => one === value) ?? 'A3')}
          />
        ) : null}
      </div>
      {onPaper !== null ? (
        <Checkbox.Group
          label="Sheets"
          value={[...only[onPaper]]}
          onChange={(kinds) => setOnly({ ...only, [onPaper]: kinds })}
          error={ready ? undefined : 'Choose at least one'}
          className={styles.sheets}
        >
          <div className={styles.checks}>
            {sheetKinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={sheetKindTitle(kind)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {chosen.includes('plan') ? <PlanSheetChoices className={styles.sheets} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={!ready}>
          Export
        </Button>
      </div>
    </form>
  );
}
