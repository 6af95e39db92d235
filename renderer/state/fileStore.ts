/** The open file: its name, where it came from, and whether the plan has changed since it was saved. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileToken } from '../host/host.ts';
import type { HistoryPlace } from './planStore.ts';

export interface FileState {
  readonly name: string;
  readonly token: FileToken | null;
  /** Where in its history the plan is as the file has it; null: nowhere, it was never saved. */
  readonly savedAt: HistoryPlace | null;
  /** Unsaved changes: the plan stands elsewhere. */
  readonly dirty: boolean;
  /** Opening, saving or exporting; null at rest. */
  readonly busy: { readonly doing: string; readonly share: number | null; readonly cancel: (() => void) | null } | null;
}

export type FileStore = StoreApi<FileState>;

export function createFileStore(savedAt: HistoryPlace): FileStore {
  return createStore<FileState>(() => ({ name: 'Untitled.raceway', token: null, savedAt, dirty: false, busy: null }));
}
