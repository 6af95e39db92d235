/** Variants of a plan: forking, switching, naming, deleting, and taking differences over from one to another. */
import type { Draft } from 'immer';
import { applyChanges, companionsOf } from '../diff/picking.ts';
import { diffPlans, type PlanChange } from '../diff/planDiff.ts';
import { catalogTableOf, isTable, nounOfPart, thingsOf } from '../diff/planParts.ts';
import { findUnsoundness } from '../plan/soundness.ts';
import type { Plan } from '../plan/types.ts';
import { contentOf, ownVariant, planOfVariant, variantNames, type Variant } from '../plan/variants.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';
import type { Command } from './command.ts';
import { mergeInto } from './mergeInto.ts';
import { counted } from './wording.ts';

export interface ForkVariant {
  readonly id: string;
  readonly name: string;
}

/** Leaves the plan as it is under its own name, and goes on in a copy under a new one. */
export const forkVariant: Command<ForkVariant> = (plan, { id, name }) => {
  const given = freeName(plan, name, null);
  if (!given.ok) return given;
  if (variantNames(plan).some((variant) => variant.id === id))
    return fail({ code: 'command.id-taken', path: `variants.${id}`, message: `the id "${id}" is taken`, remedy: 'make a new id' });
  return ok({
    label: `Fork ${given.value}`,
    recipe: (draft) => {
      draft.variants.set(ownVariant(plan).id, waiting(plan) as Draft<Variant>);
      draft.variant = { id, name: given.value };
    },
  });
};

/** Works on another variant; the one that was worked on waits in its place. */
export const switchVariant: Command<{ readonly id: string }> = (plan, { id }) => {
  const found = findVariant(plan, id);
  if (!found.ok) return found;
  const { next, name } = found.value;
  const changes = diffPlans(plan, next);
  return ok({
    label: `Switch to ${name}`,
    recipe: (draft) => {
      draft.variants.delete(id);
      draft.variants.set(ownVariant(plan).id, waiting(plan) as Draft<Variant>);
      draft.variant = { id, name };
      takeInto(draft, next, changes);
    },
  });
};

export const renameVariant: Command<{ readonly id: string; readonly name: string }> = (plan, { id, name }) => {
  const given = freeName(plan, name, id);
  if (!given.ok) return given;
  const isOwn = ownVariant(plan).id === id;
  if (!isOwn && !plan.variants.has(id)) return noVariant(id);
  return ok({
    label: `Rename the variant to ${given.value}`,
    recipe: (draft) => {
      if (isOwn) {
        if (ownVariant(plan).name !== given.value) draft.variant = { id, name: given.value };
        return;
      }
      const variant = draft.variants.get(id);
      if (variant !== undefined) variant.name = given.value;
    },
  });
};

/** Deletes a variant that waits; the one that is worked on stays. */
export const removeVariant: Command<{ readonly id: string }> = (plan, { id }) => {
  if (ownVariant(plan).id === id) return refuse(`${ownVariant(plan).name} is the variant you work on`, 'switch to another one first');
  const variant = plan.variants.get(id);
  if (variant === undefined) return noVariant(id);
  return ok({
    label: `Delete the variant ${variant.name}`,
    recipe: (draft) => void draft.variants.delete(id),
  });
};

export interface TakeOver {
  /** Id of the variant that they come from; or another plan, under the ids of this one. */
  readonly from: string | { readonly name: string; readonly plan: Plan };
  /** Keys of differences between the plan and that one, with those that they need. */
  readonly changes: readonly string[];
}

/** Takes some of the differences of another variant, or of another plan, over into the plan. What they need must be among them. */
export const takeOver: Command<TakeOver> = (plan, { from, changes }) => {
  const found = typeof from === 'string' ? findVariant(plan, from) : ok({ next: from.plan, name: from.name });
  if (!found.ok) return found;
  const { next, name } = found.value;
  if (changes.length === 0) return refuse('no difference is chosen', 'tick what shall be taken over');
  const all = diffPlans(plan, next);
  const keys = new Set(changes);
  const taken = all.filter(({ key }) => keys.has(key));
  if (taken.length < keys.size)
    return refuse(`${counted(keys.size - taken.length, 'difference')} to ${name} went meanwhile`, 'compare again and choose anew');
  const [needed] = companionsOf(plan, next, all, keys);
  if (needed !== undefined) {
    const [what, because] = [all.find(({ key }) => key === needed.key), all.find(({ key }) => key === needed.because)];
    if (what !== undefined && because !== undefined)
      return refuse(`${nameOf(because)} cannot be taken over without ${nameOf(what)}`, `take over ${nameOf(what)} too`);
  }
  const unsound = findUnsoundness(applyChanges(plan, next, taken));
  if (unsound !== null) return fail({ ...unsound, code: 'command.broken-reference', path: unsound.path.join('.') });
  return ok({ label: `Take over ${counted(taken.length, 'change')} from ${name}`, recipe: (draft) => takeInto(draft, next, taken) });
};

function nameOf({ part, name }: PlanChange): string {
  return `${nounOfPart(part)} ${name}`;
}

function findVariant(plan: Plan, id: string): Result<{ readonly next: Plan; readonly name: string }, UserError> {
  const next = planOfVariant(plan, id);
  return next === null ? noVariant(id) : ok({ next, name: ownVariant(next).name });
}

function noVariant(id: string): { readonly ok: false; readonly error: UserError } {
  return fail({
    code: 'command.not-found',
    path: `variants.${id}`,
    message: `there is no variant "${id}"`,
    remedy: 'choose another variant',
  });
}

/** Trimmed; no variant but the one with this id may have it, be it in capitals or not. */
function freeName(plan: Plan, name: string, own: string | null): Result<string, UserError> {
  const given = name.trim();
  if (given === '')
    return fail({ code: 'command.blank-name', message: 'a name cannot be blank', remedy: 'write at least one letter or digit' });
  const taken = variantNames(plan).find((variant) => variant.id !== own && variant.name.toLowerCase() === given.toLowerCase());
  return taken === undefined ? ok(given) : refuse(`there is a variant ${taken.name} already`, 'choose another name');
}

function waiting(plan: Plan): Variant {
  return { ...ownVariant(plan), content: contentOf(plan) };
}

/** Puts differences into a draft, touching only what differs. */
function takeInto(draft: Draft<Plan>, next: Plan, changes: readonly PlanChange[]): void {
  for (const { part, id, kind } of changes) {
    const value = thingsOf(next, part).get(id);
    if (part === 'plan') draft.name = next.name;
    else if (part === 'settings' || part === 'other' || part === 'catalog.other') {
      const holder: object = part === 'settings' ? draft.settings : part === 'other' ? draft : draft.catalog;
      if (kind === 'removed') Reflect.deleteProperty(holder, id);
      else Reflect.set(holder, id, value);
    } else {
      const table: Map<string, object> = isTable(part) ? draft[part] : draft.catalog[catalogTableOf(part)];
      const known = table.get(id);
      if (kind === 'removed') table.delete(id);
      else if (known === undefined) table.set(id, value as object);
      else mergeInto(known, value as object);
    }
  }
}
