/** Pods: saved from the selection, taken into the hand. */
import { savePod } from '../../shared/commands/pods.ts';
import { newId, type RandomBytes } from '../../shared/plan/ids.ts';
import { firstFreeNumber, nameFromPattern } from '../../shared/plan/names.ts';
import type { Planner } from '../state/plannerContext.ts';
import { runCommand } from './editActions.ts';
import { pickedOf } from './picked.ts';

const NAME_PATTERN = 'Pod {n}';

/** Keeps the selection as a pod under the next free name; the catalog lists it, to be renamed and placed. */
export function saveSelectionAsPod(planner: Planner, randomBytes: RandomBytes): void {
  const { plan } = planner.plan.getState();
  const taken = new Set([...plan.pods.values()].map(({ name }) => name));
  const name = nameFromPattern(NAME_PATTERN, firstFreeNumber(NAME_PATTERN, 1, taken));
  const picked = pickedOf(planner.session.getState().selection);
  if (!runCommand(planner, savePod, { id: newId('pods', plan, randomBytes), name, picked })) return;
  planner.session.setState({ notice: { text: `Saved as ${name}; it stands under Pods, to be placed again`, tone: 'info' } });
}

/** Takes a pod into the hand; the same again puts it away. */
export function takePod({ session }: Planner, id: string): void {
  const { tool, pod } = session.getState();
  if (tool === 'pod' && pod.id === id) {
    session.setTool('select');
    return;
  }
  // The preview of another pod in hand goes first.
  session.setTool('select');
  session.setState({ pod: { ...pod, id }, mode: 'plan', tool: 'pod' });
}
