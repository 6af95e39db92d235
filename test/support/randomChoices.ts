/** What random commands are drawn from: small numbers, and things of the plan by them. */
import type { Picked } from '../../shared/commands/picked.ts';
import type { Outcome } from '../../shared/commands/history.ts';
import type { TableName } from '../../shared/plan/schema.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Result, UserError } from '../../shared/result.ts';

/** What a random command is made of: which one, and numbers for its arguments. */
export interface Seed {
  readonly command: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export type Runner = (plan: Plan, seed: Seed) => Result<Outcome, UserError>;

export const anyOf = (ids: Iterable<string>, n: number): string => {
  const all = [...ids].sort();
  return all[n % Math.max(1, all.length)] ?? 'nothing';
};

export const some = (plan: Plan, table: TableName, { a, b }: Seed): string[] => {
  const ids = plan[table].keys();
  const all = [...ids];
  return [...new Set([anyOf(all, a), anyOf(all, b)])];
};

/** One or two things of one kind or of several, as far as there are any. */
export const pick = (plan: Plan, seed: Seed): Picked => ({
  cabinets: seed.c % 2 === 0 ? some(plan, 'cabinets', seed).filter((id) => plan.cabinets.has(id)) : [],
  obstacles: seed.c % 3 === 0 ? some(plan, 'obstacles', seed).filter((id) => plan.obstacles.has(id)) : [],
  segments: seed.c % 5 < 2 ? some(plan, 'segments', seed).filter((id) => plan.segments.has(id)) : [],
});

/** Chance for ids: the numbers of the seed, over and over with a twist. */
export const bytesOf = ({ a, b, c }: Seed): ((count: number) => Uint8Array) => {
  let state = (a * 65_537 + b * 257 + c + 1) >>> 0;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
};
