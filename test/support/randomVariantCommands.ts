/** Random commands on variants: forks, switches, names, and differences taken over with what they need. */
import { companionsOf } from '../../shared/diff/picking.ts';
import { diffPlans } from '../../shared/diff/planDiff.ts';
import { forkVariant, removeVariant, renameVariant, switchVariant, takeOver } from '../../shared/commands/variants.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { newVariantId } from '../../shared/plan/ids.ts';
import { planOfVariant } from '../../shared/plan/variants.ts';
import { anyOf, bytesOf, type Runner } from './randomChoices.ts';

export const variantRunners: readonly Runner[] = [
  (plan, seed) => runCommand(plan, forkVariant, { id: newVariantId(plan, bytesOf(seed)), name: `Variant ${seed.c % 5}` }),
  (plan, seed) => runCommand(plan, switchVariant, { id: anyOf(plan.variants.keys(), seed.a) }),
  (plan, seed) => runCommand(plan, renameVariant, { id: anyOf(plan.variants.keys(), seed.a), name: `Variant ${seed.b % 9}` }),
  (plan, seed) => {
    const from = anyOf(plan.variants.keys(), seed.a);
    const next = planOfVariant(plan, from);
    if (next === null) return runCommand(plan, removeVariant, { id: from });
    const all = diffPlans(plan, next);
    const picked = new Set(all.flatMap(({ key }, at) => ((at + seed.b) % 3 === 0 ? [key] : [])));
    const needed = companionsOf(plan, next, all, picked).map(({ key }) => key);
    // From the variant itself, or from its plan as another file would bring it.
    const source = seed.c % 2 === 0 ? from : { name: 'other.raceway', plan: next };
    return runCommand(plan, takeOver, { from: source, changes: [...picked, ...needed] });
  },
  (plan, seed) => runCommand(plan, removeVariant, { id: seed.b % 3 === 0 ? anyOf(plan.variants.keys(), seed.a) : 'main' }),
];
