/**
 * The plan and its history. Every change is a command; its patches are the one feed for the engine, the recovery
 * journal and the mark of unsaved work. Gestures do not touch the plan: they are tried here and run on release.
 */
import { applyPatches, enableMapSet, enablePatches, freeze, produceWithPatches, type Patch } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../../shared/commands/command.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { ok, type Result, type UserError } from '../../shared/result.ts';

enablePatches();
enableMapSet();

/** Steps that can be taken back. */
export const HISTORY_LIMIT = 200;

export interface Step {
  /** `Move 3 cabinets`. */
  readonly label: string;
  readonly redo: readonly Patch[];
  readonly undo: readonly Patch[];
}

export interface PlanState {
  readonly plan: Plan;
  /** Counts up with every change, also with undo; never the same twice in a session. */
  readonly revision: number;
  readonly past: readonly Step[];
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

/** What a command would do, without doing it. */
export interface Trial {
  readonly plan: Plan;
  readonly patches: readonly Patch[];
  readonly label: string;
}

export interface PlanStore extends StoreApi<PlanState> {
  /** Runs a command: one undo step, or none when it changes nothing. */
  run<A>(command: Command<A>, args: A): Result<Step | null, UserError>;
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

export function createPlanStore(first: Plan): PlanStore {
  const store = createStore<PlanState>(() => ({ plan: freeze(first, true), revision: 0, past: [], future: [] }));
  const changeListeners = new Set<(change: PlanChange) => void>();
  const replaceListeners = new Set<(replacement: PlanReplacement) => void>();

  function publish(next: Plan, past: readonly Step[], future: readonly Step[], change: Omit<PlanChange, 'from' | 'to'>): void {
    const from = store.getState().revision;
    const to = from + 1;
    store.setState({ plan: next, revision: to, past, future });
    for (const listener of changeListeners) listener({ from, to, ...change });
  }

  function attempt<A>(command: Command<A>, args: A): Result<Trial & { undo: readonly Patch[] }, UserError> {
    const { plan } = store.getState();
    const checked = command(plan, args);
    if (!checked.ok) return checked;
    const [next, patches, undo] = produceWithPatches(plan, checked.value.recipe);
    return ok({ plan: next, patches, undo, label: checked.value.label });
  }

  return {
    ...store,
    attempt,
    run(command, args) {
      const tried = attempt(command, args);
      if (!tried.ok) return tried;
      const { plan, patches, undo, label } = tried.value;
      // A recipe that sets and takes back leaves a new object without patches: nothing happened.
      if (patches.length === 0) return ok(null);
      const step: Step = { label, redo: patches, undo };
      publish(plan, [...store.getState().past, step].slice(-HISTORY_LIMIT), [], { patches, label, cause: 'run' });
      return ok(step);
    },
    undo() {
      const { plan, past, future } = store.getState();
      const step = past.at(-1);
      if (step === undefined) return null;
      publish(applyPatches(plan, step.undo), past.slice(0, -1), [...future, step], { patches: step.undo, label: step.label, cause: 'undo' });
      return step.label;
    },
    redo() {
      const { plan, past, future } = store.getState();
      const step = future.at(-1);
      if (step === undefined) return null;
      publish(applyPatches(plan, step.redo), [...past, step], future.slice(0, -1), { patches: step.redo, label: step.label, cause: 'redo' });
      return step.label;
    },
    replacePlan(plan) {
      const revision = store.getState().revision + 1;
      store.setState({ plan: freeze(plan, true), revision, past: [], future: [] });
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
