/** What taking some differences over would bring: what comes along, the figures then, and what stands against it. */
import type { Derived } from '../engine/engine.ts';
import { findUnsoundness } from '../plan/soundness.ts';
import type { UserError } from '../result.ts';
import type { Work } from '../work.ts';
import { deriving, type Comparison } from './compare.ts';
import { compareFigures, type Figures } from './figures.ts';
import { applyChanges, companionsOf, type Companion } from './picking.ts';

export interface MergeTrial {
  /** Keys of the differences that were picked, in the order of the comparison. */
  readonly picked: readonly string[];
  /** What must come along, each with what needs it. */
  readonly companions: readonly Companion[];
  /** Why the plan would not be sound with them; null: it would. */
  readonly conflict: UserError | null;
  /** The plan as it is against the plan with them; null where it would not be sound. */
  readonly figures: Figures | null;
}

/** The plan itself stays as it is. Keys that the comparison does not have are left out. */
export function* tryMerge({ before, after, changes }: Comparison, keys: ReadonlySet<string>): Work<MergeTrial> {
  yield { doing: 'Trying what is picked', share: 0 };
  const picked = changes.flatMap(({ key }) => (keys.has(key) ? [key] : []));
  const companions = companionsOf(before.plan, after.plan, changes, new Set(picked));
  const taken = new Set([...picked, ...companions.map(({ key }) => key)]);
  const merged = applyChanges(
    before.plan,
    after.plan,
    changes.filter(({ key }) => taken.has(key)),
  );
  const unsound = findUnsoundness(merged);
  if (unsound !== null) return { picked, companions, conflict: { ...unsound, path: unsound.path.join('.') }, figures: null };
  const derived: Derived = merged === before.plan ? before : yield* deriving(merged, 0.05, 0.95, before);
  return { picked, companions, conflict: null, figures: compareFigures(before, derived) };
}
