/** The open file: its name, where it came from, and whether the plan has changed since it was saved. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileToken } from '../host/host.ts';

export interface FileState {
  readonly name: string;
  readonly token: FileToken | null;
  /** Unsaved changes. */
  readonly dirty: boolean;
  /** Opening, saving or exporting; null at rest. */
  readonly busy: { readonly doing: string; readonly share: number | null; readonly cancel: (() => void) | null } | null;
}

export type FileStore = StoreApi<FileState>;

export function createFileStore(): FileStore {
  return createStore<FileState>(() => ({ name: 'Untitled.raceway', token: null, dirty: false, busy: null }));
}
