/** The menu of a table's rows: where it is open, and for what. */
import { createStore } from 'zustand/vanilla';

export interface RowMenuItem {
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface OpenRowMenu {
  readonly at: { readonly x: number; readonly y: number };
  /** Groups of items, a line between. */
  readonly groups: readonly (readonly RowMenuItem[])[];
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  /** Table whose columns they are. */
  readonly table: string;
}

export const rowMenu = createStore<{ readonly open: OpenRowMenu | null }>(() => ({ open: null }));
