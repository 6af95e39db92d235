/** Variants of the plan: forking, switching, naming, deleting. Each is one command, one undo step. */
import { forkVariant, removeVariant, renameVariant, switchVariant } from '../../shared/commands/variants.ts';
import { newVariantId } from '../../shared/plan/ids.ts';
import { ownVariant, variantNames } from '../../shared/plan/variants.ts';
import type { Planner } from '../state/plannerContext.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { refusalOf, runCommand } from './editActions.ts';

/** Goes on in a copy of this name; why not, or null. */
export function forkAs(planner: Planner, name: string): string | null {
  const { plan } = planner.plan.getState();
  const refusal = refusalOf(planner, forkVariant, { id: newVariantId(plan, randomBytes), name });
  if (refusal === null) {
    const text = `You work on ${name.trim()} now; ${ownVariant(plan).name} waits as it was`;
    planner.session.setState({ notice: { text, tone: 'info', offer: 'file.compare' } });
  }
  return refusal;
}

export function workOn(planner: Planner, id: string): void {
  const { plan } = planner.plan.getState();
  if (ownVariant(plan).id === id || !runCommand(planner, switchVariant, { id })) return;
  planner.session.setState({ notice: { text: `You work on ${ownVariant(planner.plan.getState().plan).name} now`, tone: 'info' } });
}

/** By name, from the last to the first again. */
export function stepVariant(planner: Planner, by: 1 | -1): void {
  const { plan } = planner.plan.getState();
  const names = variantNames(plan);
  const at = names.findIndex(({ id }) => id === ownVariant(plan).id);
  const next = names[(at + by + names.length) % names.length];
  if (next !== undefined) workOn(planner, next.id);
}

/** Why not, or null. */
export function renameTo(planner: Planner, id: string, name: string): string | null {
  return refusalOf(planner, renameVariant, { id, name });
}

export function deleteVariant(planner: Planner, id: string, name: string): void {
  if (!runCommand(planner, removeVariant, { id })) return;
  planner.session.setState({ notice: { text: `Deleted the variant ${name}; undo brings it back`, tone: 'info', offer: 'edit.undo' } });
}
