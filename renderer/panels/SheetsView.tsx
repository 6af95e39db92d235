/** The sheets as they will be printed, one at a time, drawn by the writer that exports them. */
import { useEffect, useState } from 'react';
import { Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { SheetCount } from '../../shared/engine/protocol.ts';
import type { Result, UserError } from '../../shared/result.ts';
import type { PaperName } from '../../shared/sheets/drawing.ts';
import { PAPER_NAMES } from '../../shared/sheets/papers.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useDerived, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { numberText } from '../ui/quantities.ts';
import { sheetKindTitle } from '../ui/sheetKinds.ts';
import styles from './SheetsView.module.css';

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
  const drawn = useSheet(paper, wanted, isEmpty);
  const sheets = drawn?.ok === true ? drawn.value.sheets : [];
  const total = sheets.reduce((sum, { count }) => sum + count, 0);
  const place = Math.min(wanted, Math.max(0, total - 1));

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
            {total === 0 ? 'No sheets' : `Sheet ${numberText(place + 1)} of ${numberText(total)}`}
          </span>
          <Button variant="default" aria-label="Next sheet" disabled={place >= total - 1} onClick={() => setWanted(place + 1)} px={6}>
            <IconChevronRight size={16} aria-hidden />
          </Button>
          <span className={styles.space} />
          <Select
            aria-label="Paper"
            w={110}
            data={[...PAPER_NAMES]}
            value={paper}
            onChange={(value) => setPaper(PAPER_NAMES.find((one) => one === value) ?? 'A3')}
          />
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
            <Sheet drawn={drawn} />
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

function Sheet({ drawn }: { readonly drawn: Result<Drawn, UserError> | null }) {
  if (drawn === null) return <EmptyState title="Drawing the sheet…" />;
  if (!drawn.ok) return <EmptyState title="The sheet could not be drawn">{`${drawn.error.message}; ${drawn.error.remedy}`}</EmptyState>;
  const { url, paper, place } = drawn.value;
  return <img className={styles.sheet} src={url} alt={`Sheet ${place + 1} on ${paper}`} onLoad={() => URL.revokeObjectURL(url)} />;
}

/** The sheet at this place; the one before stays until it is drawn. Null before the first. */
function useSheet(paper: PaperName, place: number, isEmpty: boolean): Result<Drawn, UserError> | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [drawn, setDrawn] = useState<Result<Drawn, UserError> | null>(null);
  useEffect(() => {
    if (revision === null || isEmpty) return undefined;
    const stop = new AbortController();
    void engine
      .export({ kind: 'sheet-svg', paper, sheet: place }, () => undefined, stop.signal)
      .then((written) => {
        if (stop.signal.aborted) return;
        if (!written.ok) {
          setDrawn(written);
          return;
        }
        const { bytes, sheets } = written.value;
        const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/svg+xml' }));
        setDrawn({ ok: true, value: { paper, place, url, sheets } });
      });
    return () => stop.abort();
  }, [engine, paper, place, revision, isEmpty]);
  return isEmpty ? null : drawn;
}
