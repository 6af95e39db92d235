/** What the drawing shows while a command is tried: the plan as it would be, or why it cannot be. */
import { standingFault } from '../../shared/checks/standing.ts';
import type { Command } from '../../shared/commands/command.ts';
import type { PlanStore } from '../state/planStore.ts';
import type { Preview } from '../state/sessionStore.ts';
import type { Aids } from './tool.ts';

export const NO_PREVIEW: Preview = {
  plan: null,
  patches: null,
  moving: new Set(),
  guides: [],
  marquee: null,
  text: null,
  problem: null,
  fault: null,
};

export function previewOf<A>(plan: PlanStore, command: Command<A>, args: A, aids: Aids): Preview {
  const tried = plan.attempt(command, args);
  if (!tried.ok) return { ...NO_PREVIEW, ...aids, plan: plan.getState().plan, problem: tried.error.message };
  const { plan: next, patches } = tried.value;
  const fault = next.cabinets === plan.getState().plan.cabinets ? null : standingFault(next, aids.moving);
  return { ...NO_PREVIEW, ...aids, plan: next, patches: patches.length === 0 ? null : patches, fault };
}
