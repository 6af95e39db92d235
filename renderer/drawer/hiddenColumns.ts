/** Columns that a person has hidden, by table; kept on this machine. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type Hidden = Readonly<Record<string, readonly string[]>>;

const STORAGE_KEY = 'raceway.hiddenColumns';
const NONE: readonly string[] = [];

function read(): Hidden {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).map(([table, keys]: [string, unknown]) => [
        table,
        Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : NONE,
      ]),
    );
  } catch {
    return {};
  }
}

export const hiddenColumns = createStore<Hidden>(read);

export function useHiddenColumns(table: string): readonly string[] {
  return useStore(hiddenColumns, (state) => state[table] ?? NONE);
}

/** Hides a shown column, shows a hidden one; the last one stays. */
export function toggleColumn(table: string, key: string, all: readonly string[]): void {
  const hidden = hiddenColumns.getState()[table] ?? NONE;
  const next = hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key];
  if (all.every((one) => next.includes(one))) return;
  hiddenColumns.setState({ [table]: next });
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(hiddenColumns.getState()));
  } catch {
    // A full or forbidden storage costs only the memory of a choice.
  }
}
