/** Names of new trays. */
import type { Plan } from '../plan/types.ts';

/** T1, T2, …: the first that no segment has. */
export function freeTrayNames(plan: Pick<Plan, 'segments'>, count: number): string[] {
  const taken = new Set([...plan.segments.values()].map(({ name }) => name));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) if (!taken.has(`T${number}`)) names.push(`T${number}`);
  return names;
}
