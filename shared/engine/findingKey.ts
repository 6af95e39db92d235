import { joinedIds } from '../checks/joinedIds.ts';
import type { Finding } from '../checks/types.ts';

/**
 * A name for each finding that outlives recomputing: its code and the ids that it is about, numbered where a check
 * raises the same twice. In the order of the findings.
 */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, ids }) => {
    const key = ids.length === 0 ? code : `${code} ${joinedIds(ids, ' ')}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} #${count}`;
  });
}
