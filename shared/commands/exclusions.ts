/** Accepting findings, with a reason, and taking that back. */
import { changeOf, refuse } from './changeOf.ts';
import { compareIds } from '../plan/sortedById.ts';
import { counted } from './wording.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import type { Command } from './command.ts';
import type { Exclusion, Plan } from '../plan/types.ts';

/** Accepts a finding: the same code on the same things, as long as they are there. A newer word replaces an older one. */
export const acceptFinding: Command<{ readonly exclusion: Exclusion }> = (plan, { exclusion }) => {
  const taken = findTaken(plan, 'exclusions', [exclusion.id]);
  if (taken !== null) return fail(taken);
  if (exclusion.reason.trim() === '') return refuse('a finding cannot be accepted without a reason', 'say why it may stand');
  const accepted: Exclusion = { ...exclusion, ids: [...exclusion.ids].sort(compareIds) };
  const older = exclusionsOf(plan, accepted.code, accepted.ids).map(({ id }) => id);
  return changeOf(plan, `Accept ${exclusion.code}`, {
    put: { exclusions: [accepted] },
    ...(older.length === 0 ? {} : { remove: { exclusions: older } }),
  });
};

/** Lets accepted findings stand again. */
export const withdrawExclusions: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'exclusions', ids);
  if (!found.ok) return found;
  const [only] = found.value;
  const what = found.value.length === 1 && only !== undefined ? only.code : counted(found.value.length, 'finding');
  return changeOf(plan, `Reopen ${what}`, { remove: { exclusions: found.value.map(({ id }) => id) } });
};

/** What accepts a finding: the same code on the same things, in whatever order. */
export function exclusionsOf(plan: Plan, code: string, ids: readonly string[]): readonly Exclusion[] {
  const key = keyOf({ code, ids });
  return [...plan.exclusions.values()].filter((known) => keyOf(known) === key);
}

function keyOf({ code, ids }: Pick<Exclusion, 'code' | 'ids'>): string {
  return JSON.stringify([code, ...[...ids].sort(compareIds)]);
}
