/** One of the drawer's tables: its rows from the engine, what is taken of them, and what a row's menu does with it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import type { RowOf, TableName } from '../../shared/engine/protocol.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';
import type { ThingKind } from '../state/sessionStore.ts';
import { copyText } from '../ui/copyText.ts';
import { DataGrid, type GridColumn, type GridSort } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { copyRows } from './copyRows.ts';
import { useHiddenColumns } from './hiddenColumns.ts';
import { PickedRows } from './pickedRows.ts';
import { rowMenu, type RowMenuItem } from './rowMenu.ts';
import { useRowPicking } from './useRowPicking.ts';
import { useRows } from './useRows.ts';

export interface TableProps {
  readonly filter: string;
  readonly scope: readonly string[] | null;
  readonly onCounts: (counts: { readonly matching: number; readonly total: number }) => void;
  readonly onClear: () => void;
  /** Shows only rows that hold this. */
  readonly onFilter: (text: string) => void;
}

interface PlainTableProps<T extends TableName> extends TableProps {
  readonly table: T;
  /** The order that somebody asked for from outside; the header chooses another. */
  readonly asked?: GridSort | null;
  readonly label: string;
  readonly columns: readonly GridColumn<RowOf[T]>[];
  /** What the rows are, with their ids; null: nothing that can be selected. */
  readonly kind: ThingKind | null;
  readonly onOpen: (row: RowOf[T]) => void;
  /** What else can be done with rows; the first is the one that the menu was asked of. */
  readonly menuOf: (rows: readonly RowOf[T][]) => readonly RowMenuItem[];
  readonly emptyTitle: string;
  readonly emptyText: string;
}

export function Table<T extends TableName>({
  table,
  asked = null,
  label,
  columns,
  kind,
  onOpen,
  menuOf,
  filter,
  scope,
  onCounts,
  onClear,
  onFilter,
  emptyTitle,
  emptyText,
}: PlainTableProps<T>) {
  const { engine, session, plan } = usePlanner();
  const [sort, setSort] = useState<GridSort | null>(asked);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    // With the list its order goes, unless another was chosen meanwhile.
    if (asked !== null || sort === seen) setSort(asked);
  }
  const { matching, total, known, rowAt, show, find } = useRows(table, { sort, filter, scope });
  const hidden = useHiddenColumns(table);
  const shown = useMemo(() => columns.filter(({ key }) => !hidden.includes(key)), [columns, hidden]);
  const collect = useCallback(
    async (first: number, last: number) => (await engine.rows(table, { sort, filter, scope, from: first, count: last - first + 1 })).rows,
    [engine, table, sort, filter, scope],
  );
  const { active, pick, pickAll, picked } = useRowPicking({ count: matching, rowAt, collect, kind });

  const revision = useDerived((state) => state.revision);
  const [reading] = useState(() => new PickedRows<T>((query) => engine.rows(table, query)));
  // The clipboard is open within a key event alone, so the rows must be here before the key is.
  useEffect(() => void reading.want({ sort, filter, scope }, picked), [reading, revision, sort, filter, scope, picked]);
  const latest = useRef(picked);
  useEffect(() => {
    latest.current = picked;
  }, [picked]);
  /** What is picked, in the order of the table and with the figures of the plan as it is now; null: not here yet. */
  const pickedRows = (): readonly RowOf[T][] | null => {
    const now = plan.getState().revision;
    return find(latest.current, now) ?? reading.read(latest.current, now);
  };

  useEffect(() => onCounts({ matching, total }), [onCounts, matching, total]);

  const openRow = useCallback(
    (place: number) => {
      const row = rowAt(place);
      if (row !== null) onOpen(row);
    },
    [rowAt, onOpen],
  );

  const textsOf = (row: RowOf[T]): readonly string[] => shown.map((column) => textOf(column, row));
  const copyPicked = (): void => {
    if (latest.current.size === 0) return;
    const rows = pickedRows();
    if (rows === null) {
      session.setState({
        notice: { text: 'Nothing was copied: the figures are being worked out; copy again when they stand', tone: 'error' },
      });
      return;
    }
    if (rows.length === 0) {
      session.setState({ notice: { text: 'Nothing was copied: no row shown here is selected', tone: 'error' } });
      return;
    }
    copyRows(
      session,
      shown.map(({ title }) => title),
      rows.map(textsOf),
    );
  };

  const openMenu = (place: number, key: string | null, at: { readonly x: number; readonly y: number }): void => {
    const row = rowAt(place);
    if (row === null) return;
    const isAmong = picked.has(row.id);
    if (!isAmong) pick(place, 'only');
    const others = isAmong ? (pickedRows() ?? []).filter(({ id }) => id !== row.id) : [];
    const rows = [row, ...others];
    const column = shown.find((one) => one.key === key);
    const value = column === undefined ? '' : textOf(column, row);
    const ofValue: RowMenuItem[] =
      value === ''
        ? []
        : [
            { label: `Copy “${short(value)}”`, run: () => void copyText(value) },
            // Figures are filtered by nothing: the engine knows them in other units.
            ...(column?.align === 'end' ? [] : [{ label: `Only rows with “${short(value)}”`, run: () => onFilter(value) }]),
          ];
    rowMenu.setState({
      open: {
        at,
        table,
        groups: [
          menuOf(rows),
          [
            {
              label: rows.length === 1 ? 'Copy the row' : `Copy ${rows.length} rows`,
              keys: 'Ctrl+C',
              run: copyPicked,
            },
            ...ofValue,
          ],
        ].filter((group) => group.length > 0),
        columns: columns.map(({ key: own, title }) => ({ key: own, title })),
      },
    });
  };

  const empty = !known ? null : total === 0 ? (
    <EmptyState title={emptyTitle}>{emptyText}</EmptyState>
  ) : (
    <EmptyState
      title={filter === '' ? 'Nothing for what is selected' : 'Nothing matches the filter'}
      actions={
        <Button variant="default" onClick={onClear}>
          Show all rows
        </Button>
      }
    >
      {filter === ''
        ? 'Nothing in this table concerns the selection.'
        : `Nothing here contains “${filter}”${scope === null ? '' : ' and concerns the selection'}.`}
    </EmptyState>
  );

  return (
    <DataGrid
      label={label}
      columns={shown}
      count={matching}
      rowAt={rowAt}
      rowId={(row) => row.id}
      onRange={show}
      sort={sort}
      onSort={setSort}
      active={active}
      onPick={pick}
      onPickAll={pickAll}
      onMenu={openMenu}
      onCopy={copyPicked}
      onOpen={openRow}
      isSelected={(row) => picked.has(row.id)}
      empty={empty}
    />
  );
}

/** What a cell says, as text. */
function textOf<R>(column: GridColumn<R>, row: R): string {
  if (column.text !== undefined) return column.text(row);
  const cell = column.cell(row);
  return typeof cell === 'string' ? cell : '';
}

const SHORT_LENGTH = 24;

function short(text: string): string {
  return text.length <= SHORT_LENGTH ? text : `${text.slice(0, SHORT_LENGTH - 1)}…`;
}
