/** Whether links may be run through panels: they run directly by now, and nothing is set on them as one cable. */
import type { Plan } from '../plan/types.ts';
import { fail, type Result, type UserError } from '../result.ts';
import { refuse } from './changeOf.ts';

/** What is in the way; null where each of them is one cable from port to port that nobody set anything on. */
export function notDirect(plan: Plan, links: readonly string[]): Result<never, UserError> | null {
  if (links.length === 0) return refuse('no link is selected', 'select links first');
  const through = links.find((id) => plan.channels.has(id));
  if (through !== undefined) return refuse(`${through} runs through panels already`, 'take it out of its panels first');
  const set = links.find((id) => plan.overrides.has(id));
  if (set === undefined) return null;
  return fail({
    code: 'panels.set-by-hand',
    path: `overrides.${set}`,
    message: `the length, family or label of ${set} is set by hand, and it would no longer be one cable`,
    remedy: 'take the setting back first, and set it on the cable that it is meant for afterwards',
  });
}
