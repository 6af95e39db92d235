/** Which dialog is open, and the questions that wait for an answer. */
import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FindingRow } from '../../shared/engine/protocol.ts';
import type { DrawingPoint } from '../../shared/drawings/underlayPlace.ts';
import type { UserError } from '../../shared/result.ts';
import type { SpanWish } from '../state/toolSettings.ts';
import type { UnsavedChoice } from '../state/fileActions.ts';
import type { Conflict, ConflictChoice } from '../state/saving.ts';

export type DialogName =
  | 'generate'
  | 'export'
  | 'print'
  | 'shortcuts'
  | 'palette'
  | 'array'
  | 'clone'
  | 'longest'
  | 'trays'
  | 'move'
  | 'renumber'
  | 'settings'
  | 'hall'
  | 'toHall'
  | 'filter'
  | 'lengths'
  | 'panels'
  | 'table'
  | 'expand'
  | 'fill'
  | 'loomRules'
  | 'variants';

/** Devices at the two ends of a connection to be made: several to choose from, one, or none yet. */
export interface ConnectWish {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/** Ports at the two ends as text, see ranges/portRanges.ts; empty where they are still to be named. */
export interface RangesWish {
  readonly a: string;
  readonly b: string;
}

/** Two places of a drawing whose distance is asked for. */
export interface DistanceWish extends SpanWish {
  readonly purpose: 'calibrate' | 'check';
  readonly from: DrawingPoint;
  readonly to: DrawingPoint;
}

interface Dialogs {
  readonly open: DialogName | null;
  readonly error: { readonly title: string; readonly error: UserError } | null;
  /** What an exported file does not hold. */
  readonly notes: { readonly title: string; readonly notes: readonly string[] } | null;
  /** The finding to be accepted. */
  readonly accept: FindingRow | null;
  readonly connect: ConnectWish | null;
  readonly ranges: RangesWish | null;
  readonly distance: DistanceWish | null;
  readonly unsaved: { readonly name: string; readonly answer: (choice: UnsavedChoice) => void } | null;
  readonly conflict: (Conflict & { readonly answer: (choice: ConflictChoice) => void }) | null;
  readonly loadAgain: { readonly name: string; readonly answer: (choice: 'load' | 'stay') => void } | null;
  readonly restore: {
    readonly name: string;
    readonly writtenAtMs: number;
    readonly answer: (choice: 'restore' | 'discard') => void;
  } | null;
}

export const dialogs = createStore<Dialogs>(() => ({
  open: null,
  error: null,
  notes: null,
  accept: null,
  connect: null,
  ranges: null,
  distance: null,
  unsaved: null,
  conflict: null,
  loadAgain: null,
  restore: null,
}));

export function useDialogs<T>(select: (state: Dialogs) => T): T {
  return useStore(dialogs, select);
}

/** As soon as it is asked for: for what takes the keyboard at once. */
export function useDialogAsked(name: DialogName): boolean {
  return useDialogs((state) => state.open === name);
}

/** A little later than it is asked for: what a dialog holds is drawn in slices, so that no key waits for it. */
export function useDialogOpen(name: DialogName): boolean {
  return useDeferredValue(useDialogAsked(name));
}

/** A dialog stands over the page or is about to: what is typed meanwhile, wherever the focus is, is meant for it and is no shortcut. */
export function isAsking(): boolean {
  return Object.values(dialogs.getState()).some((asked) => asked !== null);
}

export function closeDialog(): void {
  dialogs.setState({ open: null });
}
