/** What the checks say about a plan, short enough to compare as a whole. */
import type { Plan } from '../../shared/plan/types.ts';
import { derive } from '../../shared/engine/engine.ts';

/** All standing findings as `code: id id`, in the order of the findings. */
export function found(plan: Plan): string[] {
  return derive(plan)
    .findings.filter((finding) => finding.accepted === null)
    .map((finding) => `${finding.code}: ${finding.ids.join(' ')}`);
}
