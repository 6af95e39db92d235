/** The three tables: their columns, what a row leads to, and what they say when empty. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import type { RowOf, TableName } from '../../shared/engine/protocol.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { reopenFinding } from '../panels/reopenFinding.ts';
import { findAction } from '../actions/actionTable.ts';
import { useDerived, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import { isSelected, type Thing } from '../state/sessionStore.ts';
import { DataGrid, type GridColumn, type GridSort } from '../ui/DataGrid.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { bomColumns, cableColumns, findingColumns } from './columns.tsx';
import { useRows } from './useRows.ts';

export interface TableProps {
  readonly filter: string;
  readonly scope: readonly string[] | null;
  readonly onCounts: (counts: { readonly matching: number; readonly total: number }) => void;
  readonly onClear: () => void;
}

interface PlainTableProps<T extends TableName> extends TableProps {
  readonly table: T;
  readonly label: string;
  readonly columns: readonly GridColumn<RowOf[T]>[];
  readonly thingOf: (row: RowOf[T]) => Thing | null;
  readonly onOpen: (row: RowOf[T]) => void;
  readonly emptyTitle: string;
  readonly emptyText: string;
}

function Table<T extends TableName>({
  table,
  label,
  columns,
  thingOf,
  onOpen,
  filter,
  scope,
  onCounts,
  onClear,
  emptyTitle,
  emptyText,
}: PlainTableProps<T>) {
  const { session } = usePlanner();
  const selection = useSession((state) => state.selection);
  const [sort, setSort] = useState<GridSort | null>(null);
  const [active, setActive] = useState(-1);
  const { matching, total, known, rowAt, show } = useRows(table, { sort, filter, scope });

  useEffect(() => onCounts({ matching, total }), [onCounts, matching, total]);

  const select = useCallback(
    (row: RowOf[T]) => {
      const thing = thingOf(row);
      if (thing !== null) session.select([thing]);
    },
    [thingOf, session],
  );
  // The keyboard may run ahead of the rows: what it stands on is selected when it comes.
  const awaited = useRef(-1);
  useEffect(() => {
    const row = awaited.current < 0 ? null : rowAt(awaited.current);
    if (row === null) return;
    awaited.current = -1;
    select(row);
  }, [rowAt, select]);
  const onActive = useCallback(
    (place: number) => {
      setActive(place);
      const row = rowAt(place);
      awaited.current = row === null ? place : -1;
      if (row !== null) select(row);
    },
    [rowAt, select],
  );

  const openRow = useCallback(
    (place: number) => {
      const row = rowAt(place);
      if (row !== null) onOpen(row);
    },
    [rowAt, onOpen],
  );

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
      columns={columns}
      count={matching}
      rowAt={rowAt}
      rowId={(row) => row.id}
      onRange={show}
      sort={sort}
      onSort={setSort}
      active={active}
      onActive={onActive}
      onOpen={openRow}
      isSelected={(row) => {
        const thing = thingOf(row);
        return thing !== null && isSelected(selection, thing);
      }}
      empty={empty}
    />
  );
}

function cableThing(row: RowOf['cables']): Thing {
  return { kind: 'cable', id: row.id };
}

function findingThing(row: RowOf['findings']): Thing {
  return { kind: 'finding', id: row.id };
}

function noThing(): null {
  return null;
}

function zoomTo(planner: Planner, thing: Thing): void {
  planner.session.select([thing]);
  findAction('view.zoom-selection')?.run(planner);
}

export function CableTable(props: TableProps) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const columns = useMemo(() => cableColumns(units), [units]);
  const open = useCallback((row: RowOf['cables']) => zoomTo(planner, cableThing(row)), [planner]);
  return (
    <Table
      {...props}
      table="cables"
      label="Cables"
      columns={columns}
      thingOf={cableThing}
      onOpen={open}
      emptyTitle="No cables yet"
      emptyText="Each link of a plan becomes a cable with a route, a length and an order number; a generated plan comes with its links."
    />
  );
}

export function BomTable({ onCables, ...props }: TableProps & { readonly onCables: (family: string) => void }) {
  const { plan } = usePlanner();
  const units = useSession((state) => state.units);
  const columns = useMemo(() => bomColumns(units), [units]);
  const open = useCallback(
    (row: RowOf['bom']) => {
      // Cables are listed by the family's name.
      const family = row.family === null ? undefined : plan.getState().plan.catalog.cableFamilies.get(row.family);
      if (family !== undefined) onCables(family.name);
    },
    [plan, onCables],
  );
  return (
    <Table
      {...props}
      table="bom"
      label="Bill of materials"
      columns={columns}
      thingOf={noThing}
      onOpen={open}
      emptyTitle="Nothing to buy yet"
      emptyText="Cabinets, devices, transceivers and cables are counted here as soon as they stand in the plan."
    />
  );
}

export function FindingTable({ shown, ...props }: TableProps & { readonly shown: 'standing' | 'accepted' }) {
  const planner = usePlanner();
  const summary = useDerived((state) => state.summary);
  const open = useCallback((row: RowOf['findings']) => zoomTo(planner, findingThing(row)), [planner]);
  const columns = useMemo(
    () =>
      findingColumns(
        shown === 'standing'
          ? { name: 'Accept…', run: (row) => dialogs.setState({ accept: row }) }
          : { name: 'Reopen', run: (row) => reopenFinding(planner, row) },
      ),
    [planner, shown],
  );
  if (shown === 'accepted')
    return (
      <Table
        {...props}
        key="accepted"
        table="accepted"
        label="Accepted findings"
        columns={columns}
        thingOf={findingThing}
        onOpen={open}
        emptyTitle="No finding is accepted"
        emptyText="Accept a finding from its row to keep it here with the reason why it may stand."
      />
    );
  return (
    <Table
      {...props}
      key="standing"
      table="findings"
      label="Findings"
      columns={columns}
      thingOf={findingThing}
      onOpen={open}
      emptyTitle="Nothing found wrong"
      emptyText={
        summary === null || summary.cabinets === 0
          ? 'Every rule is checked after each change: clearances, loads, power, reach, pathway fill. Findings appear here.'
          : 'Every rule holds: clearances, loads, power, reach, pathway fill.'
      }
    />
  );
}
