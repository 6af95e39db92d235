/**
 * The plan and its history. Every change is a command; its patches are the one feed for the engine, the recovery
 * journal and the mark of unsaved work. Gestures do not touch the plan: they are tried here and run on release.
 */
import { freeze, type Patch } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../../shared/commands/command.ts';
import { redoStep, runCommand, undoStep, type Step } from '../../shared/commands/history.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { ok, type Result, type UserError } from '../../shared/result.ts';

/** Steps that can be taken back. */
export const HISTORY_LIMIT = 200;

/** A place in the history: the step that led there, or the plan that was opened. */
export type HistoryPlace = Step | Plan;

export interface PlanState {
  readonly plan: Plan;
  /** Counts up with every change, also with undo; never the same twice in a session. */
  readonly revision: number;
  readonly past: readonly Step[];
  /** Where `past` begins: the plan as opened or, when steps were forgotten, the last of these. */
  readonly origin: HistoryPlace;
  readonly future: readonly Step[];
}

/** One change of the plan, as published. */
export interface PlanChange {
  readonly from: number;
  readonly to: number;
  readonly patches: readonly Patch[];
  readonly label: string;
  readonly cause: 'run' | 'undo' | 'redo';
}

/** Another plan took the place of the old one. */
export interface PlanReplacement {
  readonly revision: number;
  readonly plan: Plan;
}

/** What a command would do, without doing it; no patches: nothing. */
export interface Trial {
  readonly plan: Plan;
  readonly patches: readonly Patch[];
  readonly label: string;
}

export interface PlanStore extends StoreApi<PlanState> {
  /** Runs a command: one undo step, or none when it changes nothing. */
  run<A>(command: Command<A>, args: A): Result<Step | null, UserError>;
  /** A step that a command gave for this very plan beside the page: as if it had run here. */
  adopt(step: Step): void;
  /** The plan as it would be, for previews. */
  attempt<A>(command: Command<A>, args: A): Result<Trial, UserError>;
  /** Label of the step taken back (done again), or null when there is none. */
  undo(): string | null;
  redo(): string | null;
  /** Opens another plan: history starts anew. */
  replacePlan(plan: Plan): void;
  onChange(listener: (change: PlanChange) => void): () => void;
  onReplace(listener: (replacement: PlanReplacement) => void): () => void;
}

/** Where the plan stands in its history. */
export function placeOf({ past, origin }: PlanState): HistoryPlace {
  return past.at(-1) ?? origin;
}

export function createPlanStore(first: Plan): PlanStore {
  const store = createStore<PlanState>(() => ({ plan: freeze(first, true), revision: 0, past: [], origin: first, future: [] }));
  const changeListeners = new Set<(change: PlanChange) => void>();
  const replaceListeners = new Set<(replacement: PlanReplacement) => void>();

  function publish(next: Plan, past: readonly Step[], future: readonly Step[], change: Omit<PlanChange, 'from' | 'to'>): void {
    const from = store.getState().revision;
    const to = from + 1;
    store.setState({ plan: next, revision: to, past, future });
    for (const listener of changeListeners) listener({ from, to, ...change });
  }

  function goOn(plan: Plan, step: Step): void {
    const steps = [...store.getState().past, step];
    const forgotten = steps.at(-HISTORY_LIMIT - 1);
    if (forgotten !== undefined) store.setState({ origin: forgotten });
    publish(plan, steps.slice(-HISTORY_LIMIT), [], { patches: step.redo, label: step.label, cause: 'run' });
  }

  return {
    ...store,
    adopt: (step) => goOn(redoStep(store.getState().plan, step), step),
    attempt(command, args) {
      const tried = runCommand(store.getState().plan, command, args);
      if (!tried.ok) return tried;
      const { plan, step } = tried.value;
      return ok({ plan, patches: step?.redo ?? [], label: step?.label ?? '' });
    },
    run(command, args) {
      const tried = runCommand(store.getState().plan, command, args);
      if (!tried.ok) return tried;
      const { plan, step } = tried.value;
      if (step !== null) goOn(plan, step);
      return ok(step);
    },
    undo() {
      const { plan, past, future } = store.getState();
      const step = past.at(-1);
      if (step === undefined) return null;
      publish(undoStep(plan, step), past.slice(0, -1), [...future, step], { patches: step.undo, label: step.label, cause: 'undo' });
      return step.label;
    },
    redo() {
      const { plan, past, future } = store.getState();
      const step = future.at(-1);
      if (step === undefined) return null;
      publish(redoStep(plan, step), [...past, step], future.slice(0, -1), { patches: step.redo, label: step.label, cause: 'redo' });
      return step.label;
    },
    replacePlan(plan) {
      const revision = store.getState().revision + 1;
      store.setState({ plan: freeze(plan, true), revision, past: [], origin: plan, future: [] });
      for (const listener of replaceListeners) listener({ revision, plan });
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onReplace(listener) {
      replaceListeners.add(listener);
      return () => replaceListeners.delete(listener);
    },
  };
}
