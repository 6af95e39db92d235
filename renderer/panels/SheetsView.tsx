/** The sheets as they will be printed, drawn by the same writer. */
import { useEffect, useState } from 'react';
import { Button, Select } from '@mantine/core';
import type { ExportedFile } from '../worker/engineClient.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { PaperName } from '../../shared/sheets/drawing.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useDerived, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './SheetsView.module.css';

const papers: readonly PaperName[] = ['A4', 'A3', 'A2', 'A1', 'A0', 'Letter', 'Tabloid'];

export function SheetsView() {
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  const [paper, setPaper] = useState<PaperName>('A3');
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h1 className={styles.title}>Floor plan</h1>
        <span className={styles.space} />
        <Select
          aria-label="Paper"
          w={110}
          data={[...papers]}
          value={paper}
          onChange={(value) => setPaper(papers.find((one) => one === value) ?? 'A3')}
        />
        <Button disabled={isEmpty} onClick={() => dialogs.setState({ open: 'export' })}>
          Export…
        </Button>
      </div>
      <div className={styles.desk}>
        {isEmpty ? (
          <EmptyState title="Nothing to print yet">Sheets are drawn from the plan: floor plan, elevations, pull sheets, labels.</EmptyState>
        ) : (
          <Preview paper={paper} />
        )}
      </div>
    </div>
  );
}

/** The written sheet as an image's address; null while it is being written. */
function usePlanSheet(paper: PaperName): Result<string, UserError> | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [sheet, setSheet] = useState<Result<string, UserError> | null>(null);
  useEffect(() => {
    if (revision === null) return undefined;
    const stop = new AbortController();
    let url: string | null = null;
    void engine
      .export({ kind: 'plan-svg', paper }, () => undefined, stop.signal)
      .then((written: Result<ExportedFile, UserError>) => {
        if (stop.signal.aborted) return;
        if (!written.ok) {
          setSheet(written);
          return;
        }
        url = URL.createObjectURL(new Blob([new Uint8Array(written.value.bytes)], { type: 'image/svg+xml' }));
        setSheet({ ok: true, value: url });
      });
    return () => {
      stop.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [engine, paper, revision]);
  return sheet;
}

function Preview({ paper }: { readonly paper: PaperName }) {
  const sheet = usePlanSheet(paper);
  if (sheet === null) return <EmptyState title="Drawing the sheet…" />;
  if (!sheet.ok) return <EmptyState title="The sheet could not be drawn">{`${sheet.error.message}; ${sheet.error.remedy}`}</EmptyState>;
  return <img className={styles.sheet} src={sheet.value} alt={`Floor plan on ${paper}`} />;
}
