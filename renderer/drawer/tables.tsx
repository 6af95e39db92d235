/** The three tables: their columns, what a row leads to, and what they say when empty. */
import { useCallback, useMemo } from 'react';
import type { RowOf } from '../../shared/engine/protocol.ts';
import { showPane } from '../app/panes.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { reopenFinding } from '../panels/reopenFinding.ts';
import { findAction } from '../actions/actionTable.ts';
import { useDerived, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { bindTogether } from '../tools/loomActions.ts';
import { bomColumns, cableColumns, findingColumns } from './columns.tsx';
import type { GridSort } from '../ui/DataGrid.tsx';
import type { RowMenuItem } from './rowMenu.ts';
import { Table, type TableProps } from './Table.tsx';

function cableThing(row: RowOf['cables']): Thing {
  return { kind: 'cable', id: row.id };
}

function findingThing(row: RowOf['findings']): Thing {
  return { kind: 'finding', id: row.id };
}

/** Selects the cabinets at the ends of cables, and shows them. */
async function selectEnds(planner: Planner, rows: readonly RowOf['cables'][]): Promise<void> {
  const { cabinets } = await planner.engine.routesOf(rows.map(({ id }) => id));
  planner.session.select(cabinets.map((id): Thing => ({ kind: 'cabinet', id })));
  findAction('view.zoom-selection')?.run(planner);
}

/** Selects what findings are about, as far as it stands in the plan. */
function selectConcerned(planner: Planner, rows: readonly RowOf['findings'][]): void {
  const { plan } = planner.plan.getState();
  const ids = new Set(rows.flatMap((row) => row.ids));
  const things = [...ids].flatMap((id): Thing[] =>
    plan.cabinets.has(id)
      ? [{ kind: 'cabinet', id }]
      : plan.devices.has(id)
        ? [{ kind: 'device', id }]
        : plan.segments.has(id)
          ? [{ kind: 'segment', id }]
          : plan.obstacles.has(id)
            ? [{ kind: 'obstacle', id }]
            : [],
  );
  if (things.length === 0) {
    planner.session.setState({ notice: { text: 'This finding is about the plan as a whole', tone: 'info' } });
    return;
  }
  planner.session.select(things);
  findAction('view.zoom-selection')?.run(planner);
}

function zoomTo(planner: Planner, thing: Thing): void {
  planner.session.select([thing]);
  findAction('view.zoom-selection')?.run(planner);
}

export function CableTable(props: TableProps & { readonly asked: GridSort | null }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const columns = useMemo(() => cableColumns(units), [units]);
  const open = useCallback((row: RowOf['cables']) => zoomTo(planner, cableThing(row)), [planner]);
  const menuOf = (rows: readonly RowOf['cables'][]): readonly RowMenuItem[] => [
    { label: 'Zoom to it', keys: 'Enter', run: () => findAction('view.zoom-selection')?.run(planner) },
    { label: 'Show how its length comes about', run: () => showPane('inspector') },
    { label: rows.length === 1 ? 'Select its cabinets' : 'Select their cabinets', run: () => void selectEnds(planner, rows) },
    ...(rows.length < 2
      ? []
      : [
          {
            label: 'Bind into a loom',
            run: () =>
              bindTogether(
                planner,
                rows.map(({ id }) => id),
                null,
              ),
          },
        ]),
    {
      label: rows.length === 1 ? 'Pull it alone' : 'Pull them alone',
      run: () =>
        bindTogether(
          planner,
          rows.map(({ id }) => id),
          'none',
        ),
    },
  ];
  return (
    <Table
      {...props}
      menuOf={menuOf}
      table="cables"
      label="Cables"
      columns={columns}
      kind="cable"
      onOpen={open}
      emptyTitle="No cables yet"
      emptyText="Each link of a plan becomes a cable with a route, a length and an order number. Connect two ports with the connect tool (C), or generate a plan (G)."
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
  const menuOf = (rows: readonly RowOf['bom'][]): readonly RowMenuItem[] => {
    const [row] = rows;
    return row === undefined || row.family === null ? [] : [{ label: 'List its cables', keys: 'Enter', run: () => open(row) }];
  };
  return (
    <Table
      {...props}
      menuOf={menuOf}
      table="bom"
      label="Bill of materials"
      columns={columns}
      kind={null}
      onOpen={open}
      emptyTitle="Nothing to buy yet"
      emptyText="Cabinets, devices, transceivers and cables are counted here as soon as they stand in the plan."
    />
  );
}

export function FindingTable({ shown, ...props }: TableProps & { readonly shown: 'standing' | 'accepted' }) {
  const planner = usePlanner();
  const summary = useDerived((state) => state.summary);
  const units = useSession((state) => state.units);
  const open = useCallback((row: RowOf['findings']) => zoomTo(planner, findingThing(row)), [planner]);
  const columns = useMemo(
    () =>
      findingColumns(
        shown === 'standing'
          ? { name: 'Accept…', run: (row) => dialogs.setState({ accept: row }) }
          : { name: 'Reopen', run: (row) => reopenFinding(planner, row) },
        units,
      ),
    [planner, shown, units],
  );
  const menuOf = (rows: readonly RowOf['findings'][]): readonly RowMenuItem[] => {
    const [row] = rows;
    if (row === undefined) return [];
    return [
      { label: 'Zoom to it', keys: 'Enter', run: () => findAction('view.zoom-selection')?.run(planner) },
      { label: 'Select what it is about', run: () => selectConcerned(planner, rows) },
      shown === 'standing'
        ? { label: 'Accept…', run: () => dialogs.setState({ accept: row }) }
        : { label: 'Reopen', run: () => reopenFinding(planner, row) },
    ];
  };
  if (shown === 'accepted')
    return (
      <Table
        {...props}
        menuOf={menuOf}
        key="accepted"
        table="accepted"
        label="Accepted findings"
        columns={columns}
        kind="finding"
        onOpen={open}
        emptyTitle="No finding is accepted"
        emptyText="Accept a finding from its row to keep it here with the reason why it may stand."
      />
    );
  return (
    <Table
      {...props}
      menuOf={menuOf}
      key="standing"
      table="findings"
      label="Findings"
      columns={columns}
      kind="finding"
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
