/** The sheets as they will be printed, one at a time, drawn by the writer that exports them. */
import { useEffect, useState } from 'react';
import { Button, Loader, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { SheetCount } from '../../shared/engine/exports.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { PaperName } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useDerived, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { numberText } from '../../shared/quantities.ts';
import { PlanSheetChoices } from '../ui/PlanSheetChoices.tsx';
import { useSheetChoice } from '../state/sheetChoice.ts';
import { sheetKindTitle } from '../ui/sheetKinds.ts';
import { useLasting } from '../ui/useLasting.ts';
import { sheetByKey } from './sheetByKey.ts';
import styles from './SheetsView.module.css';

const BUSY_AFTER_MS = 200;

interface Drawn {
  readonly paper: PaperName;
  readonly place: number;
  /** Address of the picture. */
  readonly url: string;
  readonly sheets: readonly SheetCount[];
}

export function SheetsView() {
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  const [paper, setPaper] = useState<PaperName>('A3');
  const [wanted, setWanted] = useState(0);
  const { drawn, isCurrent } = useSheet(paper, wanted, isEmpty);
  const sheets = drawn?.ok === true ? drawn.value.sheets : [];
  const total = sheets.reduce((sum, { count }) => sum + count, 0);
  const place = Math.min(wanted, Math.max(0, total - 1));
  useTurningKeys(place, total, setWanted);

  return (
    <div className={styles.view}>
      <nav className={styles.list} aria-label="Sheets">
        {kindsWithPlaces(sheets).map(({ kind, count, first }) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-current={place >= first && place < first + count ? 'page' : undefined}
            onClick={() => setWanted(first)}
          >
            <span>{sheetKindTitle(kind)}</span>
            <span className={styles.count}>{numberText(count)}</span>
          </button>
        ))}
      </nav>
      <div className={styles.stage}>
        <div className={styles.bar}>
          <Button variant="default" aria-label="Sheet before" disabled={place === 0} onClick={() => setWanted(place - 1)} px={6}>
            <IconChevronLeft size={16} aria-hidden />
          </Button>
          <span className={styles.place} role="status">
            {total > 0 ? `Sheet ${numberText(place + 1)} of ${numberText(total)}` : drawn === null && !isEmpty ? 'Drawing…' : 'No sheets'}
          </span>
          <Button variant="default" aria-label="Next sheet" disabled={place >= total - 1} onClick={() => setWanted(place + 1)} px={6}>
            <IconChevronRight size={16} aria-hidden />
          </Button>
          <span className={styles.space} />
          <PlanSheetChoices />
          <Select
            aria-label="Paper"
            w={110}
            data={[...PAPER_NAMES]}
            value={paper}
            onChange={(value) => setPaper(PAPER_NAMES.find((one) => one === value) ?? 'A3')}
          />
          <Button variant="default" disabled={isEmpty} onClick={() => dialogs.setState({ open: 'print' })}>
            Print…
          </Button>
          <Button disabled={isEmpty} onClick={() => dialogs.setState({ open: 'export' })}>
            Export…
          </Button>
        </div>
        <div className={styles.desk}>
          {isEmpty ? (
            <EmptyState title="Nothing to print yet">
              Sheets are drawn from the plan: floor plan, elevations, pull sheets, labels.
            </EmptyState>
          ) : (
            <Sheet drawn={isCurrent ? drawn : null} />
          )}
        </div>
      </div>
    </div>
  );
}

function kindsWithPlaces(sheets: readonly SheetCount[]): readonly (SheetCount & { readonly first: number })[] {
  let first = 0;
  return sheets.map(({ kind, count }) => {
    const placed = { kind, count, first };
    first += count;
    return placed;
  });
}

/** Keys turn the sheets wherever the focus is, save where they already mean something. */
function useTurningKeys(place: number, total: number, turnTo: (place: number) => void): void {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (
        target instanceof Element &&
        target.closest('input, textarea, [role="dialog"], [role="menu"], [role="listbox"], [role="tab"]') !== null
      )
        return;
      const next = sheetByKey(event.key, place, total);
      if (next === null) return;
      // Arrows would nudge what is selected in the plan, out of sight.
      event.preventDefault();
      event.stopPropagation();
      turnTo(next);
    };
    window.addEventListener('keydown', turn, { capture: true });
    return () => window.removeEventListener('keydown', turn, { capture: true });
  }, [place, total, turnTo]);
}

function Sheet({ drawn }: { readonly drawn: Result<Drawn, UserError> | null }) {
  const busy = useLasting(drawn === null, BUSY_AFTER_MS);
  if (drawn === null)
    return (
      <div className={styles.blank} aria-busy>
        {busy ? <Loader size="sm" aria-label="Drawing the sheet" /> : null}
      </div>
    );
  if (!drawn.ok) return <EmptyState title="The sheet could not be drawn">{`${drawn.error.message}; ${drawn.error.remedy}`}</EmptyState>;
  const { url, paper, place } = drawn.value;
  return <img className={styles.sheet} src={url} alt={`Sheet ${place + 1} on ${paper}`} onLoad={() => URL.revokeObjectURL(url)} />;
}

interface SheetState {
  /** What was drawn last; its list of sheets holds while the next one is on its way. Null before the first. */
  readonly drawn: Result<Drawn, UserError> | null;
  /** Whether that is the sheet asked for, of the plan as it stands. */
  readonly isCurrent: boolean;
}

function useSheet(paper: PaperName, place: number, isEmpty: boolean): SheetState {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const { drawings, notes } = useSheetChoice((choice) => choice);
  const asked = `${paper} ${place} ${revision ?? ''} ${drawings ? 'drawings' : ''} ${notes ? 'notes' : ''}`;
  const [last, setLast] = useState<{ readonly asked: string; readonly drawn: Result<Drawn, UserError> } | null>(null);
  useEffect(() => {
    if (revision === null || isEmpty) return undefined;
    const stop = new AbortController();
    void engine
      .export({ kind: 'sheet-svg', paper, sheet: place, drawings, notes }, () => undefined, stop.signal)
      .then((written) => {
        if (stop.signal.aborted) return;
        if (!written.ok) {
          setLast({ asked, drawn: written });
          return;
        }
        const { bytes, sheets } = written.value;
        const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/svg+xml' }));
        setLast({ asked, drawn: { ok: true, value: { paper, place, url, sheets } } });
      });
    return () => stop.abort();
  }, [engine, paper, place, drawings, notes, revision, isEmpty, asked]);
  return isEmpty ? { drawn: null, isCurrent: true } : { drawn: last?.drawn ?? null, isCurrent: last?.asked === asked };
}
