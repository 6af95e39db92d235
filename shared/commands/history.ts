/** Runs commands on frozen plans, and takes their changes back and forth by patches. Pure: who holds the stacks is the host's affair. */
import { enableMapSet, enablePatches, produceWithPatches, type Patch } from 'immer';
import { ok, type Result, type UserError } from '../result.ts';
import type { Command } from './command.ts';
import type { Plan } from '../plan/types.ts';
import { withPatches } from './withPatches.ts';

enablePatches();
enableMapSet();

/** One undo step. Its patches are plain JSON: journals, workers and files carry them as they are. */
export interface Step {
  /** `Move 3 cabinets`. */
  readonly label: string;
  readonly redo: readonly Patch[];
  readonly undo: readonly Patch[];
}

/** The plan after a command, and the step that led there; without patches nothing changed and there is no step. */
export interface Outcome {
  readonly plan: Plan;
  readonly step: Step | null;
}

/** Runs a command. A refusal leaves everything as it was. */
export function runCommand<A>(plan: Plan, command: Command<A>, args: A): Result<Outcome, UserError> {
  const change = command(plan, args);
  if (!change.ok) return change;
  const { label, recipe } = change.value;
  const [next, redo, undo] = produceWithPatches(plan, recipe);
  // A recipe that sets and takes back makes a new object without patches: keep the old one.
  return ok(redo.length === 0 ? { plan, step: null } : { plan: next, step: { label, redo, undo } });
}

/** The plan with a step taken back. */
export function undoStep(plan: Plan, step: Step): Plan {
  return withPatches(plan, step.undo);
}

/** The plan with a step done again. */
export function redoStep(plan: Plan, step: Step): Plan {
  return withPatches(plan, step.redo);
}
