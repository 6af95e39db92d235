/** A table's rows as a component sees them: kept up with the plan, the filter, the order and the scope. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TableName } from '../../shared/engine/protocol.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';
import { RowWindows, type RowQuestion, type RowView } from './rowWindows.ts';

export interface Rows<T extends TableName> extends RowView<T> {
  readonly show: (first: number, last: number) => void;
  /** See RowWindows. */
  readonly find: RowWindows<T>['find'];
}

export function useRows<T extends TableName>(table: T, { sort, filter, scope }: RowQuestion): Rows<T> {
  const { engine } = usePlanner();
  // Figures of a gesture under way do not reach the tables; they change when it is released.
  const revision = useDerived((state) => state.revision);
  const [windows] = useState(() => new RowWindows<T>((query) => engine.rows(table, query)));
  const scopeKey = scope === null ? null : scope.join('\n');
  useEffect(() => {
    if (revision !== null) windows.refresh({ sort, filter, scope: scopeKey === null ? null : scopeKey.split('\n') });
  }, [windows, revision, sort, filter, scopeKey]);
  const view = useSyncExternalStore(windows.subscribe, windows.current);
  return { ...view, show: windows.show, find: windows.find };
}
