/** One thing a person can do by name, and when it can be done. */
import type { Planner } from '../state/plannerContext.ts';
import { selectedIds, type ThingKind } from '../state/sessionStore.ts';
import { pickedCount, pickedOf } from '../tools/picked.ts';

/** Tests whether something can be done now, and says what it takes. */
export interface Condition {
  (planner: Planner): boolean;
  /** What to do first, `Select a cabinet first`; absent: nothing that a person could do at once. */
  readonly remedy?: string;
}

export interface Action {
  /** `edit.undo` */
  readonly id: string;
  /** `Undo`, sentence case. */
  readonly label: string;
  /** As shown and as read: `Ctrl+Shift+Z`, `R`, `Shift+1`; null: none. On macOS Ctrl stands for the command key. */
  readonly shortcut: string | null;
  /** Further keys that hands know from elsewhere. */
  readonly alsoKeys?: readonly string[];
  /** Further words that people look for it by, in lower case. */
  readonly words?: string;
  readonly group: 'file' | 'edit' | 'arrange' | 'hall' | 'view' | 'tool' | 'export';
  /** Whether it can be done now. */
  readonly enabled: Condition;
  run(planner: Planner): void;
}

/** Why the action cannot be done now, for the status line. */
export function reasonAgainst({ label, enabled }: Action): string {
  return `${label.replace(/…$/, '')}: ${enabled.remedy ?? 'there is nothing to do that with now'}`;
}

/** A test with what to do first where it fails. */
export function condition(remedy: string, test: (planner: Planner) => boolean): Condition {
  return Object.assign((planner: Planner) => test(planner), { remedy });
}

export const always = (): boolean => true;
export const hasPlan = condition('draw a hall first', ({ plan }) => plan.getState().plan.halls.size > 0);
export const hasSelection = condition('select something first', ({ session }) => session.getState().selection.length > 0);
export const hasDevices = condition(
  'select a device first',
  ({ session }) => selectedIds(session.getState().selection, 'device').length > 0,
);
export const hasKind = (kind: ThingKind): Condition =>
  condition(`select a ${kind} first`, ({ session }) => session.getState().selection.some((thing) => thing.kind === kind));
export const hasCabinets = condition(
  'select a cabinet first',
  ({ session }) => selectedIds(session.getState().selection, 'cabinet').length > 0,
);
/** Cabinets, trays or obstacles: what can be arranged. */
export const hasPicked = condition(
  'select a cabinet, a tray or an obstacle first',
  ({ session }) => pickedCount(pickedOf(session.getState().selection)) > 0,
);
export const hasSeveral = (count: number): Condition =>
  condition(`select ${count} or more things first`, ({ session }) => pickedCount(pickedOf(session.getState().selection)) >= count);
