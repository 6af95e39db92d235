/** The open file: its name, where it came from, how it is on the disk, and whether the plan has changed since it was saved. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileToken, OnDisk } from '../host/host.ts';
import type { HistoryPlace } from './planStore.ts';

export interface FileState {
  readonly name: string;
  readonly token: FileToken | null;
  /** Where in its history the plan is as the file was saved; null: nowhere, it was never saved. */
  readonly savedAt: HistoryPlace | null;
  /** What others have done to the file since it was opened or saved here. */
  readonly onDisk: OnDisk;
  /** Whether the person has been told of that and has chosen to go on. */
  readonly goesOn: boolean;
  /** No file holds the plan as it stands. */
  readonly dirty: boolean;
  /** Opening, saving or exporting; null at rest. */
  readonly busy: { readonly doing: string; readonly share: number | null; readonly cancel: (() => void) | null } | null;
}

export type FileStore = StoreApi<FileState>;

/** Name of a plan that no file holds yet. */
export const UNTITLED = 'Untitled.raceway';

export function createFileStore(savedAt: HistoryPlace): FileStore {
  return createStore<FileState>(() => ({
    name: UNTITLED,
    token: null,
    savedAt,
    onDisk: 'same',
    goesOn: false,
    dirty: false,
    busy: null,
  }));
}

/** Whether the plan differs from what was opened or saved here. */
export function hasEdits(place: HistoryPlace, { savedAt }: Pick<FileState, 'savedAt'>): boolean {
  return place !== savedAt;
}

/** Whether closing now would lose the plan as it stands: edited, or its file changed or taken away by others. */
export function isUnsaved(place: HistoryPlace, state: Pick<FileState, 'savedAt' | 'onDisk'>): boolean {
  return hasEdits(place, state) || state.onDisk !== 'same';
}
