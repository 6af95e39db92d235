/** The table of looms: what is pulled as one. */
import { useCallback, useMemo } from 'react';
import type { RowOf } from '../../shared/engine/protocol.ts';
import { findAction } from '../actions/actionTable.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { bindByRules, bindTogether, cablesOfLooms } from '../tools/loomActions.ts';
import { loomColumns } from './loomColumns.tsx';
import type { RowMenuItem } from './rowMenu.ts';
import { Table, type TableProps } from './Table.tsx';

export function LoomTable(props: TableProps) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const columns = useMemo(() => loomColumns(units), [units]);
  const open = useCallback(
    (row: RowOf['looms']) => {
      planner.session.select([{ kind: 'loom', id: row.id }]);
      findAction('view.zoom-selection')?.run(planner);
    },
    [planner],
  );
  const menuOf = (rows: readonly RowOf['looms'][]): readonly RowMenuItem[] => {
    const ids = rows.map(({ id }) => id);
    const withCables = (act: (cables: readonly string[]) => void): void => void cablesOfLooms(planner, ids).then(act);
    const { looms } = planner.plan.getState().plan;
    const decided = ids.filter((id) => looms.has(id));
    return [
      { label: 'Zoom to it', keys: 'Enter', run: () => findAction('view.zoom-selection')?.run(planner) },
      {
        label: rows.length === 1 ? 'Select its cables' : 'Select their cables',
        run: () => withCables((cables) => planner.session.select(cables.map((id) => ({ kind: 'cable', id })))),
      },
      ...(rows.length < 2 ? [] : [{ label: 'Put together', run: () => withCables((cables) => bindTogether(planner, cables, null)) }]),
      { label: 'Pull its cables alone', run: () => withCables((cables) => bindTogether(planner, cables, 'none')) },
      ...(decided.length === 0 ? [] : [{ label: 'Bind by the rules', run: () => bindByRules(planner, decided) }]),
    ];
  };
  return (
    <Table
      {...props}
      menuOf={menuOf}
      table="looms"
      label="Looms"
      columns={columns}
      kind="loom"
      onOpen={open}
      emptyTitle="No looms yet"
      emptyText="Cables of one family that run the same way between two cabinets are bound into a loom and pulled as one."
    />
  );
}
