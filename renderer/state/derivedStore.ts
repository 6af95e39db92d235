/** The engine's last answer: what follows from the plan. Kept while a newer one is being computed. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scene, Summary } from '../../shared/engine/protocol.ts';

export interface DerivedState {
  /** Revision of the plan that `summary` and `scene` belong to; null before the first answer. */
  readonly revision: number | null;
  /** True while the figures are those of a gesture that is not released yet. */
  readonly preview: boolean;
  readonly summary: Summary | null;
  /** The settled summary that a preview's figures are compared with. */
  readonly settled: Summary | null;
  readonly scene: Scene | null;
  readonly status: 'current' | 'computing' | 'failed';
  /** What the engine is doing, `Routing cables`; null when it rests. */
  readonly progress: string | null;
}

export type DerivedStore = StoreApi<DerivedState>;

export function createDerivedStore(): DerivedStore {
  return createStore<DerivedState>(() => ({
    revision: null,
    preview: false,
    summary: null,
    settled: null,
    scene: null,
    status: 'computing',
    progress: null,
  }));
}
