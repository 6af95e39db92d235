/** How components reach the stores, the engine and the host: one object in one React context. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { HallLayout } from '../canvas/hallLayout.ts';
import type { Host } from '../host/host.ts';
import type { ElevationHost } from '../elevation/elevationHost.ts';
import type { ElevationState } from '../elevation/elevationStore.ts';
import type { Comparing, ComparingState } from '../compare/comparing.ts';
import type { ToolHost } from '../tools/toolHost.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { DerivedState, DerivedStore } from './derivedStore.ts';
import type { FileActions } from './fileActions.ts';
import type { FileState, FileStore } from './fileStore.ts';
import type { PlanState, PlanStore } from './planStore.ts';
import type { SessionState, SessionStore } from './sessionStore.ts';

export interface Planner {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly derived: DerivedStore;
  readonly file: FileStore;
  readonly engine: EngineClient;
  readonly host: Host;
  readonly files: FileActions;
  readonly tools: ToolHost;
  readonly elevation: ElevationHost;
  readonly comparing: Comparing;
  /** The hall on screen with its geometry; null when there is none. */
  layout(): HallLayout | null;
}

export const PlannerContext = createContext<Planner | null>(null);

export function usePlanner(): Planner {
  const planner = useContext(PlannerContext);
  if (planner === null) throw new Error('Bug: a component stands outside the planner');
  return planner;
}

export function usePlan<T>(select: (state: PlanState) => T): T {
  return useStore(usePlanner().plan, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(usePlanner().session, select);
}

export function useDerived<T>(select: (state: DerivedState) => T): T {
  return useStore(usePlanner().derived, select);
}

export function useElevation<T>(select: (state: ElevationState) => T): T {
  return useStore(usePlanner().elevation.store, select);
}

export function useComparing<T>(select: (state: ComparingState) => T): T {
  return useStore(usePlanner().comparing.store, select);
}

export function useFile<T>(select: (state: FileState) => T): T {
  return useStore(usePlanner().file, select);
}
