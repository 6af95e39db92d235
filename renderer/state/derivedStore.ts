/** The engine's last answer: what follows from the plan. Kept while a newer one is being computed. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LoomLines, Scene, Summary } from '../../shared/engine/protocol.ts';
import type { Progress } from '../../shared/work.ts';

export interface DerivedState {
  /** Revision of the plan that `summary` and `scene` belong to; null before the first answer. */
  readonly revision: number | null;
  /** True while the figures are those of a gesture that is not released yet. */
  readonly preview: boolean;
  readonly summary: Summary | null;
  /** The settled summary that a preview's figures are compared with. */
  readonly settled: Summary | null;
  readonly scene: Scene | null;
  /** Of the scene, while cables are drawn by loom; null otherwise, and until the engine has told. */
  readonly loomLines: LoomLines | null;
  /** Segments in which room for cables is still sought: figures stand, and are not settled. */
  readonly solving: readonly string[];
  /** `left`: the person did not want to wait for them. */
  readonly status: 'current' | 'computing' | 'left' | 'failed';
  /** What the engine is doing, `Routing cables`, and how far it is; null when it rests. */
  readonly progress: Progress | null;
  /** What the engine does for a question that takes long, `Sorting cables`; null when it answers at once. */
  readonly asking: string | null;
}

export type DerivedStore = StoreApi<DerivedState>;

/** Before the first answer about a plan. */
export const NO_FIGURES: DerivedState = {
  revision: null,
  preview: false,
  summary: null,
  settled: null,
  scene: null,
  loomLines: null,
  solving: [],
  status: 'computing',
  progress: null,
  asking: null,
};

export function createDerivedStore(): DerivedStore {
  return createStore<DerivedState>(() => NO_FIGURES);
}
