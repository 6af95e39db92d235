/** The notes of the plan: a row leads to its note, the drawing to its row. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import type { NoteState } from '../../shared/plan/notes.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { resolveNotes, showNote } from '../tools/noteActions.ts';
import { DataGrid, type GridColumn, type GridSort } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { copyRows } from './copyRows.ts';
import { useHiddenColumns } from './hiddenColumns.ts';
import { noteRows, type NoteRow } from './noteRows.ts';
import { rowMenu } from './rowMenu.ts';
import { useRowPicking } from './useRowPicking.ts';
import styles from './columns.module.css';

interface NoteTableProps {
  readonly filter: string;
  /** Null: open and resolved ones. */
  readonly shown: NoteState | null;
  readonly onCounts: (counts: { readonly matching: number; readonly total: number }) => void;
}

const columns: readonly GridColumn<NoteRow>[] = [
  { key: 'number', title: 'No.', widthPx: 52, align: 'end', text: ({ number }) => `${number}`, cell: ({ number }) => number },
  {
    key: 'state',
    title: 'State',
    widthPx: 96,
    text: ({ state }) => state,
    cell: ({ state }) => (
      <span className={styles.severity}>
        {state === 'Open' ? <IconCircleDot size={14} aria-hidden /> : <IconCircleCheck size={14} aria-hidden />}
        {state}
      </span>
    ),
  },
  { key: 'text', title: 'Text', widthPx: 200, grows: 4, text: ({ text }) => text, cell: ({ text }) => text },
  { key: 'discipline', title: 'Discipline', widthPx: 92, text: ({ discipline }) => discipline, cell: ({ discipline }) => discipline },
  {
    key: 'about',
    title: 'About',
    widthPx: 120,
    grows: 1,
    spare: 2,
    text: ({ about }) => about,
    cell: ({ about }) => about,
  },
  { key: 'mark', title: 'Mark', widthPx: 120, spare: 1, text: ({ mark }) => mark, cell: ({ mark }) => mark },
  { key: 'hall', title: 'Hall', widthPx: 92, spare: 3, text: ({ hall }) => hall, cell: ({ hall }) => hall },
];

const TABLE = 'notes';
const nothing = (): void => undefined;

export function NoteTable({ filter, shown, onCounts }: NoteTableProps) {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const [sort, setSort] = useState<GridSort | null>(null);
  const rows = useMemo(() => noteRows(plan, shown, filter, sort), [plan, shown, filter, sort]);
  const hidden = useHiddenColumns(TABLE);
  const seen = useMemo(() => columns.filter(({ key }) => !hidden.includes(key)), [hidden]);
  const rowAt = useCallback((place: number) => rows[place] ?? null, [rows]);
  const collect = useCallback((first: number, last: number) => Promise.resolve(rows.slice(first, last + 1)), [rows]);
  const { active, pick, pickAll, picked } = useRowPicking({ count: rows.length, rowAt, collect, kind: 'note' });
  const total = plan.notes.size;
  useEffect(() => onCounts({ matching: rows.length, total }), [onCounts, rows, total]);
  const textsOf = (row: NoteRow): string[] => seen.map(({ text }) => text?.(row) ?? '');
  const copyPicked = (): void => {
    const taken = rows.filter(({ id }) => picked.has(id));
    if (taken.length === 0) return;
    copyRows(
      planner.session,
      seen.map(({ title }) => title),
      taken.map(textsOf),
    );
  };
  const open = (place: number): void => {
    const row = rowAt(place);
    if (row !== null) showNote(planner, row.id);
  };
  const openMenu = (place: number, _column: string | null, at: { readonly x: number; readonly y: number }): void => {
    const row = rowAt(place);
    if (row === null) return;
    if (!picked.has(row.id)) pick(place, 'only');
    rowMenu.setState({
      open: {
        at,
        table: TABLE,
        groups: [
          [
            { label: 'Show it on the plan', keys: 'Enter', run: () => showNote(planner, row.id) },
            { label: row.state === 'Open' ? 'Resolve' : 'Open again', run: () => resolveNotes(planner) },
          ],
          [{ label: 'Copy the rows', keys: 'Ctrl+C', run: copyPicked }],
        ],
        columns: columns.map(({ key, title }) => ({ key, title })),
      },
    });
  };
  return (
    <DataGrid
      label="Notes"
      columns={seen}
      count={rows.length}
      rowAt={rowAt}
      rowId={({ id }) => id}
      onRange={nothing}
      sort={sort}
      onSort={setSort}
      active={active}
      onPick={pick}
      onPickAll={pickAll}
      onMenu={openMenu}
      onCopy={copyPicked}
      onOpen={open}
      isSelected={({ id }) => picked.has(id)}
      empty={
        <EmptyState title={total === 0 ? 'No notes yet' : 'No such notes'}>
          {total === 0
            ? 'Press A and click the plan, or Alt+A for a note about the selection. Open notes stand here until they are resolved.'
            : 'Change the filter to see the others.'}
        </EmptyState>
      }
    />
  );
}
