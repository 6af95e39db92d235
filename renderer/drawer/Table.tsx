/** One of the drawer's tables: its rows from the engine, what is taken of them, and what a row's menu does with it. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import type { RowOf, TableName } from '../../shared/engine/protocol.ts';
import { usePlanner } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { copyText, tabSeparated } from '../ui/copyText.ts';
import { DataGrid, type GridColumn, type GridSort } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { countText } from '../ui/quantities.ts';
import { useHiddenColumns } from './hiddenColumns.ts';
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
  readonly label: string;
  readonly columns: readonly GridColumn<RowOf[T]>[];
  readonly thingOf: (row: RowOf[T]) => Thing | null;
  readonly onOpen: (row: RowOf[T]) => void;
  /** What else can be done with rows; the first is the one that the menu was asked of. */
  readonly menuOf: (rows: readonly RowOf[T][]) => readonly RowMenuItem[];
  readonly emptyTitle: string;
  readonly emptyText: string;
}

export function Table<T extends TableName>({
  table,
  label,
  columns,
  thingOf,
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
  const { engine, session } = usePlanner();
  const [sort, setSort] = useState<GridSort | null>(null);
  const { matching, total, known, rowAt, show } = useRows(table, { sort, filter, scope });
  const hidden = useHiddenColumns(table);
  const shown = useMemo(() => columns.filter(({ key }) => !hidden.includes(key)), [columns, hidden]);
  const collect = useCallback(
    async (first: number, last: number) => (await engine.rows(table, { sort, filter, scope, from: first, count: last - first + 1 })).rows,
    [engine, table, sort, filter, scope],
  );
  const { active, pick, pickAll, isPicked, picked } = useRowPicking({ count: matching, rowAt, collect, thingOf });

  useEffect(() => onCounts({ matching, total }), [onCounts, matching, total]);

  const openRow = useCallback(
    (place: number) => {
      const row = rowAt(place);
      if (row !== null) onOpen(row);
    },
    [rowAt, onOpen],
  );

  const textsOf = (row: RowOf[T]): readonly string[] => shown.map((column) => textOf(column, row));
  const copyRows = (rows: readonly RowOf[T][]): void => {
    if (rows.length === 0) return;
    const isCopied = copyText(tabSeparated([shown.map(({ title }) => title), ...rows.map(textsOf)]));
    const text = isCopied ? `Copied ${countText(rows.length, 'row')} with their titles` : 'Nothing was copied: the clipboard is closed';
    session.setState({ notice: { text, tone: isCopied ? 'info' : 'error' } });
  };

  const openMenu = (place: number, key: string | null, at: { readonly x: number; readonly y: number }): void => {
    const row = rowAt(place);
    if (row === null) return;
    const isAmong = isPicked(row);
    if (!isAmong) pick(place, 'only');
    const others = isAmong ? picked().filter(({ id }) => id !== row.id) : [];
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
              run: () => copyRows(isAmong ? inOrder(rows) : rows),
            },
            ...ofValue,
          ],
        ].filter((group) => group.length > 0),
        columns: columns.map(({ key: own, title }) => ({ key: own, title })),
      },
    });
  };
  const inOrder = (rows: readonly RowOf[T][]): readonly RowOf[T][] => {
    const taken = picked();
    return taken.length === rows.length ? taken : rows;
  };

  const empty = !known ? null : total === 0 ? (
    <EmptyState title={emptyTitle}>{emptyText}</EmptyState>
  ) : (
    <EmptyState
      title="No row passes"
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
      onCopy={() => copyRows(picked())}
      onOpen={openRow}
      isSelected={isPicked}
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
