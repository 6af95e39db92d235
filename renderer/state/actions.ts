/**
 * Everything a person can do by name: menus, the command palette, the tool rail and the keyboard use this one table.
 * Ids are what the desktop menu sends.
 */
import type { Planner } from './plannerContext.ts';

export interface Action {
  /** `edit.undo` */
  readonly id: string;
  /** `Undo`, sentence case. */
  readonly label: string;
  /** As shown and as read: `Ctrl+Shift+Z`, `R`, `Shift+1`; null: none. On macOS Ctrl stands for the command key. */
  readonly shortcut: string | null;
  readonly group: 'file' | 'edit' | 'view' | 'tool' | 'export';
  /** Whether it can be done now. */
  enabled(planner: Planner): boolean;
  run(planner: Planner): void;
}

/** The table; later entries with the same shortcut never exist. */
export const actions: readonly Action[] = [];

export function findAction(id: string): Action | null {
  return actions.find((action) => action.id === id) ?? null;
}
