/** One thing a person can do by name, and when it can be done. */
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type ThingKind } from '../state/sessionStore.ts';
import { pickedCount, pickedOf } from '../tools/picked.ts';

export interface Action {
  /** `edit.undo` */
  readonly id: string;
  /** `Undo`, sentence case. */
  readonly label: string;
  /** As shown and as read: `Ctrl+Shift+Z`, `R`, `Shift+1`; null: none. On macOS Ctrl stands for the command key. */
  readonly shortcut: string | null;
  /** Further keys that hands know from elsewhere. */
  readonly alsoKeys?: readonly string[];
  readonly group: 'file' | 'edit' | 'arrange' | 'hall' | 'view' | 'tool' | 'export';
  /** Whether it can be done now. */
  enabled(planner: Planner): boolean;
  run(planner: Planner): void;
}

export const always = (): boolean => true;
export const hasPlan = ({ plan }: Planner): boolean => plan.getState().plan.halls.size > 0;
export const hasSelection = ({ session }: Planner): boolean => session.getState().selection.length > 0;
export const hasDevices = ({ session }: Planner): boolean => selectedIds(session.getState().selection, 'device').length > 0;
export const hasKind =
  (kind: ThingKind) =>
  ({ session }: Planner): boolean =>
    session.getState().selection.some((thing) => thing.kind === kind);
export const hasCabinets = ({ session }: Planner): boolean => selectedIds(session.getState().selection, 'cabinet').length > 0;
/** Cabinets, trays or obstacles: what can be arranged. */
export const hasPicked = ({ session }: Planner): boolean => pickedCount(pickedOf(session.getState().selection)) > 0;
export const hasSeveral =
  (count: number) =>
  ({ session }: Planner): boolean =>
    pickedCount(pickedOf(session.getState().selection)) >= count;
