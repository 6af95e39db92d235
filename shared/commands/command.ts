/** A change to the plan: checks the frozen plan, returns a named recipe. Pure; ids and texts come in the arguments. */
import type { Draft } from 'immer';
import type { Plan } from '../plan/types.ts';
import type { Result, UserError } from '../result.ts';

export interface Change {
  /** For the undo list: `Move 3 cabinets`. */
  readonly label: string;
  readonly recipe: (draft: Draft<Plan>) => void;
}

export type Command<A> = (plan: Plan, args: A) => Result<Change, UserError>;
